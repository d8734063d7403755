import { userMigration, type UserMigrationEvent } from '../../../lib/local-pool/triggers/user-migration';
import { answering, callerOf, echoing } from './recording-lambda';

const signIn: UserMigrationEvent = {
  source: 'UserMigration_Authentication',
  username: 'mia@example.com',
  password: 'correct horse',
  validationData: { shop: 'north' },
};
const forgot: UserMigrationEvent = {
  source: 'UserMigration_ForgotPassword',
  username: 'mia@example.com',
  clientMetadata: { shop: 'north' },
};

const unchanged = {
  userAttributes: null,
  forceAliasCreation: null,
  enableSMSMFA: null,
  finalUserStatus: null,
  messageAction: null,
  desiredDeliveryMediums: null,
};

test('at a sign-in the event has the password that was typed', async () => {
  const lambda = echoing();
  await userMigration(callerOf(lambda, { trigger: 'UserMigration' }), signIn);
  expect(lambda.events[0]).toMatchObject({
    triggerSource: 'UserMigration_Authentication',
    userName: 'mia@example.com',
  });
  expect(lambda.events[0]?.request).toEqual({
    password: 'correct horse',
    validationData: { shop: 'north' },
    userAttributes: null,
  });
  expect(lambda.events[0]?.response).toEqual(unchanged);
});

test('at a forgotten password there is none', async () => {
  const lambda = echoing();
  await userMigration(callerOf(lambda, { trigger: 'UserMigration' }), forgot);
  expect(lambda.events[0]).toMatchObject({ triggerSource: 'UserMigration_ForgotPassword' });
  expect(lambda.events[0]?.request).toEqual({
    validationData: null,
    clientMetadata: { shop: 'north' },
    userAttributes: null,
  });
});

test.each([
  ['the pool has no such trigger', undefined, { userAttributes: { email: 'mia@example.com' } }],
  ['the function returns the event unchanged', 'UserMigration', unchanged],
  ['it returns no attributes', 'UserMigration', { userAttributes: {} }],
] as const)('the user stays unknown when %s', async (_, trigger, response) => {
  await expect(userMigration(callerOf(answering(response), { trigger }), signIn)).resolves.toBeUndefined();
});

test.each([
  ['attributes alone', { userAttributes: { email: 'mia@example.com' } }, 'CONFIRMED', false],
  [
    'everything',
    {
      userAttributes: { email: 'mia@example.com' },
      finalUserStatus: 'RESET_REQUIRED',
      messageAction: 'SUPPRESS',
      desiredDeliveryMediums: ['EMAIL'],
      forceAliasCreation: true,
      enableSMSMFA: false,
    },
    'RESET_REQUIRED',
    true,
  ],
])('a user migrated with %s', async (_, response, finalStatus, forceAliasCreation) => {
  await expect(userMigration(callerOf(answering(response), { trigger: 'UserMigration' }), signIn)).resolves.toEqual({
    attributes: { email: 'mia@example.com' },
    finalStatus,
    enableSmsMfa: false,
    forceAliasCreation,
  });
});

test('the function may switch on codes by text message', async () => {
  const response = { userAttributes: { email: 'mia@example.com' }, enableSMSMFA: true };
  await expect(
    userMigration(callerOf(answering(response), { trigger: 'UserMigration' }), signIn),
  ).resolves.toMatchObject({ enableSmsMfa: true });
});

test.each([
  ['userAttributes', { userAttributes: { email: 1 } }],
  ['userAttributes', { userAttributes: [{ Name: 'email', Value: 'mia@example.com' }] }],
  ['sub is given by the user pool', { userAttributes: { sub: 'x', email: 'mia@example.com' } }],
  ['finalUserStatus', { userAttributes: { email: 'e' }, finalUserStatus: 'UNCONFIRMED' }],
  ['messageAction', { userAttributes: { email: 'e' }, messageAction: 'RESEND' }],
  ['desiredDeliveryMediums', { userAttributes: { email: 'e' }, desiredDeliveryMediums: 'EMAIL' }],
  ['forceAliasCreation', { userAttributes: { email: 'e' }, forceAliasCreation: 'true' }],
])('a wrong answer is refused and its place told to the log: %s', async (place, response) => {
  await expect(
    userMigration(callerOf(answering(response), { trigger: 'UserMigration' }), signIn),
  ).rejects.toMatchObject({
    type: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
    detail: expect.stringContaining(place),
  });
});
