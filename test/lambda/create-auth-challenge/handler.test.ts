import { genericRefusal } from '../../../lambda/answer';
import { write } from '../../../lambda/create-auth-challenge/environment';
import type { handler as Handler } from '../../../lambda/create-auth-challenge/handler';
import { captureOutput } from '../captured-output';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';
import { awsEnvironment, json, loopbackServer, type LoopbackServer } from '../loopback-server';

let ses: LoopbackServer;
beforeAll(async () => {
  ses = await loopbackServer(json(200, { MessageId: '1' }));
});
beforeEach(() => ses.now(json(200, { MessageId: '1' })));
afterEach(() => jest.restoreAllMocks());
afterAll(() => ses.close());

function handlerOf(): Promise<typeof Handler> {
  return loadHandler<typeof Handler>('create-auth-challenge', {
    ...awsEnvironment('SESV2', ses.url),
    ...write({
      productName: 'Kiosk',
      codeMinutes: 5,
      from: 'Kiosk <no-reply@example.com>',
      replyTo: 'support@example.com',
      region: 'eu-west-1',
    }),
  });
}

it('sends six digits that are new each time, and hands them to the next trigger', async () => {
  const handler = await handlerOf();
  const codes: string[] = [];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { response } = await handler(fixtureEvent('create-auth-challenge'), context);
    const code = response.privateChallengeParameters['code'] ?? '';
    expect(code).toMatch(/^\d{6}$/);
    expect(ses.received.at(-1)?.body).toContain(`<strong>${code}</strong>`);
    codes.push(code);
  }
  // Two equal ones among twenty happen once in five thousand runs; that all are equal, never.
  expect(new Set(codes).size).toBeGreaterThan(1);
});

it('a failure to send ends the sign-in, and is logged without the code and the address', async () => {
  ses.now(json(400, { __type: 'MessageRejected', message: 'anna@example.com is not verified' }));
  const handler = await handlerOf();
  const output = captureOutput();
  await expect(handler(fixtureEvent('create-auth-challenge'), context)).rejects.toThrow(genericRefusal);
  expect(output.log()).toEqual([
    expect.objectContaining({ trigger: 'CreateAuthChallenge', error: 'DeliveryError', reason: 'MessageRejected' }),
  ]);
  expect(output.text()).not.toContain('anna@example.com');
  expect(output.text()).not.toMatch(/\b\d{6}\b/);
});
