import { createHmac } from 'node:crypto';
import { buildPool, password } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'Anna@example.com';

/** Every operation of an app that proves its secret in SecretHash, with what else it demands. */
test.each([
  ['SignUp', { Password: password }],
  ['ConfirmSignUp', { ConfirmationCode: '123456' }],
  ['ResendConfirmationCode', {}],
  ['ForgotPassword', {}],
  ['ConfirmForgotPassword', { ConfirmationCode: '123456', Password: password }],
])('%s demands the hash of a confidential client, made with the name as it is sent', async (operation, members) => {
  const { call, client } = buildPool({ clients: { app: { generateSecret: true, preventUserExistenceErrors: true } } });
  const { id, secret = '' } = client('app');
  const hash = (of: string) => createHmac('sha256', secret).update(`${of}${id}`).digest('base64');
  const request = { ClientId: id, Username: name, ...members };
  expect(await refusalOf(call(operation, request))).toEqual(
    refusal('NotAuthorizedException', `Client ${id} is configured with secret but SECRET_HASH was not received`),
  );
  expect(await refusalOf(call(operation, { ...request, SecretHash: hash(name.toLowerCase()) }))).toEqual(
    refusal('NotAuthorizedException', `Unable to verify secret hash for client ${id}`),
  );
  const { type } = await call(operation, { ...request, SecretHash: hash(name) }).then(
    () => ({ type: 'none' }),
    (error: unknown) => refusalOf(Promise.reject(error as Error)),
  );
  expect(type).not.toBe('NotAuthorizedException');
});

test('a hash at a client that has no secret proves nothing, and hinders nothing', async () => {
  const built = buildPool();
  await built.addConfirmedUser(name);
  expect(await signIn(built, name, { SECRET_HASH: 'bm8gc2VjcmV0' })).toHaveProperty('AuthenticationResult');
});
