import type { Context, InboundFederationTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { UserFacingError } from '../user-facing-error';
import { decide } from './decide';
import { read } from './environment';

const settings = read(process.env);

/** Lets only users of identity providers in whose address is of an allowed domain. */
export function handler(
  event: InboundFederationTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<InboundFederationTriggerEvent> {
  return answer('InboundFederation', context.awsRequestId, () => {
    const verdict = decide(event.request, settings);
    if (verdict.kind === 'refuse') throw new UserFacingError(verdict.message);
    event.response = verdict.response;
    return event;
  });
}
