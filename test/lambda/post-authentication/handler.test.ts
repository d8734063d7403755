import { write } from '../../../lambda/post-authentication/environment';
import type { handler as Handler } from '../../../lambda/post-authentication/handler';
import { captureOutput } from '../captured-output';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

let handler: typeof Handler;

beforeAll(async () => {
  handler = await loadHandler<typeof Handler>('post-authentication', write());
});
afterEach(() => jest.restoreAllMocks());

it('writes one audit line and returns the event as it came', async () => {
  const output = captureOutput();
  const event = fixtureEvent('post-authentication');
  await expect(handler(event, context)).resolves.toEqual(fixtureEvent('post-authentication'));
  expect(output.log()).toEqual([
    {
      event: 'signed-in',
      userPoolId: 'eu-west-1_AbCdEf123',
      clientId: '3n4b5urk1ft4fl3mg5e62d9ado',
      sub: '5a7e1c1e-3f0b-4d6f-9a55-0d4f3c1b2a90',
      newDeviceUsed: true,
      requestId: context.awsRequestId,
    },
  ]);
});

it('lets the user in when the line cannot be written', async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => {
    throw new Error('EPIPE');
  });
  const event = fixtureEvent('post-authentication');
  await expect(handler(event, context)).resolves.toBe(event);
});

it('lets the user in when the event lacks what the line is made of', async () => {
  const event = { ...fixtureEvent('post-authentication'), request: null as never };
  await expect(handler(event, context)).resolves.toBe(event);
});
