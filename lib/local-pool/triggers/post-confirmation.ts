import { notifyTrigger } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export interface PostConfirmationEvent extends TriggerUser {
  readonly source: 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword';
  readonly clientMetadata?: Metadata | undefined;
}

/**
 * Tells PostConfirmation that the user is confirmed or has a new password; the change stands even when it fails
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html).
 * @throws see invokeTrigger.
 */
export function postConfirmation(caller: TriggerCaller, event: PostConfirmationEvent): Promise<void> {
  const { source, username, attributes, clientMetadata } = event;
  return notifyTrigger(caller, {
    trigger: 'PostConfirmation',
    source,
    username,
    request: { userAttributes: attributes, clientMetadata: sentAlong(clientMetadata) },
  });
}
