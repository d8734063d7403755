import { write } from '../../../lambda/forget-unused-devices/environment';
import type { handler as Handler } from '../../../lambda/forget-unused-devices/handler';
import { captureOutput } from '../captured-output';
import { context as lambdaContext, loadHandler } from '../load-handler';
import { awsEnvironment, loopbackServer, type LoopbackServer, type Received } from '../loopback-server';

const context = { ...lambdaContext, getRemainingTimeInMillis: () => 900_000 };
const day = 86_400;
const nowSeconds = () => Date.now() / 1000;

let cognito: LoopbackServer;
afterEach(async () => {
  jest.restoreAllMocks();
  await cognito.close();
});

type Answers = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => object>>;

/** A user pool that answers as the test says; an answer with __type is an error. */
async function pool(answers: Answers): Promise<typeof Handler> {
  cognito = await loopbackServer((response, { headers, body }) => {
    const operation = String(headers['x-amz-target']).replace(/^.*\./, '');
    const answer = answers[operation]?.(JSON.parse(body) as Readonly<Record<string, unknown>>) ?? {};
    const status = '__type' in answer ? 400 : 200;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  return loadHandler<typeof Handler>('forget-unused-devices', {
    ...awsEnvironment('COGNITO_IDENTITY_PROVIDER', cognito.url),
    ...write({ userPoolId: 'eu-west-1_AbCdEf123', afterDays: 60 }),
  });
}

const inputsOf = (operation: string) =>
  cognito.received
    .filter(({ headers }: Received) => String(headers['x-amz-target']).endsWith(`.${operation}`))
    .map(({ body }) => JSON.parse(body) as unknown);

it('asks for as little as it needs, pages through users and devices, and logs one line of numbers', async () => {
  const handler = await pool({
    ListUsers: ({ PaginationToken }) =>
      PaginationToken === undefined
        ? { Users: [{ Username: 'anna' }], PaginationToken: 'more-users' }
        : { Users: [{ Username: 'ben' }] },
    AdminListDevices: ({ Username, PaginationToken }) => {
      if (Username === 'ben') return { Devices: [{ DeviceKey: 'b1', DeviceCreateDate: nowSeconds() }] };
      return PaginationToken === undefined
        ? {
            Devices: [{ DeviceKey: 'a1', DeviceLastAuthenticatedDate: nowSeconds() - 61 * day }],
            PaginationToken: 'more',
          }
        : { Devices: [{ DeviceKey: 'a2', DeviceCreateDate: nowSeconds() - 61 * day }, { DeviceKey: 'a3' }] };
    },
  });
  const output = captureOutput();
  await expect(handler({}, context)).resolves.toEqual({ finished: true });
  expect(inputsOf('ListUsers')).toEqual([
    { UserPoolId: 'eu-west-1_AbCdEf123', AttributesToGet: ['sub'], Limit: 60 },
    { UserPoolId: 'eu-west-1_AbCdEf123', AttributesToGet: ['sub'], Limit: 60, PaginationToken: 'more-users' },
  ]);
  expect(inputsOf('AdminForgetDevice')).toEqual([
    { UserPoolId: 'eu-west-1_AbCdEf123', Username: 'anna', DeviceKey: 'a1' },
    { UserPoolId: 'eu-west-1_AbCdEf123', Username: 'anna', DeviceKey: 'a2' },
  ]);
  expect(output.log()).toEqual([
    {
      event: 'unused-devices-forgotten',
      requestId: context.awsRequestId,
      users: 2,
      devices: 4,
      forgotten: 2,
      endedBy: 'last-user',
    },
  ]);
});

it('goes on where the last invocation stopped', async () => {
  const handler = await pool({ ListUsers: () => ({ Users: [] }) });
  captureOutput();
  await handler({ paginationToken: 'from-here' }, context);
  expect(inputsOf('ListUsers')).toEqual([expect.objectContaining({ PaginationToken: 'from-here' })]);
});

it('begins no page for which there may be no time', async () => {
  const handler = await pool({});
  const output = captureOutput();
  const late = { ...context, getRemainingTimeInMillis: () => 120_000 };
  await expect(handler({ paginationToken: 'from-here' }, late)).resolves.toEqual({
    finished: false,
    paginationToken: 'from-here',
  });
  expect(cognito.received).toEqual([]);
  expect(output.log()).toEqual([expect.objectContaining({ endedBy: 'time', users: 0 })]);
});

it.each([
  ['a user', { AdminListDevices: () => ({ __type: 'UserNotFoundException', message: 'User does not exist.' }) }],
  [
    'a device',
    {
      AdminListDevices: () => ({ Devices: [{ DeviceKey: 'a1', DeviceCreateDate: nowSeconds() - 61 * day }] }),
      AdminForgetDevice: () => ({ __type: 'ResourceNotFoundException', message: 'Device does not exist.' }),
    },
  ],
])('%s that has gone in the meantime is no error', async (_, answers: Answers) => {
  const handler = await pool({ ListUsers: () => ({ Users: [{ Username: 'anna' }] }), ...answers });
  captureOutput();
  await expect(handler({}, context)).resolves.toEqual({ finished: true });
});

it('another error fails the invocation, and is logged without its text', async () => {
  const handler = await pool({
    ListUsers: () => ({ __type: 'AccessDeniedException', message: 'anna@example.com may not be listed' }),
  });
  const output = captureOutput();
  const failure: unknown = await handler({}, context).catch((error: unknown) => error);
  expect(output.log()).toEqual([
    expect.objectContaining({
      event: 'forgetting-failed',
      error: 'AccessDeniedException',
      requestId: context.awsRequestId,
      users: 0,
      forgotten: 0,
    }),
  ]);
  expect(output.text() + String((failure as Error).stack)).not.toContain('anna@example.com');
});
