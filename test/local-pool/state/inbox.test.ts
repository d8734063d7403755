import { Inbox } from '../../../lib/local-pool/state/inbox';
import { SetClock } from '../set-clock';

const message = {
  kind: 'SignUp',
  medium: 'EMAIL',
  from: 'people@example.com',
  to: 'anna@example.com',
  subject: 'Your code',
  body: 'It is 123456',
  code: '123456',
} as const;

test('a message is kept with the time of its delivery, newest last', () => {
  const clock = new SetClock();
  const inbox = new Inbox(clock);
  inbox.deliver(message);
  clock.advance({ minutes: 1 });
  inbox.deliver({ ...message, kind: 'ResendCode' });
  expect(inbox.all().map(({ sentAt, kind }) => [sentAt, kind])).toEqual([
    ['2026-11-21T09:00:00.000Z', 'SignUp'],
    ['2026-11-21T09:01:00.000Z', 'ResendCode'],
  ]);
});

test('the newest message to an address is found, also by its kind', () => {
  const inbox = new Inbox(new SetClock());
  inbox.deliver({ ...message, code: '1' });
  inbox.deliver({ ...message, code: '2', kind: 'ForgotPassword' });
  inbox.deliver({ ...message, code: '3', to: 'bob@example.com' });
  expect(inbox.latest('anna@example.com')?.code).toBe('2');
  expect(inbox.latest('anna@example.com', 'SignUp')?.code).toBe('1');
  expect(inbox.latest('cleo@example.com')).toBeUndefined();
});

test('a list that was handed out does not grow', () => {
  const inbox = new Inbox(new SetClock());
  const before = inbox.all();
  inbox.deliver(message);
  expect(before).toEqual([]);
});

test('after a thousand messages the oldest falls out', () => {
  const inbox = new Inbox(new SetClock());
  for (let count = 0; count <= 1000; count += 1) inbox.deliver({ ...message, code: String(count) });
  expect(inbox.all()).toHaveLength(1000);
  expect(inbox.all()[0]?.code).toBe('1');
});

test('what a function sent is found by its address and kind, and has no code of its own', () => {
  const inbox = new Inbox(new SetClock());
  const { code, ...rest } = message;
  inbox.deliver({ ...rest, kind: 'Sent', body: `It is ${code}` });
  expect(inbox.latest(message.to, 'Sent')).toMatchObject({ kind: 'Sent', body: 'It is 123456' });
  expect(inbox.latest(message.to)?.code).toBeUndefined();
  expect(inbox.latest(message.to, 'SignUp')).toBeUndefined();
});

test('the inbox tells when everything that is on its way has arrived', async () => {
  const inbox = new Inbox(new SetClock());
  await inbox.arrived();
  const endings: (() => void)[] = [];
  for (let count = 0; count < 2; count += 1) inbox.expect(new Promise((resolve) => endings.push(resolve)));
  let arrived = false;
  const arrival = inbox.arrived().then(() => {
    arrived = true;
  });
  endings[0]?.();
  await Promise.resolve();
  expect(arrived).toBe(false);
  endings[1]?.();
  await arrival;
  expect(arrived).toBe(true);
});
