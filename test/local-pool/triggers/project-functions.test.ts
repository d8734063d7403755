import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as customMessageSettings from '../../../lambda/custom-message/environment';
import * as postAuthenticationSettings from '../../../lambda/post-authentication/environment';
import * as postConfirmationSettings from '../../../lambda/post-confirmation/environment';
import * as preSignUpSettings from '../../../lambda/pre-sign-up/environment';
import * as preTokenGenerationSettings from '../../../lambda/pre-token-generation/environment';
import * as userMigrationSettings from '../../../lambda/user-migration/environment';
import { bundleHandler } from '../../../lib/constructs/bundle-handler';
import type { TriggerFunction, TriggerName } from '../../../lib/local-pool/settings/pool-settings';
import { standInEndpoints } from '../../../lib/local-pool/stand-ins/routes';
import { secretsManager } from '../../../lib/local-pool/stand-ins/secrets-manager';
import { customMessage } from '../../../lib/local-pool/triggers/custom-message';
import { postAuthentication } from '../../../lib/local-pool/triggers/post-authentication';
import { postConfirmation } from '../../../lib/local-pool/triggers/post-confirmation';
import { preSignUp } from '../../../lib/local-pool/triggers/pre-sign-up';
import { preTokenGeneration } from '../../../lib/local-pool/triggers/pre-token-generation';
import type { TriggerCaller } from '../../../lib/local-pool/triggers/trigger-caller';
import { userMigration } from '../../../lib/local-pool/triggers/user-migration';
import { LoopbackService } from './loopback-service';
import { PlantedFunctions } from './planted-functions';
import { plantedRuntime } from './planted-runtime';
import { mia } from './recording-lambda';

/** The project's own functions, bundled as for a deployment and run as the local user pool runs them. */
const functions = new PlantedFunctions();
const secrets = new Map([['dev/legacy-token', 'legacy-token-1']]);
const service = new LoopbackService(({ path: where, target, body }) => {
  // The SDK ends the path of an endpoint with a slash.
  if (where === '/stand-ins/secrets-manager/') return secretsManager(target, body, secrets);
  if (where === '/legacy') return { status: 200, body: { email: 'mia@example.com', name: 'Mia', legacyId: '77' } };
  return { status: 200, body: {} };
});
const { runtime, lines } = plantedRuntime({
  endpoints: () => ({ cognito: service.origin, ...standInEndpoints(service.origin) }),
});

beforeAll(() => service.listen());
beforeEach(() => service.requests.splice(0));
afterAll(async () => {
  await runtime.close();
  await service.close();
  functions.remove();
});

/** A pool with one trigger: the function in lambda/<folder>. */
function poolWith(trigger: TriggerName, folder: string, environment: Record<string, string>): TriggerCaller {
  const directory = functions.file(folder);
  mkdirSync(directory, { recursive: true });
  bundleHandler(path.resolve('lambda', folder, 'handler.ts'), path.join(directory, 'index.js'));
  const target: TriggerFunction = {
    logicalId: trigger,
    arn: `arn:aws:lambda:eu-west-1:000000000000:function:${folder}`,
    directory,
    handler: 'index.handler',
    environment,
    memoryMegabytes: 128,
    timeoutSeconds: 5,
    eventVersion: trigger === 'PreTokenGeneration' ? 'V2_0' : 'V1_0',
    invocable: true,
  };
  return {
    pool: {
      id: 'eu-west-1_AbCdEfGhI',
      settings: {
        region: 'eu-west-1',
        triggers: { [trigger]: target },
        email: { sender: 'DEVELOPER', from: 'no-reply@example.com' },
      },
      lambda: runtime,
    },
    clientId: 'client1234567890',
  };
}

test('pre-sign-up lets addresses of an allowed domain in, and tells others why not', async () => {
  const caller = poolWith(
    'PreSignUp',
    'pre-sign-up',
    preSignUpSettings.write({ allowedEmailDomains: ['example.com'] }),
  );
  const signUp = (email: string) =>
    preSignUp(caller, { source: 'PreSignUp_SignUp', username: 'mia', attributes: { email } });
  await expect(signUp('mia@example.com')).resolves.toMatchObject({ autoConfirmUser: false });
  await expect(signUp('mia@elsewhere.example')).rejects.toMatchObject({
    type: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error Sign-up is not open to addresses of this e-mail domain.',
  });
});

test('post-confirmation calls the local user pool, with no credentials of this machine', async () => {
  const caller = poolWith(
    'PostConfirmation',
    'post-confirmation',
    postConfirmationSettings.write({ defaultGroup: 'users' }),
  );
  await postConfirmation(caller, { source: 'PostConfirmation_ConfirmSignUp', ...mia });
  expect(service.requests).toEqual([
    expect.objectContaining({
      target: 'AWSCognitoIdentityProviderService.AdminAddUserToGroup',
      authorization: expect.stringContaining('Credential=LOCALPOOLACCESSKEYID/'),
      body: JSON.stringify({ UserPoolId: 'eu-west-1_AbCdEfGhI', Username: mia.username, GroupName: 'users' }),
    }),
  ]);
});

test('pre-token-generation puts groups and attributes into the tokens', async () => {
  const environment = preTokenGenerationSettings.write({
    groupsClaim: 'groups',
    attributeClaims: { tenant: 'custom:tenant' },
  });
  const caller = poolWith('PreTokenGeneration', 'pre-token-generation', environment);
  const overrides = await preTokenGeneration(caller, {
    source: 'TokenGeneration_Authentication',
    username: mia.username,
    attributes: { ...mia.attributes, 'custom:tenant': 'north' },
    groups: { groups: ['staff'], roles: [], preferredRole: undefined },
    scopes: ['aws.cognito.signin.user.admin'],
  });
  expect(overrides).toMatchObject({
    id: { add: { groups: ['staff'] } },
    access: { add: { groups: ['staff'], tenant: 'north' } },
    groups: undefined,
  });
});

test('custom-message writes in the language of the user', async () => {
  const caller = poolWith('CustomMessage', 'custom-message', customMessageSettings.write({ productName: 'Harbour' }));
  const message = await customMessage(caller, {
    kind: 'SignUp',
    username: mia.username,
    attributes: { ...mia.attributes, locale: 'ja-JP' },
  });
  expect(message.emailSubject).toMatch(/\p{Script=Han}/u);
  expect(message.emailMessage).toContain('{####}');
});

test('post-authentication writes its audit line into the log', async () => {
  const caller = poolWith('PostAuthentication', 'post-authentication', postAuthenticationSettings.write());
  await postAuthentication(caller, { ...mia, newDeviceUsed: true });
  const [line = ''] = lines.filter((printed) => printed.startsWith('post-authentication: '));
  expect(JSON.parse(line.slice('post-authentication: '.length))).toMatchObject({
    event: 'signed-in',
    sub: mia.attributes.sub,
    newDeviceUsed: true,
  });
});

test('user-migration reads its token from the stand-in and asks the legacy service with it', async () => {
  const environment = userMigrationSettings.write({
    endpoint: `${service.origin}/legacy`,
    tokenSecretName: 'dev/legacy-token',
    deadlineMilliseconds: 4000,
  });
  const migrated = await userMigration(poolWith('UserMigration', 'user-migration', environment), {
    source: 'UserMigration_Authentication',
    username: 'mia@example.com',
    password: 'correct horse',
  });
  expect(migrated).toMatchObject({
    attributes: { email: 'mia@example.com', email_verified: 'true', name: 'Mia', 'custom:legacy_id': '77' },
    finalStatus: 'CONFIRMED',
  });
  expect(service.requests).toMatchObject([
    { path: '/stand-ins/secrets-manager/', target: 'secretsmanager.GetSecretValue' },
    { path: '/legacy', authorization: 'Bearer legacy-token-1' },
  ]);
  expect(lines.join('\n')).not.toContain('correct horse');
});
