import type { Context, PreSignUpTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { UserFacingError } from '../user-facing-error';
import { decide } from './decide';
import { read } from './environment';

const settings = read(process.env);

/** Lets only addresses of the allowed domains sign up. A change of address later does not come by here. */
export function handler(
  event: PreSignUpTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<PreSignUpTriggerEvent> {
  return answer('PreSignUp', context.awsRequestId, () => {
    const verdict = decide(event.triggerSource, event.request.userAttributes['email'], settings);
    if (verdict.kind === 'refuse') throw new UserFacingError(verdict.message);
    event.response = verdict.response;
    return event;
  });
}
