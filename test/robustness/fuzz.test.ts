import fc from 'fast-check';
import { operations } from '../../lib/local-pool/operations/registry';
import { errorsDeclaredBy } from '../../lib/local-pool/operations/declared-errors';
import { answer, type ApiReply } from '../../lib/local-pool/server/api';
import { buildPool, password, type BuiltPool } from '../local-pool/pool-builder';
import { signIn } from '../local-pool/sign-in-steps';
import { confirmDevice, type TestDevice } from '../local-pool/srp-steps';
import { bodiesOf, type KnownValues } from './arbitrary-body';
import { listen } from './listening';

const authorization = 'AWS4-HMAC-SHA256 Credential=any/20261121/eu-west-1/cognito-idp/aws4_request';
const target = (operation: string): string => `AWSCognitoIdentityProviderService.${operation}`;
const anna = 'anna@example.com';
const bob = 'bob@example.com';
/** Something of another user that no request of Anna's may bring to light. */
const hidden = 'only-bob-knows-this';

/** What an operation may end in beside the errors that it declares. */
const ofTheProtocol = ['SerializationException', 'NotSimulatedException'];

/**
 * A pool with Anna, whose tokens, session and passwords the requests hold, and with Bob, of whom they have no more than
 * the name.
 */
async function populated(): Promise<BuiltPool & { readonly known: KnownValues }> {
  const mfa = { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } as const;
  const deviceTracking = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false };
  const built = buildPool({ settings: { mfa, deviceTracking } });
  await built.addConfirmedUser(anna);
  await built.addConfirmedUser(bob);
  await built.callAsAdmin('AdminSetUserPassword', { Username: bob, Password: 'Only-Bob-Knows-1', Permanent: true });
  const nickname = { Name: 'nickname', Value: hidden };
  await built.callAsAdmin('AdminUpdateUserAttributes', { Username: bob, UserAttributes: [nickname] });
  const { Session = '' } = await signIn(built, anna);
  built.pool.settings = { ...built.pool.settings, mfa: { ...mfa, mode: 'OPTIONAL' } };
  const signedIn = await signIn(built, anna);
  const device = await confirmDevice(built, signedIn);
  const IdToken = signedIn.AuthenticationResult?.IdToken ?? '';
  return { ...built, known: knownValues(built, { Session, IdToken, device }) };
}

interface AnnasOwn {
  readonly Session: string;
  readonly IdToken: string;
  readonly device: TestDevice;
}

function knownValues({ pool, client }: BuiltPool, { Session, IdToken, device }: AnnasOwn): KnownValues {
  const { accessToken: AccessToken, refreshToken: RefreshToken, DEVICE_KEY } = device;
  // What fits stands there more than once.
  const names = [anna, anna, anna, bob, 'eve@example.com'];
  const passwords = [password, password, password, 'Better-Horse-10', 'short'];
  const devices = [DEVICE_KEY, DEVICE_KEY, 'eu-west-1_0'];
  const codes = ['123456', '000000'];
  const words = ['people', 'orders'];
  return {
    UserPoolId: [pool.id],
    ClientId: [client('app').id, client('open').id],
    ResourceArn: [pool.arn],
    ...{ Username: names, USERNAME: names },
    ...{ Password: passwords, PASSWORD: passwords, NEW_PASSWORD: passwords, TemporaryPassword: passwords },
    ...{ PreviousPassword: passwords, ProposedPassword: passwords },
    ...{
      AccessToken: [AccessToken, AccessToken, IdToken],
      RefreshToken: [RefreshToken],
      REFRESH_TOKEN: [RefreshToken],
    },
    ...{ Token: [RefreshToken, AccessToken], Session: [Session], DeviceKey: devices, DEVICE_KEY: devices },
    ...{ ConfirmationCode: codes, Code: codes, UserCode: codes, SOFTWARE_TOKEN_MFA_CODE: codes },
    AuthFlow: [
      ...['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
      ...['USER_SRP_AUTH', 'REFRESH_TOKEN_AUTH', 'CUSTOM_AUTH'],
    ],
    ChallengeName: ['MFA_SETUP', 'SOFTWARE_TOKEN_MFA', 'NEW_PASSWORD_REQUIRED', 'PASSWORD_VERIFIER', 'DEVICE_SRP_AUTH'],
    SRP_A: ['abcdef01', '0', 'xyz'],
    Name: ['email', 'nickname', 'email_verified', 'sub', 'custom:x', ...words],
    Value: ['x', 'true', 'eve@example.com', ''],
    AttributeName: ['email', 'phone_number', 'nickname'],
    ...{ UserAttributeNames: ['nickname', 'sub'], AttributesToGet: ['email', 'nickname'] },
    AttributeDataType: ['String', 'Number'],
    ...{ GroupName: ['admins', 'new'], PoolName: words, ClientName: words, Domain: words, Identifier: words },
    ...{ ScopeName: ['read'], ScopeDescription: words, ProviderName: ['Acme'], ProviderType: ['OIDC', 'Google'] },
    ...{ IdpIdentifier: words, IdpIdentifiers: words, TagKeys: words, CSS: ['.banner-customizable {}'] },
    ...{ client_id: words, oidc_issuer: ['https://acme.example.com'] },
    ...{ MessageAction: ['SUPPRESS', 'RESEND'], DesiredDeliveryMediums: ['EMAIL', 'SMS'] },
    ...{ DeviceRememberedStatus: ['remembered', 'not_remembered'], MfaConfiguration: ['ON', 'OFF', 'OPTIONAL'] },
    ...{ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    ...{ EventSource: ['userNotification'], LogLevel: ['ERROR'], EventAction: ['BLOCK', 'NO_ACTION'] },
    Filter: ['email = "bob"', 'username ^= "a"', 'status = "Enabled"', '"'],
    other: ['', 'any', '0', 'dmVyaWZpZXI='],
  };
}

function expectModelled(operation: string, { status, body }: ApiReply): void {
  if (status === 200) return;
  const { __type: type, message } = body as { readonly __type: string; readonly message: string };
  expect([...errorsDeclaredBy(operation), ...ofTheProtocol]).toContain(type);
  expect(status).toBe(type === 'NotSimulatedException' ? 501 : 400);
  expect(typeof message).toBe('string');
  expect(message).not.toMatch(/\bat .*\.[jt]s:\d+/);
}

/** All that a reply tells, the JSON in its tokens included (RFC 7515: each part in base64url). */
function toldBy({ body }: ApiReply): string {
  const text = JSON.stringify(body);
  const parts = text.match(/eyJ[\w-]+/g) ?? [];
  return [text, ...parts.map((part) => Buffer.from(part, 'base64url').toString())].join('\n');
}

describe('whatever a body holds, the answer is a success or an error that the operation declares:', () => {
  test.each([...operations.values()].map((operation) => [operation.name, operation] as const))(
    '%s',
    async (name, { authorisation }) => {
      const built = await populated();
      const send = (body: string): Promise<ApiReply> =>
        answer(built.service, { target: target(name), authorization, body });
      await fc.assert(
        fc.asyncProperty(
          fc.oneof({ weight: 4, arbitrary: bodiesOf(name, built.known) }, fc.jsonValue()),
          async (body) => {
            const reply = await send(JSON.stringify(body));
            expectModelled(name, reply);
            if (authorisation !== 'signature') expect(toldBy(reply)).not.toContain(hidden);
          },
        ),
        { numRuns: 100 },
      );
    },
  );
});

test('so it is for each of 40 requests in a row, whatever those before it have changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (given) => {
      const built = await populated();
      for (let step = 0; step < 40; step += 1) {
        // A sign-in meets much of what the other operations change.
        const name = given(fc.constantFrom, 'InitiateAuth', 'InitiateAuth', 'InitiateAuth', ...operations.keys());
        const body = JSON.stringify(given(bodiesOf, name, built.known));
        expectModelled(name, await answer(built.service, { target: target(name), authorization, body }));
      }
    }),
    { numRuns: 100 },
  );
});

test('what is looked for in the replies would be found: Bob himself is told', async () => {
  const built = await populated();
  const reply = await answer(built.service, {
    target: target('InitiateAuth'),
    authorization,
    body: JSON.stringify({
      ClientId: built.client('app').id,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: bob, PASSWORD: 'Only-Bob-Knows-1' },
    }),
  });
  expect(JSON.stringify(reply.body)).not.toContain(hidden);
  expect(toldBy(reply)).toContain(hidden);
});

test('whatever the target is, the answer names no operation that there is not', async () => {
  const { service } = await populated();
  const targets = fc.oneof(
    fc.string(),
    fc.string().map(target),
    fc.constantFrom('__proto__', 'constructor', 'toString', '').map(target),
  );
  await fc.assert(
    fc.asyncProperty(targets, fc.string(), async (name, body) => {
      const { status, body: answered } = await answer(service, { target: name, authorization, body });
      expect([status, (answered as { readonly __type: string }).__type]).toEqual([400, 'UnknownOperationException']);
    }),
  );
});

test('whatever bytes come over the wire, the server answers, and answers afterwards', async () => {
  const built = await populated();
  const { port, post, logged, close } = await listen(built);
  const names = fc.constantFrom(...operations.keys());
  await fc.assert(
    fc.asyncProperty(names, fc.uint8Array({ maxLength: 2000 }), async (name, body) => {
      const headers = { 'X-Amz-Target': target(name), Authorization: authorization };
      const answered = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
      expect([200, 400, 501]).toContain(answered.status);
      expect(answered.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
      await answered.text();
    }),
    { numRuns: 200 },
  );
  const { status, body } = await post('DescribeUserPool', JSON.stringify({ UserPoolId: built.pool.id }));
  expect([status, body]).toEqual([200, expect.stringContaining(built.pool.id)]);
  expect(logged.filter((line) => / 500 /.test(line))).toEqual([]);
  await close();
});

test.each([
  ['a body nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['a member nested 100,000 deep', `{"AuthParameters":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
  ['100,000 members', `{${Array.from({ length: 100_000 }, (_, index) => `"m${index}":1`).join()}}`],
  ['half a surrogate pair', '{"ClientId":"\\ud800","AuthFlow":"\\udfff"}'],
])('%s is answered', async (_what, body) => {
  const { service } = await populated();
  const { status } = await answer(service, { target: target('InitiateAuth'), authorization, body });
  expect(status).toBe(400);
});
