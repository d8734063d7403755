import type { Context, CustomEmailSenderTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { codeDecrypter } from '../decrypt-code';
import { DeliveryError } from '../delivery-error';
import { writeLine } from '../log-line';
import { emailSender } from '../send-email';
import { decide, sourceOf } from './decide';
import { read } from './environment';

const settings = read(process.env);
const decrypt = codeDecrypter(settings.keyArn);
const send = emailSender(settings);

/** Sends the e-mails of Cognito through SES. Nobody waits for it; Lambda calls again after a failure. */
export async function handler(
  event: CustomEmailSenderTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<void> {
  await answer('CustomEmailSender', context.awsRequestId, async () => {
    const { triggerSource, userName, userPoolId, request } = event;
    const source = sourceOf(triggerSource);
    if (source === undefined || request.code === null) {
      writeLine({ event: 'message-left-out', triggerSource, requestId: context.awsRequestId });
      return;
    }
    const code = await decrypt(request.code, userPoolId);
    const email = decide({ source, userName, userAttributes: { ...request.userAttributes }, code }, settings);
    if (email === undefined) throw new DeliveryError('The user has no e-mail address', { userName });
    await send(email, userName);
  });
}
