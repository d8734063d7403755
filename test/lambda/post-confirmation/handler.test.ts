import { genericRefusal } from '../../../lambda/answer';
import { write } from '../../../lambda/post-confirmation/environment';
import { boundedClient, join } from '../../../lambda/post-confirmation/group-membership';
import type { handler as Handler } from '../../../lambda/post-confirmation/handler';
import { captureOutput } from '../captured-output';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';
import { awsEnvironment, json, loopbackServer, never, type LoopbackServer } from '../loopback-server';

const event = fixtureEvent('post-confirmation');

let cognito: LoopbackServer;
let handler: typeof Handler;

beforeAll(async () => {
  cognito = await loopbackServer(json(200, {}));
  handler = await loadHandler<typeof Handler>('post-confirmation', {
    ...write({ defaultGroup: 'members' }),
    ...awsEnvironment('COGNITO_IDENTITY_PROVIDER', cognito.url),
  });
});
beforeEach(() => cognito.now(json(200, {})));
afterEach(() => jest.restoreAllMocks());
afterAll(() => cognito.close());

it('adds the user of the event to the default group, at the endpoint that the environment names', async () => {
  await expect(handler(event, context)).resolves.toEqual(event);
  const [request, ...more] = cognito.received;
  expect(more).toEqual([]);
  expect(request?.headers['x-amz-target']).toBe('AWSCognitoIdentityProviderService.AdminAddUserToGroup');
  expect(JSON.parse(request?.body ?? '')).toEqual({
    UserPoolId: event.userPoolId,
    Username: event.userName,
    GroupName: 'members',
  });
});

it('does the same again when Cognito calls again', async () => {
  await handler(event, context);
  await expect(handler(event, context)).resolves.toEqual(event);
  expect(cognito.received[1]?.body).toBe(cognito.received[0]?.body);
});

it('calls nobody after a reset password', async () => {
  const reset = { ...event, triggerSource: 'PostConfirmation_ConfirmForgotPassword' } as const;
  await expect(handler(reset, context)).resolves.toEqual(reset);
  expect(cognito.received).toEqual([]);
});

it('fails with the generic refusal when the group is missing, and logs what is needed to repair it by hand', async () => {
  cognito.now(json(400, { __type: 'ResourceNotFoundException', message: 'Group not found.' }));
  const output = captureOutput();
  await expect(handler(event, context)).rejects.toThrow(genericRefusal);
  expect(output.log()).toEqual([
    {
      event: 'trigger-failed',
      trigger: 'PostConfirmation',
      requestId: context.awsRequestId,
      error: 'GroupMembershipError',
      message: 'The confirmed user could not be added to the default group',
      reason: 'ResourceNotFoundException',
      userPoolId: event.userPoolId,
      userName: event.userName,
      group: 'members',
    },
  ]);
  expect(output.text()).not.toContain('anna@example.com');
});

it('gives up on a service that does not answer, after as many attempts as allowed', async () => {
  cognito.now(never);
  const membership = { userPoolId: event.userPoolId, userName: event.userName, group: 'members' };
  await expect(join(boundedClient({ attempts: 2, attemptMilliseconds: 20 }), membership)).rejects.toMatchObject({
    name: 'GroupMembershipError',
    facts: { reason: 'TimeoutError' },
  });
  expect(cognito.received).toHaveLength(2);
});
