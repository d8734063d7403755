import type { Context } from 'aws-lambda';
import { answer } from '../answer';
import { decide, type TokenEvent } from './decide';
import { read } from './environment';

const settings = read(process.env);

/** Puts the groups of the user and chosen attributes into the tokens. */
export function handler(event: TokenEvent, context: Pick<Context, 'awsRequestId'>): Promise<TokenEvent> {
  return answer('PreTokenGeneration', context.awsRequestId, () => {
    event.response = decide(event, settings);
    return event;
  });
}
