import type { PostAuthenticationTriggerEvent } from 'aws-lambda';
import type { LogLine } from '../log-line';

/**
 * The audit line of a sign-in. The sub is the only thing in it that leads to a person; the user name is left out, as it
 * can be an address. The time is the log's own.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html
 */
export function decide(event: PostAuthenticationTriggerEvent, requestId: string): LogLine {
  return {
    event: 'signed-in',
    userPoolId: event.userPoolId,
    clientId: event.callerContext.clientId,
    sub: event.request.userAttributes['sub'],
    newDeviceUsed: event.request.newDeviceUsed,
    requestId,
  };
}
