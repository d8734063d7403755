import type { Context, PreAuthenticationTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { UserFacingError } from '../user-facing-error';
import { decide } from './decide';
import { read } from './environment';

const settings = read(process.env);

/** Refuses the sign-in of users who have a denied value in an attribute. */
export function handler(
  event: PreAuthenticationTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<PreAuthenticationTriggerEvent> {
  return answer('PreAuthentication', context.awsRequestId, () => {
    const verdict = decide(event.request, settings);
    if (verdict.kind === 'refuse') throw new UserFacingError(verdict.message);
    return event;
  });
}
