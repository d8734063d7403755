import { notifyTrigger } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export interface PostAuthenticationEvent extends TriggerUser {
  readonly newDeviceUsed: boolean;
  /** The ClientMetadata of RespondToAuthChallenge. */
  readonly clientMetadata?: Metadata | undefined;
}

/**
 * Tells PostAuthentication that the user has signed in, before tokens are made; its failure fails the sign-in
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html).
 * @throws see invokeTrigger.
 */
export function postAuthentication(caller: TriggerCaller, event: PostAuthenticationEvent): Promise<void> {
  const { username, attributes, newDeviceUsed, clientMetadata } = event;
  return notifyTrigger(caller, {
    trigger: 'PostAuthentication',
    source: 'PostAuthentication_Authentication',
    username,
    request: { userAttributes: attributes, newDeviceUsed, clientMetadata: sentAlong(clientMetadata) },
  });
}
