import type { Context, CustomSMSSenderTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { codeDecrypter } from '../decrypt-code';
import { DeliveryError } from '../delivery-error';
import { writeLine } from '../log-line';
import { decide, sourceOf } from './decide';
import { read } from './environment';
import { textMessageSender } from './send-text-message';

const settings = read(process.env);
const decrypt = codeDecrypter(settings.keyArn);
const send = textMessageSender(settings);

/** Sends the text messages of Cognito through SNS. Nobody waits for it; Lambda calls again after a failure. */
export async function handler(
  event: CustomSMSSenderTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<void> {
  await answer('CustomSMSSender', context.awsRequestId, async () => {
    const { triggerSource, userName, userPoolId, request } = event;
    const source = sourceOf(triggerSource);
    if (request.code === null) {
      writeLine({ event: 'message-left-out', triggerSource, requestId: context.awsRequestId });
      return;
    }
    const code = await decrypt(request.code, userPoolId);
    const message = decide({ source, userName, userAttributes: request.userAttributes, code }, settings);
    if (message === undefined) throw new DeliveryError('The user has no phone number', { userName });
    await send(message, userName);
  });
}
