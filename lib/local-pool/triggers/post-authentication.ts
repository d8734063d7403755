import { z } from 'zod';
import { invokeTrigger } from './invoke';
import type { Metadata, TriggerCaller, TriggerUser } from './trigger-caller';

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
export async function postAuthentication(caller: TriggerCaller, event: PostAuthenticationEvent): Promise<void> {
  const { username, attributes, newDeviceUsed, clientMetadata } = event;
  await invokeTrigger(
    caller,
    {
      trigger: 'PostAuthentication',
      source: 'PostAuthentication_Authentication',
      username,
      request: { userAttributes: attributes, newDeviceUsed, clientMetadata },
      response: {},
    },
    z.object({}),
  );
}
