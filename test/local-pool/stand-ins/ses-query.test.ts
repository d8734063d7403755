import { answerStandIn, type StandInResponse } from '../../../lib/local-pool/stand-ins/routes';
import { KmsKeys } from '../../../lib/local-pool/stand-ins/kms-key';
import { Inbox } from '../../../lib/local-pool/state/inbox';
import { countedRandomness } from '../counted-randomness';
import { SetClock } from '../set-clock';

/** As an SDK writes it (AWS query protocol: members flattened, lists counted from 1). */
const email = {
  Action: 'SendEmail',
  Version: '2010-12-01',
  Source: 'Kiosk <no-reply@example.com>',
  'Destination.ToAddresses.member.1': 'anna@example.com',
  'Message.Subject.Data': 'Dein Code & mehr: ünï',
  'Message.Body.Html.Data': '<p>123 456</p>',
  'Message.Body.Html.Charset': 'UTF-8',
};
const { 'Destination.ToAddresses.member.1': _to, ...toNobody } = email;
const { 'Message.Body.Html.Data': _html, ...withoutBody } = email;
const recipients = (kind: string, count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Destination.${kind}.member.${index + 1}`,
      `${kind}${index + 1}@example.com`,
    ]),
  );

let inbox: Inbox;
beforeEach(() => {
  inbox = new Inbox(new SetClock());
});

function send(body: Readonly<Record<string, string>>): StandInResponse {
  const randomness = countedRandomness();
  const state = { inbox, randomness, secrets: new Map<string, string>(), kmsKeys: new KmsKeys(randomness) };
  const request = { method: 'POST', path: '/stand-ins/ses', target: undefined };
  return answerStandIn('ses', { ...request, body: new URLSearchParams(body).toString() }, state);
}

test('an e-mail is in the inbox, as it was sent, and the answer is XML with its id', () => {
  const { status, contentType, body } = send(email);
  expect([status, contentType]).toEqual([200, 'text/xml']);
  expect(body).toMatch(
    /^<SendEmailResponse xmlns="http:\/\/ses\.amazonaws\.com\/doc\/2010-12-01\/"><SendEmailResult><MessageId>[^<]+<\/MessageId><\/SendEmailResult><ResponseMetadata><RequestId>[^<]+<\/RequestId><\/ResponseMetadata><\/SendEmailResponse>$/,
  );
  expect(inbox.all()).toEqual([
    {
      sentAt: expect.stringMatching(/Z$/),
      kind: 'Sent',
      medium: 'EMAIL',
      from: 'Kiosk <no-reply@example.com>',
      to: 'anna@example.com',
      subject: 'Dein Code & mehr: ünï',
      body: '<p>123 456</p>',
    },
  ]);
});

test('every recipient gets one, in the order of their numbers', () => {
  send({
    ...toNobody,
    ...recipients('BccAddresses', 1),
    ...recipients('CcAddresses', 1),
    ...recipients('ToAddresses', 11),
  });
  expect(inbox.all().map(({ to }) => to)).toEqual([
    ...Array.from({ length: 11 }, (_, index) => `ToAddresses${index + 1}@example.com`),
    'CcAddresses1@example.com',
    'BccAddresses1@example.com',
  ]);
});

test.each([
  ['text alone', { ...withoutBody, 'Message.Body.Text.Data': 'plain' }, 'plain'],
  ['both', { ...email, 'Message.Body.Text.Data': 'plain' }, '<p>123 456</p>'],
])('of a body with %s the richest form is shown', (_what, body, shown) => {
  send(body);
  expect(inbox.all()[0]?.body).toBe(shown);
});

test.each<[string, Readonly<Record<string, string>>, number, string, string]>([
  ['no recipient', toNobody, 400, 'InvalidParameterValue', "Missing required header 'To'."],
  [
    'too many',
    { ...email, ...recipients('CcAddresses', 50) },
    400,
    'InvalidParameterValue',
    'Recipient count exceeds 50.',
  ],
  ['no address', { ...email, Source: 'Kiosk <me>' }, 400, 'InvalidParameterValue', "Missing final '@domain'"],
  ['no body', withoutBody, 400, 'InvalidParameterValue', 'Missing body: expected Html or Text.'],
  [
    'nothing at all',
    { Action: 'SendEmail' },
    400,
    'ValidationError',
    'Members must not be null: Source, Message.Subject.Data',
  ],
  [
    'another call',
    { ...email, Action: 'SendRawEmail' },
    501,
    'NotSimulatedException',
    'ses.SendRawEmail is not simulated by the local user pool; SendEmail is.',
  ],
  [
    'a call with markup in its name',
    { Action: '<a>&' },
    501,
    'NotSimulatedException',
    'ses.&lt;a&gt;&amp; is not simulated by the local user pool; SendEmail is.',
  ],
  [
    'no call',
    {},
    501,
    'NotSimulatedException',
    'An SES request without Action is not simulated by the local user pool; SendEmail is.',
  ],
])('%s is refused in the form that the SDKs read, and nothing is sent', (_what, body, status, code, message) => {
  const reply = send(body);
  expect([reply.status, reply.contentType]).toEqual([status, 'text/xml']);
  expect(reply.body).toContain(`<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`);
  expect(inbox.all()).toEqual([]);
});
