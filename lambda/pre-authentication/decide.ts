import type { PreAuthenticationTriggerEvent } from 'aws-lambda';
import type { Settings } from './environment';

export type Verdict = { readonly kind: 'accept' } | { readonly kind: 'refuse'; readonly message: string };

/**
 * Whether a sign-in may go on. The event has the attributes of the user and not the groups; to ask for those at every
 * sign-in would cost time and quota. The use of a refresh token does not come by here: disable a user to end what has begun.
 *
 * The password may not have been looked at yet, so that a refusal tells that the user exists, as the service itself does
 * of a disabled one.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html
 */
export function decide(
  { userAttributes, userNotFound }: PreAuthenticationTriggerEvent['request'],
  { deniedAttribute, deniedValues }: Settings,
): Verdict {
  const has = userNotFound !== true && Object.hasOwn(userAttributes, deniedAttribute);
  const value = has ? userAttributes[deniedAttribute] : undefined;
  return value !== undefined && deniedValues.includes(value)
    ? { kind: 'refuse', message: 'This account cannot sign in, please ask who manages it' }
    : { kind: 'accept' };
}
