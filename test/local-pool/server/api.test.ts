import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { notSimulatedOperations } from '../../../lib/local-pool/operations/not-simulated-operations';
import { operations } from '../../../lib/local-pool/operations/registry';
import { serviceOperations } from '../../../lib/local-pool/operations/service-operations';
import { answer, type ApiRequest } from '../../../lib/local-pool/server/api';
import { buildPool, type BuiltPool } from '../pool-builder';

const signed = 'AWS4-HMAC-SHA256 Credential=local';

describe('a request of the API is looked at in the service’s order', () => {
  let built: BuiltPool;
  beforeEach(() => {
    built = buildPool();
  });

  const ask = (request: Partial<ApiRequest>) =>
    answer(built.service, { target: undefined, authorization: undefined, body: '{}', ...request });
  const target = (operation: string): string => `AWSCognitoIdentityProviderService.${operation}`;

  test.each<[string, Partial<ApiRequest>, number, string, RegExp]>([
    ['no target', {}, 400, 'UnknownOperationException', /^The request is no operation/],
    [
      'the target of another service',
      { target: 'AWSKMS.Encrypt' },
      400,
      'UnknownOperationException',
      /^The request is no operation/,
    ],
    [
      'a misspelt operation',
      { target: target('SignUpp') },
      400,
      'UnknownOperationException',
      /^SignUpp is no operation/,
    ],
    [
      'an operation that is left out',
      { target: target('StartWebAuthnRegistration') },
      501,
      'NotSimulatedException',
      /^The operation StartWebAuthnRegistration \(WEB_AUTHN\) is not simulated by the local user pool\./,
    ],
    [
      'an administrator’s operation without a signature, before its body is read',
      { target: target('AdminGetUser'), body: 'not JSON' },
      400,
      'MissingAuthenticationTokenException',
      /^Missing Authentication Token: AdminGetUser must be signed/,
    ],
    ['a body that is not JSON', { target: target('SignUp'), body: '{' }, 400, 'SerializationException', /is not JSON/],
    ['a body that is a list', { target: target('SignUp'), body: '[]' }, 400, 'SerializationException', /array can not/],
    [
      'a member of another type',
      { target: target('SignUp'), body: '{"ClientId": 7}' },
      400,
      'SerializationException',
      /^clientId: number can not be converted to string/,
    ],
    [
      'constraints, before the client is looked up',
      { target: target('SignUp'), body: '{"ClientId": "a b", "Username": "x", "Password": "y"}' },
      400,
      'InvalidParameterException',
      /^1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: \[\\w\+\]\+$/,
    ],
    [
      'the client, then',
      { target: target('SignUp'), body: '{"ClientId": "abc", "Username": "x", "Password": "y"}' },
      400,
      'ResourceNotFoundException',
      /^User pool client abc does not exist\.$/,
    ],
    [
      'the pool, then',
      { target: target('AdminGetUser'), authorization: signed, body: '{"UserPoolId": "eu-west-1_x", "Username": "x"}' },
      400,
      'ResourceNotFoundException',
      /^User pool eu-west-1_x does not exist\.$/,
    ],
  ])('%s', async (_what, request, status, type, message) => {
    const reply = await ask(request);
    expect(reply).toMatchObject({ status, body: { __type: type, message: expect.stringMatching(message) as unknown } });
    expect(reply.outcome.error?.type).toBe(type);
  });

  test('an empty body is an empty object', async () => {
    const reply = await ask({ target: target('SignUp'), body: '' });
    expect(reply.body).toMatchObject({
      message: expect.stringMatching(/^2 validation errors detected: .*Member must not be null; /) as unknown,
    });
  });

  test('what breaks inside says nothing to the caller, and all to the log', async () => {
    built.pool.users.find = () => {
      throw new RangeError('the directory is broken');
    };
    const reply = await ask({
      target: target('AdminGetUser'),
      authorization: signed,
      body: JSON.stringify({ UserPoolId: built.pool.id, Username: 'x' }),
    });
    expect(reply).toMatchObject({ status: 500, body: { __type: 'InternalErrorException' } });
    expect(JSON.stringify(reply.body)).not.toContain('directory');
    expect(reply.outcome.error?.detail).toContain('RangeError: the directory is broken');
  });
});

describe('a signature is wanted', () => {
  const { config } = new sdk.CognitoIdentityProviderClient({ region: 'eu-west-1' });

  test.each([...operations.values()].map(({ name, authorisation }) => [name, authorisation] as const))(
    'for %s as the SDK signs it: authorised by %s',
    (operation, authorisation) => {
      const schemes = config.httpAuthSchemeProvider({ operation, region: 'eu-west-1' });
      const unsigned = schemes.some(({ schemeId }) => schemeId === 'smithy.api#noAuth');
      expect(authorisation === 'signature').toBe(!unsigned);
    },
  );
});

describe('the list of operations', () => {
  const sdkOperations = Object.keys(sdk)
    .filter((name) => name.endsWith('Command') && name !== '$Command')
    .map((name) => name.slice(0, -'Command'.length));

  test('is that of the SDK', () => {
    expect([...serviceOperations].toSorted()).toEqual(sdkOperations.toSorted());
  });

  test('is that of the operations that are answered and of those that are left out for a feature, no name twice', () => {
    const leftOut = notSimulatedOperations.flatMap(({ operations: names }) => names);
    expect([...operations.keys(), ...leftOut].toSorted()).toEqual([...serviceOperations].toSorted());
  });

  test.each(
    notSimulatedOperations.flatMap(({ feature, operations: names }) => names.map((name) => [name, feature.name])),
  )('says of %s that it needs %s', async (name, feature) => {
    const target = `AWSCognitoIdentityProviderService.${name}`;
    const { status, body } = await answer(buildPool().service, { target, authorization: signed, body: '{}' });
    expect(status).toBe(501);
    expect(body).toMatchObject({
      __type: 'NotSimulatedException',
      message: expect.stringContaining(`The operation ${name} (${feature}) is not simulated`) as unknown,
    });
  });
});
