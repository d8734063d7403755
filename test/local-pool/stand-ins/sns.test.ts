import { CreateTopicCommand, InvalidParameterException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { sns } from '../../../lib/local-pool/stand-ins/sns';
import { Inbox } from '../../../lib/local-pool/state/inbox';
import { countedRandomness } from '../counted-randomness';
import { SetClock } from '../set-clock';

let inbox: Inbox;
let requests = 0;
const server = createServer((request, response) => {
  void text(request).then((body) => {
    requests += 1;
    const reply = sns(body, inbox, countedRandomness());
    response.writeHead(reply.status, { 'Content-Type': 'text/xml' }).end(reply.body);
  });
});
let client: SNSClient;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = new SNSClient({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stand-ins/sns`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
beforeEach(() => {
  inbox = new Inbox(new SetClock());
  requests = 0;
});
afterAll(async () => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const PhoneNumber = '+4915112345678';

test('a text message is in the inbox, as it was sent', async () => {
  const Message = '【Kiosk】 123456 <&> "+"';
  expect(await client.send(new PublishCommand({ PhoneNumber, Message }))).toMatchObject({
    MessageId: expect.stringMatching(/./),
  });
  expect(inbox.all()).toEqual([
    {
      sentAt: expect.stringMatching(/Z$/),
      kind: 'Sent',
      medium: 'SMS',
      from: '',
      to: PhoneNumber,
      subject: '',
      body: Message,
    },
  ]);
});

test('the sender is the sender id, if the function gives one', async () => {
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
  const MessageAttributes = {
    'AWS.SNS.SMS.SMSType': attribute('Transactional'),
    'AWS.SNS.SMS.SenderID': attribute('Kiosk'),
  };
  await client.send(new PublishCommand({ PhoneNumber, Message: '123456', MessageAttributes }));
  expect(inbox.latest(PhoneNumber)?.from).toBe('Kiosk');
});

test.each([
  ['no number', { PhoneNumber: '0151 <12345678>', Message: '1' }, 'Invalid parameter: PhoneNumber Reason'],
  ['nowhere to send it', { Message: '1' }, 'Invalid parameter: PhoneNumber Reason'],
  ['nothing', { PhoneNumber, Message: '' }, 'Invalid parameter: Empty message'],
  ['too much', { PhoneNumber, Message: 'x'.repeat(1601) }, 'Invalid parameter: Message Reason'],
])('%s is the typed InvalidParameterException, and nothing is sent', async (_, input, message) => {
  const failure: unknown = await client.send(new PublishCommand(input)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InvalidParameterException);
  expect(failure).toMatchObject({ message: expect.stringContaining(message) });
  expect(inbox.all()).toEqual([]);
});

test.each([
  ['sns.CreateTopic', () => client.send(new CreateTopicCommand({ Name: 'codes' }))],
  ['sns.Publish with TopicArn', () => client.send(new PublishCommand({ TopicArn: 'arn:x', Message: '1' }))],
  ['sns.Publish with TargetArn', () => client.send(new PublishCommand({ TargetArn: 'arn:x', Message: '1' }))],
])('%s is refused by its name, and not tried again', async (name, call) => {
  await expect(call()).rejects.toMatchObject({
    name: 'NotSimulatedException',
    message: `${name} is not simulated by the local user pool; Publish with PhoneNumber is.`,
  });
  expect(requests).toBe(1);
  expect(inbox.all()).toEqual([]);
});

test('a request without Action is refused', () => {
  expect(sns('', inbox, countedRandomness())).toMatchObject({ status: 501 });
});
