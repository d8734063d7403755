import type { Context, DefineAuthChallengeTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { decide } from './decide';
import { read } from './environment';

const settings = read(process.env);

/** Leads through a sign-in with a code by e-mail (CUSTOM_AUTH). */
export function handler(
  event: DefineAuthChallengeTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<DefineAuthChallengeTriggerEvent> {
  return answer('DefineAuthChallenge', context.awsRequestId, () => {
    const step = decide(event.request, settings);
    event.response = {
      issueTokens: step.kind === 'issue-tokens',
      failAuthentication: step.kind === 'fail',
      ...(step.kind === 'challenge' && { challengeName: step.name }),
    };
    return event;
  });
}
