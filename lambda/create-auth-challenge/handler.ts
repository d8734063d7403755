import type { Context, CreateAuthChallengeTriggerEvent } from 'aws-lambda';
import { randomInt } from 'node:crypto';
import { answer } from '../answer';
import { emailSender } from '../send-email';
import { decide } from './decide';
import { read } from './environment';

const settings = read(process.env);
const send = emailSender(settings);

/** Sends the code of a sign-in by e-mail (CUSTOM_AUTH). */
export function handler(
  event: CreateAuthChallengeTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<CreateAuthChallengeTriggerEvent> {
  return answer('CreateAuthChallenge', context.awsRequestId, async () => {
    const { response, email } = decide(event.request, settings, { now: Date.now(), newCode });
    if (email !== undefined) await send(email, event.userName);
    event.response = response;
    return event;
  });
}

/** Each of the million codes is as likely as the next one. */
function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
