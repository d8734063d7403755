import { z } from 'zod';
import { invokeTrigger } from './invoke';
import type { Metadata, TriggerCaller, TriggerUser } from './trigger-caller';

export interface PreAuthenticationEvent extends TriggerUser {
  /** The ClientMetadata of InitiateAuth. */
  readonly validationData?: Metadata | undefined;
  /** Whether nobody has this name; only where the app client masks user existence. */
  readonly userNotFound?: boolean | undefined;
}

/**
 * Asks PreAuthentication whether the sign-in may go on, before the password is looked at
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html).
 * @throws see invokeTrigger.
 */
export async function preAuthentication(caller: TriggerCaller, event: PreAuthenticationEvent): Promise<void> {
  const { username, attributes, validationData, userNotFound = false } = event;
  await invokeTrigger(
    caller,
    {
      trigger: 'PreAuthentication',
      source: 'PreAuthentication_Authentication',
      username,
      request: { userAttributes: attributes, validationData: validationData ?? null, userNotFound },
      response: {},
    },
    z.object({}),
  );
}
