import type { Context, CustomSMSSenderTriggerEvent } from 'aws-lambda';
import { write } from '../../../lambda/custom-sms-sender/environment';
import { captureOutput } from '../captured-output';
import { answerKms, encrypted, keyArn } from '../encrypted-code';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';
import { awsEnvironment, loopbackServer, type LoopbackServer, type Respond } from '../loopback-server';

type Handler = (event: CustomSMSSenderTriggerEvent, context: Pick<Context, 'awsRequestId'>) => Promise<void>;

const xml =
  (status: number, body: string): Respond =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  };
const published = xml(
  200,
  '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
);

let kms: LoopbackServer;
let sns: LoopbackServer;
beforeAll(async () => {
  kms = await loopbackServer(answerKms);
  sns = await loopbackServer(published);
});
beforeEach(() => sns.now(published));
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await kms.close();
  await sns.close();
});

function handlerOf(): Promise<Handler> {
  return loadHandler<Handler>('custom-sms-sender', {
    ...awsEnvironment('KMS', kms.url),
    ...awsEnvironment('SNS', sns.url),
    ...write({ productName: 'Kiosk', keyArn, region: 'eu-central-1', senderId: 'KIOSK' }),
  });
}

it('decrypts the code and sends it through SNS to the phone of the user', async () => {
  const handler = await handlerOf();
  const event = fixtureEvent('custom-sms-sender');
  event.request.code = await encrypted('123456');
  await handler(event, context);
  const sent = new URLSearchParams(sns.received[0]?.body);
  expect(sns.received).toHaveLength(1);
  expect(Object.fromEntries(sent)).toMatchObject({
    Action: 'Publish',
    PhoneNumber: '+4915112345678',
    Message: 'Kiosk: your verification code is 123456',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    'MessageAttributes.entry.2.Name': 'AWS.SNS.SMS.SenderID',
    'MessageAttributes.entry.2.Value.StringValue': 'KIOSK',
  });
  expect(sns.received[0]?.headers.authorization).toContain('/eu-central-1/sns/aws4_request');
});

it('sends nothing without a code and says so', async () => {
  const handler = await handlerOf();
  const output = captureOutput();
  const event = fixtureEvent('custom-sms-sender');
  event.request.code = null;
  await handler(event, context);
  expect(sns.received).toEqual([]);
  expect(output.log()).toEqual([
    { event: 'message-left-out', triggerSource: 'CustomSMSSender_SignUp', requestId: context.awsRequestId },
  ]);
});

it.each([
  ['SNS refuses', { phone_number: '+4915112345678' }, 'InvalidParameterException'],
  ['the user has no phone number', {}, undefined],
])('a failure is thrown and logged without code and number: %s', async (_, userAttributes, reason) => {
  const error = '<Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>+4915112345678</Message></Error>';
  sns.now(xml(400, `<ErrorResponse>${error}<RequestId>1</RequestId></ErrorResponse>`));
  const handler = await handlerOf();
  const output = captureOutput();
  const event = fixtureEvent('custom-sms-sender');
  event.request = { ...event.request, code: await encrypted('123456'), userAttributes };
  const failure: unknown = await handler(event, context).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(Error);
  const [line] = output.log();
  expect(line).toMatchObject({ event: 'trigger-failed', trigger: 'CustomSMSSender', error: 'DeliveryError' });
  expect((line as { reason?: string }).reason).toBe(reason);
  expect(output.text()).not.toContain('123456');
  expect(output.text()).not.toContain('+4915112345678');
});
