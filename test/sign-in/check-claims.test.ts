import { checkClaims } from '../../lib/sign-in/check-claims';
import type { ExpectedClaims } from '../../lib/sign-in/check-claims';
import { exampleClient, examplePool } from './example-pool';

const expected: ExpectedClaims = {
  target: {
    pool: examplePool,
    client: { ...exampleClient, id: 'client', secret: undefined, flow: 'ADMIN_USER_PASSWORD_AUTH' },
  },
  username: 'user',
  email: 'someone@example.com',
  emailVerified: true,
  groups: [],
  deviceKey: 'eu-west-1_device',
};

const id = {
  token_use: 'id',
  sub: 'user',
  'cognito:username': 'user',
  email: 'someone@example.com',
  email_verified: true,
  groups: [],
  iat: 1000,
  exp: 2800,
};

const access = {
  token_use: 'access',
  sub: 'user',
  client_id: 'client',
  username: 'user',
  scope: 'aws.cognito.signin.user.admin',
  device_key: 'eu-west-1_device',
  groups: [],
  iat: 1000,
  exp: 4600,
};

test('claims as the template promises them are accepted', () => {
  expect(() => checkClaims({ id, access }, expected)).not.toThrow();
});

test.each([
  ['ID', 'token_use', 'access'],
  ['ID', 'cognito:username', 'another'],
  ['ID', 'email', 'another@example.com'],
  ['ID', 'email_verified', false],
  ['ID', 'cognito:groups', ['admins']],
  ['ID', 'groups', ['admins']],
  ['ID', 'groups', undefined],
  ['access', 'token_use', 'id'],
  ['access', 'client_id', 'another'],
  ['access', 'username', 'another'],
  ['access', 'sub', 'another'],
  ['access', 'scope', 'openid'],
  ['access', 'device_key', undefined],
  ['access', 'groups', undefined],
])('%s token: %s %p is refused by name', (token, claim, value) => {
  const tokens =
    token === 'ID' ? { id: { ...id, [claim]: value }, access } : { id, access: { ...access, [claim]: value } };
  expect(() => checkClaims(tokens, expected)).toThrow(`${token} token: ${claim} is `);
});

test('a user in groups has them in the claim of Cognito and in that of the trigger, in whatever order', () => {
  const groups = ['admins', 'members'];
  const inBoth = { 'cognito:groups': ['members', 'admins'], groups: ['members', 'admins'] };
  const member = { ...expected, groups };
  expect(() => checkClaims({ id: { ...id, ...inBoth }, access: { ...access, ...inBoth } }, member)).not.toThrow();
  expect(() => checkClaims({ id, access: { ...access, ...inBoth } }, member)).toThrow(
    'ID token: cognito:groups is absent; expected ["admins","members"].',
  );
});

test('a lifetime other than the template gives the client is refused', () => {
  expect(() => checkClaims({ id: { ...id, exp: 4600 }, access }, expected)).toThrow(
    'ID token: exp - iat is 3600; expected 1800.',
  );
});

test('every wrong claim is named at once', () => {
  const wrong = { ...access, client_id: 'another', scope: 'openid' };
  expect(() => checkClaims({ id, access: wrong }, expected)).toThrow(/client_id[^]*scope/);
});

test('an attribute that the client may not read must not be in the token', () => {
  const { target } = expected;
  const blind = { ...expected, target: { ...target, client: { ...target.client, readAttributes: ['name'] } } };
  expect(() => checkClaims({ id, access }, blind)).toThrow(
    'ID token: email is "someone@example.com"; expected absent.',
  );
});

test('without device tracking the access token names no device', () => {
  expect(() => checkClaims({ id, access }, { ...expected, deviceKey: undefined })).toThrow(
    'access token: device_key is "eu-west-1_device"; expected absent.',
  );
});
