import { notifyTrigger } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export interface PreAuthenticationEvent extends TriggerUser {
  /** The ClientMetadata of InitiateAuth. */
  readonly validationData?: Metadata | undefined;
  /** Whether nobody has this name; undefined where the app client does not mask user existence. */
  readonly userNotFound?: boolean | undefined;
}

/**
 * Asks PreAuthentication whether the sign-in may go on, before the password is looked at
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html).
 * @throws see invokeTrigger.
 */
export function preAuthentication(caller: TriggerCaller, event: PreAuthenticationEvent): Promise<void> {
  const { username, attributes, validationData, userNotFound } = event;
  return notifyTrigger(caller, {
    trigger: 'PreAuthentication',
    source: 'PreAuthentication_Authentication',
    username,
    request: { userAttributes: attributes, validationData: sentAlong(validationData) ?? null, userNotFound },
  });
}
