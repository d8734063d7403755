import { BadRequestException, GetAccountCommand, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { ses } from '../../../lib/local-pool/stand-ins/ses';
import { Inbox } from '../../../lib/local-pool/state/inbox';
import { countedRandomness } from '../counted-randomness';
import { SetClock } from '../set-clock';
import { LoopbackService } from '../triggers/loopback-service';

const endpointPath = '/stand-ins/ses';
const from = 'Kiosk <no-reply@example.com>';
const simple = (body: object) => ({ Simple: { Subject: { Data: 'Your code' }, Body: body } });
const html = { Html: { Data: '<p>123456</p>', Charset: 'UTF-8' } };

let inbox: Inbox;
const service = new LoopbackService(({ path, body }) =>
  ses({ method: 'POST', path: path.slice(endpointPath.length), body }, inbox, countedRandomness()),
);
let client: SESv2Client;

beforeAll(async () => {
  await service.listen();
  client = new SESv2Client({
    region: 'eu-west-1',
    endpoint: `${service.origin}${endpointPath}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
beforeEach(() => {
  inbox = new Inbox(new SetClock());
  service.requests.splice(0);
});
afterAll(async () => {
  client.destroy();
  await service.close();
});

const send = (input: Partial<ConstructorParameters<typeof SendEmailCommand>[0]>) =>
  client.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: ['anna@example.com'] },
      Content: simple(html),
      ...input,
    }),
  );

test('an e-mail is in the inbox, as it was sent', async () => {
  expect(await send({})).toMatchObject({ MessageId: expect.stringMatching(/./) });
  expect(inbox.all()).toEqual([
    {
      sentAt: expect.stringMatching(/Z$/),
      kind: 'Sent',
      medium: 'EMAIL',
      from,
      to: 'anna@example.com',
      subject: 'Your code',
      body: '<p>123456</p>',
    },
  ]);
});

test('every recipient gets one', async () => {
  await send({
    Destination: { ToAddresses: ['a@example.com'], CcAddresses: ['b@example.com'], BccAddresses: ['c@example.com'] },
  });
  expect(inbox.all().map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
});

test.each([
  ['text alone', { Text: { Data: 'plain' } }, 'plain'],
  ['both', { ...html, Text: { Data: 'plain' } }, '<p>123456</p>'],
])('of a body with %s the richest form is shown', async (_, body, shown) => {
  await send({ Content: simple(body) });
  expect(inbox.all()[0]?.body).toBe(shown);
});

test.each([
  ['no sender', { FromEmailAddress: undefined }],
  ['no recipient', { Destination: {} }],
  ['too many recipients', { Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `u${n}@example.com`) } }],
  ['no body', { Content: simple({}) }],
])('%s is the typed BadRequestException, and nothing is sent', async (_, input) => {
  await expect(send(input as never)).rejects.toBeInstanceOf(BadRequestException);
  expect(inbox.all()).toEqual([]);
});

test('what is no JSON is refused', () => {
  const request = { method: 'POST', path: '/v2/email/outbound-emails', body: '{' };
  expect(ses(request, inbox, countedRandomness())).toMatchObject({
    status: 400,
    body: { __type: 'BadRequestException' },
  });
});

test.each([
  ['SendEmail with Raw', () => send({ Content: { Raw: { Data: Buffer.from('MIME') } } })],
  ['SendEmail with Template', () => send({ Content: { Template: { TemplateName: 'code' } } })],
  ['SES POST /v2/email/account', () => client.send(new GetAccountCommand({}))],
])('%s is refused by its name, and not tried again', async (name, call) => {
  await expect(call()).rejects.toMatchObject({
    name: 'NotSimulatedException',
    message: `${name} is not simulated by the local user pool; SendEmail of SES v2 with Content.Simple is.`,
  });
  expect(service.requests).toHaveLength(1);
  expect(inbox.all()).toEqual([]);
});
