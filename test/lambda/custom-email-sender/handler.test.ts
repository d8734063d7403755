import type { Context, CustomEmailSenderTriggerEvent } from 'aws-lambda';
import { write } from '../../../lambda/custom-email-sender/environment';
import { captureOutput } from '../captured-output';
import { answerKms, encrypted, keyArn } from '../encrypted-code';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';
import { awsEnvironment, json, loopbackServer, type LoopbackServer } from '../loopback-server';

type Handler = (event: CustomEmailSenderTriggerEvent, context: Pick<Context, 'awsRequestId'>) => Promise<void>;

let kms: LoopbackServer;
let ses: LoopbackServer;
beforeAll(async () => {
  kms = await loopbackServer(answerKms);
  ses = await loopbackServer(json(200, { MessageId: '1' }));
});
beforeEach(() => {
  kms.now(answerKms);
  ses.now(json(200, { MessageId: '1' }));
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await kms.close();
  await ses.close();
});

function handlerOf(from = 'Kiosk <no-reply@example.com>', key = keyArn): Promise<Handler> {
  return loadHandler<Handler>('custom-email-sender', {
    ...awsEnvironment('KMS', kms.url),
    ...awsEnvironment('SESV2', ses.url),
    ...write({
      productName: 'Kiosk',
      from,
      replyTo: 'support@example.com',
      region: 'eu-central-1',
      configurationSet: 'codes',
      keyArn: key,
    }),
  });
}

async function signUp(code: string | null): Promise<CustomEmailSenderTriggerEvent> {
  const event = fixtureEvent('custom-email-sender');
  event.request.code = code;
  return event;
}

it('decrypts the code and sends it through SES to the address of the user', async () => {
  const handler = await handlerOf();
  await handler(await signUp(await encrypted('123456')), context);
  expect(ses.received).toHaveLength(1);
  expect(JSON.parse(ses.received[0]?.body ?? '')).toMatchObject({
    FromEmailAddress: 'Kiosk <no-reply@example.com>',
    ReplyToAddresses: ['support@example.com'],
    ConfigurationSetName: 'codes',
    Destination: { ToAddresses: ['anna@example.com'] },
    Content: { Simple: { Body: { Html: { Data: expect.stringContaining('123456') } } } },
  });
});

it('sends from the Region of the identity, wherever the function runs', async () => {
  const handler = await handlerOf();
  await handler(await signUp(await encrypted('123456')), context);
  expect(ses.received[0]?.headers.authorization).toContain('/eu-central-1/ses/aws4_request');
});

it.each([['CustomEmailSender_AccountTakeOverNotification'], ['CustomEmailSender_SignUp']] as const)(
  '%s without a code sends nothing and says so',
  async (triggerSource) => {
    const handler = await handlerOf();
    const output = captureOutput();
    const event = { ...(await signUp(null)), triggerSource } as CustomEmailSenderTriggerEvent;
    await handler(event, context);
    expect(ses.received).toEqual([]);
    expect(output.log()).toEqual([{ event: 'message-left-out', triggerSource, requestId: context.awsRequestId }]);
  },
);

describe('a failure is thrown, so that Lambda calls again, and logged without code and address:', () => {
  const cases = [
    {
      title: 'a code of another pool',
      code: () => encrypted('123456', 'eu-west-1_Another00'),
      error: 'CodeDecryptionError',
      reason: 'userpool-id',
    },
    { title: 'no code of ours', code: async () => 'bm9uZQ==', error: 'CodeDecryptionError', reason: 'Error' },
    {
      title: 'another key than that of the function',
      code: () => encrypted('123456'),
      key: keyArn.replace(/1$/, '2'),
      error: 'CodeDecryptionError',
      reason: 'Error',
    },
    {
      title: 'SES refuses',
      code: () => encrypted('123456'),
      respond: json(400, { __type: 'MessageRejected', message: 'anna@example.com is not verified' }),
      error: 'DeliveryError',
      reason: 'MessageRejected',
    },
    { title: 'no address', code: () => encrypted('123456'), attributes: {}, error: 'DeliveryError', reason: undefined },
  ];

  it.each(cases)('$title', async ({ code, key, respond, attributes, error, reason }) => {
    if (respond !== undefined) ses.now(respond);
    const handler = await handlerOf(undefined, key);
    const output = captureOutput();
    const event = await signUp(await code());
    if (attributes !== undefined) event.request.userAttributes = attributes;
    const failure: unknown = await handler(event, context).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(Error);
    const [line] = output.log();
    expect(line).toMatchObject({ event: 'trigger-failed', trigger: 'CustomEmailSender', error });
    expect((line as { reason?: string }).reason).toBe(reason);
    const visible = output.text() + String((failure as Error).stack);
    expect(visible).not.toContain('123456');
    expect(visible).not.toContain('anna@example.com');
  });
});
