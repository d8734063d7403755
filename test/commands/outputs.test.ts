import type { App } from 'aws-cdk-lib';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/commands/outputs';
import { startLocalPool } from '../../lib/local-pool/local-pool';
import type { LocalPool } from '../../lib/local-pool/local-pool';
import { stageFor } from '../stacks/template-for';
import { fixtureAssembly, fixtureStack } from '../synthesis/assembly';
import { clientRange } from '../synthesis/client-range';
import { pagesRange } from '../synthesis/pages-range';
import { range } from '../synthesis/range';
import { amplifyOutputsSchema } from './amplify-outputs-schema';
import { someCredentials, withAwsEnvironment } from './aws-environment';
import { capturedIo } from './captured-io';
import { cloudFormationStandIn } from './cloudformation-stand-in';
import type { StandIn } from './cloudformation-stand-in';

/** Every kind of app client, AWS credentials, and passkeys beside passwords. */
const applications = {
  ...clientRange['client-kinds'],
  name: 'applications',
  signIn: range.passkeys.signIn,
  passkeys: range.passkeys.passkeys,
  identityPool: { ...pagesRange['ruled-credentials'].identityPool, clients: ['web'] },
} as const;

/** What the deployed stack tells; the pool is deployed nowhere. */
const deployed = {
  UserPoolId: 'eu-west-1_AbCdEf123',
  Issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
  IdentityPoolId: 'eu-west-1:12345678-1234-1234-1234-123456789012',
  ClientIdWeb: 'webwebwebwebwebwebwebwebwe',
  ClientIdPhone: 'phonephonephonephonephonep',
  ClientIdBackend: 'backendbackendbackendbacke',
  ClientIdKeptBackend: 'keptkeptkeptkeptkeptkeptke',
  ClientIdRobot: 'robotrobotrobotrobotrobotr',
  ClientIdKeptRobot: 'keptrobotkeptrobotkeptrobo',
  ClientIdLegacy: 'legacylegacylegacylegacyle',
} as const;

let local: LocalPool;
let cloudFormation: StandIn;
let directory: string;

beforeAll(async () => {
  local = await startLocalPool({ stack: fixtureStack('dev'), port: 0, log: () => undefined });
  cloudFormation = await cloudFormationStandIn({ 'userpool-applications-auth': deployed, 'userpool-dev-auth': {} });
  directory = (stageFor(applications).node.root as App).synth().directory;
});
afterAll(async () => {
  cloudFormation.close();
  await local.close();
});

/** Against the pool of dev that runs on this machine. */
async function ofLocal(...args: readonly string[]) {
  const io = capturedIo();
  const command = ['--assembly', fixtureAssembly().directory, '--endpoint', local.origin, ...args];
  return { exitCode: await main(command, io), ...io };
}

/** Against the stack that the stand-in describes. */
async function ofDeployed(...args: readonly string[]) {
  const variables = { ...someCredentials, AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.origin };
  const io = capturedIo({ env: variables });
  const command = ['--assembly', directory, '--env', 'applications', '--target', 'aws', ...args];
  return { exitCode: await withAwsEnvironment(variables, () => main(command, io)), ...io };
}

const clientId = (name: string): string =>
  [...local.pool.clients.values()].find((client) => client.name === name)?.id ?? `no client ${name}`;

test('env: lines for every client of the local pool, as npm run local runs it', async () => {
  const { exitCode, written, problems } = await ofLocal();
  expect(written.join('\n').split('\n')).toEqual([
    'COGNITO_REGION=eu-west-1',
    `COGNITO_USER_POOL_ID=${local.pool.id}`,
    `COGNITO_ISSUER=${local.pool.issuer}`,
    `COGNITO_JWKS_URI=${local.pool.issuer}/.well-known/jwks.json`,
    `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${local.origin}`,
    `COGNITO_CLIENT_BACKEND_ID=${clientId('backend')}`,
    'COGNITO_CLIENT_BACKEND_SECRET_NAME=userpool/dev/clients/backend/secret',
    `COGNITO_CLIENT_LEGACY_ID=${clientId('legacy')}`,
    `COGNITO_CLIENT_ROBOT_ID=${clientId('robot')}`,
    'COGNITO_CLIENT_ROBOT_SECRET_NAME=userpool/dev/clients/robot/secret',
    'COGNITO_CLIENT_ROBOT_SCOPES=https://orders.example.com/read',
    `COGNITO_CLIENT_WEB_ID=${clientId('web')}`,
    "COGNITO_CLIENT_WEB_SCOPES='email https://orders.example.com/read openid profile'",
  ]);
  expect(problems).toEqual([]);
  expect(exitCode).toBe(0);
});

test('env with --client: that client alone, without its name in between', async () => {
  const { written } = await ofDeployed('--client', 'web');
  expect(written.join('\n').split('\n')).toEqual([
    'COGNITO_REGION=eu-west-1',
    `COGNITO_USER_POOL_ID=${deployed.UserPoolId}`,
    `COGNITO_ISSUER=${deployed.Issuer}`,
    `COGNITO_JWKS_URI=${deployed.Issuer}/.well-known/jwks.json`,
    'COGNITO_MANAGED_LOGIN_DOMAIN=example-clients.auth.eu-west-1.amazoncognito.com',
    `COGNITO_IDENTITY_POOL_ID=${deployed.IdentityPoolId}`,
    `COGNITO_CLIENT_ID=${deployed.ClientIdWeb}`,
    "COGNITO_CLIENT_SCOPES='email https://orders.example.com/read openid'",
  ]);
});

test('a shell reads the lines of env as they are meant', async () => {
  const { written } = await ofDeployed('--client', 'web');
  const script = `${written.join('\n')}\nprintf %s "$COGNITO_CLIENT_SCOPES"`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe('email https://orders.example.com/read openid');
});

test('json: everything, every client by its name', async () => {
  const { written, exitCode } = await ofDeployed('--format', 'json');
  const document = JSON.parse(written.join('\n')) as { readonly clients: Readonly<Record<string, unknown>> };
  expect(document).toMatchObject({
    environment: 'applications',
    region: 'eu-west-1',
    endpoint: null,
    userPoolId: deployed.UserPoolId,
    issuer: deployed.Issuer,
    discoveryUrl: `${deployed.Issuer}/.well-known/openid-configuration`,
    managedLoginDomain: 'example-clients.auth.eu-west-1.amazoncognito.com',
    identityPoolId: deployed.IdentityPoolId,
    userPool: { name: 'userpool-applications', mfaConfiguration: 'OPTIONAL', guestIdentities: true },
  });
  expect(Object.keys(document.clients)).toEqual(Object.keys(applications.clients).toSorted());
  expect(document.clients['robot']).toMatchObject({
    id: deployed.ClientIdRobot,
    kind: 'machine',
    confidential: true,
    secretName: 'userpool/applications/clients/robot/secret',
    oauthFlows: ['client_credentials'],
    callbackUrls: [],
  });
  expect(exitCode).toBe(0);
});

test.each(['backend', 'kept-backend', 'robot', 'kept-robot'])(
  'the client %s comes with the name of its secret, rotated or not',
  async (name) => {
    const { written } = await ofDeployed('--client', name);
    expect(written.join('\n')).toContain(`COGNITO_CLIENT_SECRET_NAME=userpool/applications/clients/${name}/secret`);
  },
);

test.each(['env', 'json', 'oidc'])('%s never tells a secret', async (format) => {
  const secrets = [...local.pool.clients.values()].flatMap(({ secret }) => secret ?? []);
  expect(secrets).not.toEqual([]);
  const { written, exitCode } = await ofLocal('--format', format, '--client', 'backend');
  expect(exitCode).toBe(0);
  for (const secret of secrets) expect(written.join('\n')).not.toContain(secret);
});

test('amplify: amplify_outputs.json as its schema wants it, with the pages of the client', async () => {
  const { written } = await ofDeployed('--format', 'amplify', '--client', 'web');
  const outputs = amplifyOutputsSchema.parse(JSON.parse(written.join('\n')));
  expect(outputs).not.toHaveProperty('custom');
  expect(outputs.auth).toEqual({
    aws_region: 'eu-west-1',
    user_pool_id: deployed.UserPoolId,
    user_pool_client_id: deployed.ClientIdWeb,
    identity_pool_id: deployed.IdentityPoolId,
    unauthenticated_identities_enabled: true,
    username_attributes: ['email'],
    standard_required_attributes: ['email'],
    user_verification_types: ['email'],
    mfa_configuration: 'OPTIONAL',
    mfa_methods: ['TOTP'],
    password_policy: {
      min_length: 15,
      require_lowercase: true,
      require_uppercase: true,
      require_numbers: true,
      require_symbols: true,
    },
    passwordless: {
      email_otp_enabled: false,
      sms_otp_enabled: false,
      web_authn: { relying_party_id: 'login.example.com', user_verification: 'required' },
    },
    oauth: {
      identity_providers: ['GOOGLE'],
      domain: 'example-clients.auth.eu-west-1.amazoncognito.com',
      scopes: ['email', 'https://orders.example.com/read', 'openid'],
      redirect_sign_in_uri: ['http://localhost:3000/signed-in', 'https://app.example.com/signed-in'],
      redirect_sign_out_uri: ['http://localhost:3000/', 'https://app.example.com/'],
      response_type: 'code',
    },
    groups: [{ admins: { precedence: 0 } }, { members: { precedence: 10 } }],
  });
});

test('amplify of the local pool: the only browser client, without pages, and where the pool is', async () => {
  const { written } = await ofLocal('--format', 'amplify');
  const { auth, custom } = amplifyOutputsSchema.parse(JSON.parse(written.join('\n')));
  expect(auth).toMatchObject({ user_pool_id: local.pool.id, user_pool_client_id: clientId('web') });
  expect(custom).toEqual({ user_pool_endpoint: local.origin });
  expect(auth).not.toHaveProperty('oauth');
  expect(auth).not.toHaveProperty('passwordless');
});

test.each([
  [
    'web',
    {
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: ['http://localhost:3000/signed-in', 'https://app.example.com/signed-in'],
      post_logout_redirect_uris: ['http://localhost:3000/', 'https://app.example.com/'],
      scope: 'email https://orders.example.com/read openid',
    },
  ],
  [
    'robot',
    {
      token_endpoint_auth_method: 'client_secret_basic',
      client_secret_name: 'userpool/applications/clients/robot/secret',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      post_logout_redirect_uris: [],
      scope: 'https://orders.example.com/write stock/count',
    },
  ],
] as const)('oidc: the client %s with its grants', async (name, grants) => {
  const { written } = await ofDeployed('--format', 'oidc', '--client', name);
  expect(JSON.parse(written.join('\n'))).toEqual({
    issuer: deployed.Issuer,
    discovery_url: `${deployed.Issuer}/.well-known/openid-configuration`,
    client_id: name === 'web' ? deployed.ClientIdWeb : deployed.ClientIdRobot,
    ...grants,
  });
});

test('oidc of the local pool: the discovery document is there, and tells the same issuer', async () => {
  const { written } = await ofLocal('--format', 'oidc', '--client', 'web');
  const { discovery_url: discoveryUrl, issuer } = JSON.parse(written.join('\n')) as Readonly<Record<string, string>>;
  const discovered = (await (await fetch(discoveryUrl ?? '')).json()) as { readonly issuer: string };
  expect(discovered.issuer).toBe(issuer);
});

test('--output writes a file instead of the lines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'userpool-outputs-'));
  const file = join(folder, 'amplify_outputs.json');
  const { written } = await ofLocal('--format', 'amplify', '--output', file);
  expect(amplifyOutputsSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).success).toBe(true);
  await rm(folder, { recursive: true });
  expect(written).toEqual([]);
});

test.each([
  ['an unknown client', ['--client', 'wbe'], /There is no app client wbe in applications\/auth\. It has: .*web/],
  [
    'several front ends',
    ['--format', 'amplify'],
    /applications has 2 app clients for a front end; expected one\. Name one with --client: phone, web\.$/,
  ],
  [
    'a client secret that Amplify cannot keep',
    ['--format', 'amplify', '--client', 'backend'],
    /The app client backend of applications has a client secret\. [^]*--client/,
  ],
  [
    'callback URLs without a logout URL',
    ['--format', 'amplify', '--client', 'phone'],
    /The app client phone of applications has no logout URL\. [^]*logoutUrls/,
  ],
  ['a file that cannot be written', ['--output', '/dev/null/x'], /\/dev\/null\/x cannot be written: .*--output/],
  ['an unknown format', ['--format', 'yaml'], /Allowed choices are env, json, amplify, oidc/],
  ['an endpoint that is no URL', ['--endpoint', 'localhost'], /Expected a URL such as http:\/\/localhost:9229/],
])('%s: exit code 2, and what to do', async (_, args, message) => {
  const { exitCode, problems, written } = await ofDeployed(...args);
  expect(problems.join('\n')).toMatch(message);
  expect(written).toEqual([]);
  expect(exitCode).toBe(2);
});

test('a stack without the outputs is named, with the output that is missing', async () => {
  const { exitCode, problems } = await ofDeployed('--assembly', fixtureAssembly().directory, '--env', 'dev');
  expect(problems).toEqual([expect.stringContaining('dev/auth has no output that tells the id of the user pool.')]);
  expect(exitCode).toBe(2);
});

test.each([
  ['nothing listens', ['--endpoint', 'http://127.0.0.1:9'], /^No local pool answers at http:\/\/127\.0\.0\.1:9: /],
  [
    'another pool runs there',
    ['--env', 'mfa-off'],
    /^0 user pools at \S+ have the name userpool-mfa-off\. Those that run there: userpool-dev \(/,
  ],
])('%s: exit code 2, and the command that starts the pool', async (_, args, message) => {
  const { exitCode, problems } = await ofLocal(...args);
  expect(problems).toEqual([expect.stringMatching(message)]);
  expect(problems[0]).toContain('npm run local -- --env');
  expect(exitCode).toBe(2);
});
