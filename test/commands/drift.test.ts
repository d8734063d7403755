import * as api from '@aws-sdk/client-cognito-identity-provider';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../lib/commands/drift';
import { projectRoot } from '../../lib/commands/project-root';
import type { Difference, Drift } from '../../lib/drift/difference';
import { LocalDeployment } from '../../lib/local-pool/settings/local-deployment';
import { startLocalPool } from '../../lib/local-pool/local-pool';
import type { LocalPool } from '../../lib/local-pool/local-pool';
import type { StackArtifact } from '../../lib/template/assembly';
import { signingKeys } from '../local-pool/signing-keys';
import { fixtureAssembly, fixtureStack } from '../synthesis/assembly';
import { templateOf } from '../synthesis/template-resource';
import { someCredentials, withAwsEnvironment } from './aws-environment';
import { capturedIo } from './captured-io';
import { cloudFormationStandIn } from './cloudformation-stand-in';

type Environment = 'dev' | 'staging' | 'prod';

interface Running {
  readonly environment: Environment;
  readonly local: LocalPool;
  readonly UserPoolId: string;
  readonly clientId: (name: string) => string;
  /** Of the resources of the stack, by logical id, as they are at the start. */
  readonly physicalIds: Readonly<Record<string, string>>;
  readonly cognito: api.CognitoIdentityProviderClient;
}

let running: Running | undefined;

afterEach(async () => {
  await running?.local.close();
  running = undefined;
});

async function start(environment: Environment): Promise<Running> {
  const local = await startLocalPool({
    stack: fixtureStack(environment),
    neighbours: fixtureAssembly().stacks.filter(({ path }) => path !== `${environment}/auth`),
    port: 0,
    signingKeys,
    log: () => undefined,
  });
  const cognito = new api.CognitoIdentityProviderClient({
    endpoint: local.origin,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  running = {
    environment,
    local,
    UserPoolId: local.pool.id,
    clientId: (name) => [...local.pool.clients.values()].find((client) => client.name === name)?.id ?? `no ${name}`,
    physicalIds: physicalIdsOf(local, fixtureStack(environment)),
    cognito,
  };
  return running;
}

async function ofLocal({ environment, local }: Running, ...args: readonly string[]) {
  const io = capturedIo();
  const where = ['--target', 'local', '--endpoint', local.origin, '--assembly', fixtureAssembly().directory];
  return { exitCode: await main(['--env', environment, ...where, ...args], io), ...io };
}

async function driftOf(pool: Running): Promise<Drift> {
  return JSON.parse((await ofLocal(pool, '--json')).written.join('\n')) as Drift;
}

/** PhysicalResourceId of everything in the stack of a pool, with the names that things have on this machine. */
function physicalIdsOf({ pool }: LocalPool, stack: StackArtifact): Readonly<Record<string, string>> {
  const made = new LocalDeployment([stack], { poolId: () => '', clientId: () => '', issuerOf: () => '' });
  const resources = Object.entries(templateOf(stack).Resources);
  return Object.fromEntries(
    resources.map(([logicalId, { Type, Properties }]) => {
      if (Type === 'AWS::Cognito::UserPool') return [logicalId, pool.id];
      const client = [...pool.clients.values()].find(({ name }) => name === Properties['ClientName']);
      if (Type === 'AWS::Cognito::UserPoolClient') return [logicalId, client?.id ?? ''];
      return [logicalId, made.valueFor({ stack: stack.path, logicalId, attribute: undefined }) ?? logicalId];
    }),
  );
}

/** What an operator would type, sent as the AWS CLI sends it. */
async function typed({ cognito, local }: Running, command: string): Promise<void> {
  const [, name = '', endpoint, json = ''] =
    /^aws cognito-idp ([a-z-]+) --endpoint-url (\S+) --cli-input-json '(.*)'$/s.exec(command) ?? [];
  expect(endpoint).toBe(local.origin);
  const operation = name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const commands = api as unknown as Readonly<Record<string, new (input: unknown) => api.DescribeUserPoolCommand>>;
  const constructor = commands[`${operation}Command`];
  if (constructor === undefined) throw new Error(`The SDK has no ${operation}: ${command}`);
  await cognito.send(new constructor(JSON.parse(json.replaceAll(`'\\''`, `'`))));
}

test.each(['dev', 'staging', 'prod'] as const)('a pool of %s that was just started is as declared', async (name) => {
  const { exitCode, written, problems } = await ofLocal(await start(name));
  expect(written[0]).toMatch(new RegExp(`^${name}: the user pool \\S+ has no difference\\.\n\nNot compared:\n`));
  expect(problems).toEqual([]);
  expect(exitCode).toBe(0);
});

async function described({ cognito, UserPoolId }: Running): Promise<api.UserPoolType | undefined> {
  return (await cognito.send(new api.DescribeUserPoolCommand({ UserPoolId }))).UserPool;
}

/** UpdateUserPool with a change, as one who knows that it resets what is left out sends it. */
async function resent(pool: Running, change: Partial<api.UpdateUserPoolCommandInput>): Promise<void> {
  const { cognito, UserPoolId } = pool;
  const { Name, UserPoolTags, Policies, LambdaConfig, DeviceConfiguration, ...others } = (await described(pool)) ?? {};
  const { AutoVerifiedAttributes, UserAttributeUpdateSettings, SmsConfiguration, EmailConfiguration } = others;
  const { AdminCreateUserConfig, DeletionProtection, UserPoolAddOns, AccountRecoverySetting } = others;
  const { VerificationMessageTemplate, KeyConfiguration, UserPoolTier } = others;
  const { UnusedAccountValidityDays, ...AdminCreation } = AdminCreateUserConfig ?? {};
  const input = {
    UserPoolId,
    PoolName: Name,
    UserPoolTags,
    Policies,
    LambdaConfig,
    DeviceConfiguration,
    AutoVerifiedAttributes,
    UserAttributeUpdateSettings,
    SmsConfiguration,
    EmailConfiguration,
    AdminCreateUserConfig: AdminCreation,
    DeletionProtection,
    UserPoolAddOns,
    AccountRecoverySetting,
    VerificationMessageTemplate,
    KeyConfiguration,
    UserPoolTier,
  };
  await cognito.send(new api.UpdateUserPoolCommand({ ...input, ...change }));
}

interface Edit {
  readonly what: string;
  readonly of: Environment;
  readonly edit: (pool: Running) => Promise<unknown>;
  /** The differences, each as its kind, type, property, direction and controls. */
  readonly found: readonly string[];
}

const edits: readonly Edit[] = [
  {
    what: 'MFA made optional with SetUserPoolMfaConfig, which drops the passkeys that it leaves out',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.SetUserPoolMfaConfigCommand({
          UserPoolId,
          MfaConfiguration: 'OPTIONAL',
          SoftwareTokenMfaConfiguration: { Enabled: true },
        }),
      ),
    found: [
      'changed UserPool MfaConfiguration weaker CGN-MFA-01',
      'changed UserPool WebAuthnFactorConfiguration weaker CGN-MFA-02',
      'changed UserPool WebAuthnUserVerification weaker CGN-MFA-02',
      'changed UserPool WebAuthnRelyingPartyID same',
    ],
  },
  {
    what: 'MFA turned off with SetUserPoolMfaConfig',
    of: 'dev',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(new api.SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' })),
    found: ['changed UserPool MfaConfiguration weaker CGN-MFA-01', 'changed UserPool EnabledMfas same'],
  },
  {
    what: 'a flow added and the rest reset with UpdateUserPoolClient',
    of: 'dev',
    edit: ({ cognito, UserPoolId, clientId }) =>
      cognito.send(
        new api.UpdateUserPoolClientCommand({
          UserPoolId,
          ClientId: clientId('web'),
          ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
          AccessTokenValidity: 24,
        }),
      ),
    found: [
      'changed UserPoolClient AccessTokenValidity weaker CGN-CLI-10',
      'changed UserPoolClient ExplicitAuthFlows weaker CGN-CLI-05',
      'changed UserPoolClient PreventUserExistenceErrors weaker CGN-ACC-06',
      'changed UserPoolClient WriteAttributes weaker CGN-CLI-13',
      'changed UserPoolClient ReadAttributes both CGN-CLI-13',
      'changed UserPoolClient SupportedIdentityProviders unknown CGN-CLI-16',
      'changed UserPoolClient AllowedOAuthFlows same',
      'changed UserPoolClient AllowedOAuthFlowsUserPoolClient same',
      'changed UserPoolClient AllowedOAuthScopes stronger CGN-CLI-12',
      'changed UserPoolClient CallbackURLs stronger CGN-CLI-03',
      'changed UserPoolClient LogoutURLs stronger CGN-CLI-04',
    ],
  },
  {
    what: 'a client that nobody declared',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.CreateUserPoolClientCommand({
          UserPoolId,
          ClientName: 'by-hand',
          GenerateSecret: true,
          ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['implicit'],
          AllowedOAuthScopes: ['openid'],
          CallbackURLs: ['https://evil.example.com/'],
          SupportedIdentityProviders: ['COGNITO'],
        }),
      ),
    found: ['undeclared UserPoolClient weaker CGN-ACC-06 CGN-CLI-01 CGN-CLI-05 CGN-CLI-09 CGN-CLI-13'],
  },
  {
    what: 'a client that is gone',
    of: 'dev',
    edit: ({ cognito, UserPoolId, clientId }) =>
      cognito.send(new api.DeleteUserPoolClientCommand({ UserPoolId, ClientId: clientId('robot') })),
    found: ['gone UserPoolClient unknown'],
  },
  {
    what: 'a group that nobody declared',
    of: 'dev',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(new api.CreateGroupCommand({ UserPoolId, GroupName: 'superusers', Precedence: 0 })),
    found: ['undeclared UserPoolGroup unknown'],
  },
  {
    what: 'a group that is gone',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) => cognito.send(new api.DeleteGroupCommand({ UserPoolId, GroupName: 'admins' })),
    found: ['gone UserPoolGroup unknown'],
  },
  {
    what: 'a group with another precedence and description',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.UpdateGroupCommand({ UserPoolId, GroupName: 'members', Precedence: 1, Description: "It's me" }),
      ),
    found: ['changed UserPoolGroup Description same', 'changed UserPoolGroup Precedence same'],
  },
  {
    what: 'threat protection that only watches, with an address that is skipped, by SetRiskConfiguration',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.SetRiskConfigurationCommand({
          UserPoolId,
          CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } },
          RiskExceptionConfiguration: { SkippedIPRangeList: ['203.0.113.0/24'] },
        }),
      ),
    found: [
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction weaker CGN-THR-05',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.HighAction.Notify weaker CGN-THR-06',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction weaker CGN-THR-05',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction weaker CGN-THR-05',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.MediumAction.Notify weaker CGN-THR-06',
      'changed UserPoolRiskConfigurationAttachment CompromisedCredentialsRiskConfiguration.Actions.EventAction weaker CGN-THR-04',
      'changed UserPoolRiskConfigurationAttachment RiskExceptionConfiguration.SkippedIPRangeList weaker CGN-THR-07',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.From same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.MfaEmail same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.NoActionEmail same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.ReplyTo same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn same',
    ],
  },
  {
    what: 'no risk configuration left',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) => cognito.send(new api.SetRiskConfigurationCommand({ UserPoolId })),
    found: [
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction weaker CGN-THR-05',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.HighAction.Notify weaker CGN-THR-06',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction weaker CGN-THR-05',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction weaker CGN-THR-05',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.Actions.MediumAction.Notify weaker CGN-THR-06',
      'changed UserPoolRiskConfigurationAttachment CompromisedCredentialsRiskConfiguration.Actions.EventAction weaker CGN-THR-04',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.From same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.MfaEmail same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.NoActionEmail same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.ReplyTo same',
      'changed UserPoolRiskConfigurationAttachment AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn same',
    ],
  },
  {
    what: 'a risk configuration of its own for one client',
    of: 'prod',
    edit: ({ cognito, UserPoolId, clientId }) =>
      cognito.send(
        new api.SetRiskConfigurationCommand({
          UserPoolId,
          ClientId: clientId('web'),
          CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } },
        }),
      ),
    found: ['undeclared UserPoolRiskConfigurationAttachment weaker CGN-THR-08'],
  },
  {
    what: 'a shorter password with UpdateUserPool, which resets what it leaves out',
    of: 'dev',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(new api.UpdateUserPoolCommand({ UserPoolId, Policies: { PasswordPolicy: { MinimumLength: 8 } } })),
    found: [
      'changed UserPool AutoVerifiedAttributes weaker CGN-ACC-03',
      'changed UserPool Policies.PasswordPolicy.MinimumLength weaker CGN-PWD-01',
      'changed UserPool Policies.PasswordPolicy.PasswordHistorySize weaker CGN-PWD-05',
      'changed UserPool Policies.PasswordPolicy.RequireLowercase weaker CGN-PWD-02',
      'changed UserPool Policies.PasswordPolicy.RequireNumbers weaker CGN-PWD-02',
      'changed UserPool Policies.PasswordPolicy.RequireSymbols weaker CGN-PWD-02',
      'changed UserPool Policies.PasswordPolicy.RequireUppercase weaker CGN-PWD-02',
      'changed UserPool UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate weaker CGN-ACC-02',
      'changed UserPool UserPoolTags.data-class weaker CGN-DAT-05',
      'changed UserPool UserPoolTags.environment weaker CGN-DAT-05',
      'changed UserPool UserPoolTags.owner weaker CGN-DAT-05',
      'changed UserPool UserPoolTags.project weaker CGN-DAT-05',
      'changed UserPool LambdaConfig.PostConfirmation unknown CGN-TRG-02',
      'changed UserPool LambdaConfig.PreSignUp unknown CGN-TRG-02',
      'changed UserPool LambdaConfig.PreTokenGeneration unknown CGN-TRG-02',
      'changed UserPool LambdaConfig.PreTokenGenerationConfig.LambdaArn unknown CGN-TRG-02',
      'changed UserPool LambdaConfig.PostAuthentication same',
      'changed UserPool LambdaConfig.PreTokenGenerationConfig.LambdaVersion same',
      'changed UserPool DeviceConfiguration.ChallengeRequiredOnNewDevice stronger CGN-MFA-06',
      'changed UserPool DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt stronger CGN-MFA-06',
      'changed UserPool DeviceConfiguration stronger CGN-MFA-06',
    ],
  },
  {
    what: 'deletion protection taken off',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(new api.UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'INACTIVE' })),
    found: [
      'changed UserPool AdminCreateUserConfig.AllowAdminCreateUserOnly weaker CGN-ACC-01',
      'changed UserPool AutoVerifiedAttributes weaker CGN-ACC-03',
      'changed UserPool DeletionProtection weaker CGN-DAT-01',
      'changed UserPool UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate weaker CGN-ACC-02',
      'changed UserPool UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode weaker CGN-THR-03',
      'changed UserPool UserPoolAddOns.AdvancedSecurityMode weaker CGN-THR-02',
      'changed UserPool UserPoolTags.data-class weaker CGN-DAT-05',
      'changed UserPool UserPoolTags.environment weaker CGN-DAT-05',
      'changed UserPool UserPoolTags.owner weaker CGN-DAT-05',
      'changed UserPool UserPoolTags.project weaker CGN-DAT-05',
      'changed UserPool LambdaConfig.PreTokenGeneration unknown CGN-TRG-02',
      'changed UserPool LambdaConfig.PreTokenGenerationConfig.LambdaArn unknown CGN-TRG-02',
      'changed UserPool LambdaConfig.CustomMessage same',
      'changed UserPool LambdaConfig.PostAuthentication same',
      'changed UserPool LambdaConfig.PreTokenGenerationConfig.LambdaVersion same',
    ],
  },
  {
    what: 'only the minimum length changed, all else sent again',
    of: 'dev',
    edit: async (pool) => {
      const { Policies } = (await described(pool)) ?? {};
      const PasswordPolicy = { ...Policies?.PasswordPolicy, MinimumLength: 8 };
      await resent(pool, { Policies: { ...Policies, PasswordPolicy } });
    },
    found: ['changed UserPool Policies.PasswordPolicy.MinimumLength weaker CGN-PWD-01'],
  },
  {
    what: 'a trigger in the place of another',
    of: 'dev',
    edit: async (pool) => {
      const { LambdaConfig: triggers } = (await described(pool)) ?? {};
      const LambdaConfig = { ...triggers, PostAuthentication: triggers?.PostConfirmation };
      await resent(pool, { LambdaConfig });
    },
    found: ['changed UserPool LambdaConfig.PostAuthentication same'],
  },
  {
    what: 'a trigger of which the alias is left out',
    of: 'staging',
    edit: async (pool) => {
      const { LambdaConfig: triggers } = (await described(pool)) ?? {};
      await resent(pool, { LambdaConfig: { ...triggers, PreSignUp: triggers?.PreSignUp?.replace(/:[^:]+$/, '') } });
    },
    found: ['changed UserPool LambdaConfig.PreSignUp unknown CGN-TRG-02'],
  },
  {
    what: 'a role for text messages where none is declared',
    of: 'staging',
    edit: async (pool) => {
      const { SmsConfiguration: sms } = (await described(pool)) ?? {};
      const SnsCallerArn = 'arn:aws:iam::111122223333:role/another';
      await resent(pool, { SmsConfiguration: { ...sms, SnsCallerArn } });
    },
    found: ['changed UserPool SmsConfiguration.SnsCallerArn unknown CGN-IAM-01'],
  },
  {
    what: 'logs that go to a group of somebody else',
    of: 'prod',
    edit: async ({ cognito, UserPoolId }) => {
      const get = new api.GetLogDeliveryConfigurationCommand({ UserPoolId });
      const { LogDeliveryConfiguration: logs } = await cognito.send(get);
      const LogConfigurations = logs?.LogConfigurations?.map(
        ({ CloudWatchLogsConfiguration: group, ...each }): api.LogConfigurationType => ({
          ...each,
          CloudWatchLogsConfiguration: { LogGroupArn: group?.LogGroupArn?.replace(/[^:]+$/, 'theirs') },
        }),
      );
      await cognito.send(new api.SetLogDeliveryConfigurationCommand({ UserPoolId, LogConfigurations }));
    },
    found: [
      'changed LogDeliveryConfiguration LogConfigurations.userNotification same',
      'changed LogDeliveryConfiguration LogConfigurations.userAuthEvents same',
    ],
  },
  {
    what: 'a custom attribute that nobody declared',
    of: 'dev',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.AddCustomAttributesCommand({
          UserPoolId,
          CustomAttributes: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
        }),
      ),
    found: ['changed UserPool Schema.role same'],
  },
  {
    what: 'an identity provider that nobody declared, whose secret is not told',
    of: 'dev',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.CreateIdentityProviderCommand({
          UserPoolId,
          ProviderName: 'by-hand',
          ProviderType: 'OIDC',
          ProviderDetails: {
            client_id: 'them',
            client_secret: 'not-to-be-told',
            oidc_issuer: 'https://id.example.net',
            authorize_scopes: 'openid',
            attributes_request_method: 'GET',
          },
        }),
      ),
    found: ['undeclared UserPoolIdentityProvider unknown'],
  },
  {
    what: 'a scope taken from a resource server',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(
        new api.UpdateResourceServerCommand({
          UserPoolId,
          Identifier: 'https://orders.example.com',
          Name: 'orders',
          Scopes: [{ ScopeName: 'read', ScopeDescription: 'See orders.' }],
        }),
      ),
    found: ['changed UserPoolResourceServer Scopes.write same'],
  },
  {
    what: 'logs that go nowhere',
    of: 'prod',
    edit: ({ cognito, UserPoolId }) =>
      cognito.send(new api.SetLogDeliveryConfigurationCommand({ UserPoolId, LogConfigurations: [] })),
    found: [
      'changed LogDeliveryConfiguration LogConfigurations.userNotification weaker CGN-LOG-01 CGN-LOG-02',
      'changed LogDeliveryConfiguration LogConfigurations.userAuthEvents weaker CGN-LOG-01 CGN-LOG-02',
    ],
  },
];

const summary = ({ kind, type: kindOf, property, direction, controls }: Difference): string =>
  [kind, kindOf.replace('AWS::Cognito::', ''), property, direction, ...controls.map(({ id }) => id)]
    .filter((each) => each !== '')
    .join(' ');

test.each(edits)('finds $what', async ({ of, edit, found }) => {
  const pool = await start(of);
  await edit(pool);
  const { exitCode, written } = await ofLocal(pool);
  const { differences } = await driftOf(pool);
  expect(differences.map(summary)).toEqual(found);
  expect(exitCode).toBe(1);
  expect(written.join('\n')).not.toContain('not-to-be-told');
});

/** Those of which every difference can be put right by calls, as far as the local pool takes them: it has no passkeys. */
const undone = edits.filter(({ what }) =>
  /client that nobody|flow added|group|turned off|threat|risk|minimum length|provider|scope|a trigger|somebody else/.test(
    what,
  ),
);

test.each(undone)('what it says puts $what right', async ({ of, edit }) => {
  const pool = await start(of);
  await edit(pool);
  const { differences } = await driftOf(pool);
  for (const command of new Set(differences.flatMap(({ remedy }) => remedy.commands))) await typed(pool, command);
  const { exitCode, written } = await ofLocal(pool);
  expect(written[0]).toContain('no difference');
  expect(exitCode).toBe(0);
});

test('the members of the JSON are those that docs/deploy.md lists', async () => {
  const pool = await start('dev');
  const { cognito, UserPoolId } = pool;
  await cognito.send(new api.SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' }));
  await cognito.send(new api.CreateGroupCommand({ UserPoolId, GroupName: 'superusers' }));
  const page = readFileSync(join(projectRoot, 'docs', 'deploy.md'), 'utf8');
  const [, table = ''] = /With `--json` it writes one object[^]*?\n\n([^]*?)\n\n/.exec(page) ?? [];
  const words = [...table.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word.replace(/^.*\./, '').replace('[]', ''));
  const members = (value: unknown): readonly string[] =>
    Array.isArray(value)
      ? value.flatMap(members)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, each]) => [name, ...members(each)])
        : [];
  const { differences, ...drift } = await driftOf(pool);
  expect([...new Set(members({ differences, ...drift }))].filter((member) => !words.includes(member))).toEqual([]);
  expect(
    differences.flatMap(({ kind, direction }) => [kind, direction]).filter((word) => !words.includes(word)),
  ).toEqual([]);
});

test('what stays where a call leaves it out has no command that would do nothing, and it is said', async () => {
  const pool = await start('staging');
  await resent(pool, { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::111122223333:role/another' } });
  const { differences } = await driftOf(pool);
  expect(differences.map(({ property, remedy }) => [property, remedy])).toEqual([
    ['SmsConfiguration.SnsCallerArn', { commands: [], remark: expect.stringContaining('declare the value') }],
  ]);
});

test('people read where it is, both values, the controls, and what puts it right', async () => {
  const pool = await start('dev');
  const { cognito, UserPoolId } = pool;
  await cognito.send(new api.SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' }));
  const { written } = await ofLocal(pool);
  const lines = written.join('\n').split('\n');
  expect(lines.slice(0, 7)).toEqual([
    `dev: the user pool ${UserPoolId} has 2 differences.`,
    '',
    'UserPool userpool-dev: MfaConfiguration',
    '  where     dev/auth/UserPool',
    '  declared  "OPTIONAL"',
    '  live      "OFF"',
    '  effect    weaker than declared',
  ]);
  expect(lines[7]).toMatch(/^ {12}CGN-MFA-01 \(\w+, weaker, live: \w[\w-]+\): \w/);
  expect(lines[8]).toMatch(/^ {2}fix {7}aws cognito-idp set-user-pool-mfa-config --endpoint-url http/);
});

describe('of a deployed pool', () => {
  /** CloudFormation tells the physical ids of the local pool, which stands in for the deployed one. */
  async function ofDeployed(pool: Running, ...args: readonly string[]) {
    const { local, environment } = pool;
    const stackName = `userpool-${environment}-auth`;
    const cloudFormation = await cloudFormationStandIn({}, { [stackName]: pool.physicalIds });
    const variables = {
      ...someCredentials,
      AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.origin,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: local.origin,
    };
    const io = capturedIo({ env: variables });
    try {
      const command = ['--env', environment, '--assembly', fixtureAssembly().directory, ...args];
      return { exitCode: await withAwsEnvironment(variables, () => main(command, io)), ...io };
    } finally {
      cloudFormation.close();
    }
  }

  const remediesOf = ({ differences }: Drift) =>
    differences.map(({ kind, property, remedy }) => [`${kind} ${property}`, remedy.commands, remedy.remark]);

  test('it is found by what CloudFormation made of its stack, and has no difference', async () => {
    const { exitCode, written } = await ofDeployed(await start('staging'));
    expect(written[0]).toMatch(/^staging: the user pool \S+ has no difference/);
    expect(exitCode).toBe(0);
  });

  test('a renamed client is the same client, as its id is told', async () => {
    const pool = await start('staging');
    const { cognito, UserPoolId, clientId } = pool;
    const ClientId = clientId('robot');
    const { UserPoolClient } = await cognito.send(new api.DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    const { ClientSecret, LastModifiedDate, CreationDate, ClientType, ...settings } = UserPoolClient ?? {};
    const named = { ...settings, UserPoolId, ClientId, ClientName: 'by-hand' };
    await cognito.send(new api.UpdateUserPoolClientCommand(named));
    const { written, exitCode } = await ofDeployed(pool, '--json');
    const { differences } = JSON.parse(written.join('\n')) as Drift;
    expect(differences.map(summary)).toEqual(['changed UserPoolClient ClientName same']);
    expect(exitCode).toBe(1);
  });

  test('a deployment puts right what CloudFormation sees, a call what it does not', async () => {
    const pool = await start('dev');
    const { cognito, UserPoolId } = pool;
    await cognito.send(new api.SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' }));
    await cognito.send(new api.CreateGroupCommand({ UserPoolId, GroupName: 'superusers' }));
    const { written } = await ofDeployed(pool, '--json');
    const calls = `--region eu-west-1 --cli-input-json '{"UserPoolId":"${UserPoolId}"`;
    expect(remediesOf(JSON.parse(written.join('\n')) as Drift)).toEqual([
      ['changed MfaConfiguration', [`npx cdk deploy 'dev/*' --revert-drift`], expect.stringContaining('does nothing')],
      [
        'undeclared ',
        [`aws cognito-idp delete-group ${calls},"GroupName":"superusers"}'`],
        expect.stringContaining('CloudFormation knows nothing of it'),
      ],
      [
        'changed EnabledMfas',
        [expect.stringContaining(`aws cognito-idp set-user-pool-mfa-config ${calls}`)],
        expect.stringContaining('never read back'),
      ],
    ]);
  });

  test('a stack that is not deployed ends with 2 and says what to do', async () => {
    const pool = await start('dev');
    const { exitCode, problems } = await ofDeployed({ ...pool, environment: 'dev' }, '--env', 'staging');
    expect(problems.join('\n')).toContain(`npx cdk deploy 'staging/*'`);
    expect(exitCode).toBe(2);
  });
});

test.each([
  [['--target', 'local'], 'required option'],
  [['--env', 'nowhere'], 'There is no environment nowhere with anything of Cognito. There are: dev'],
  [['--env', 'dev', '--pool', 'Other'], 'dev has 0 user pools Other; expected one.'],
  [['--env', 'dev', '--endpoint', 'http://localhost:1'], '--endpoint is where the local pool runs.'],
  [['--env', 'dev', '--target', 'local', '--endpoint', 'http://localhost:1'], 'No local pool answers at'],
])('wrong use ends with 2: %j', async (args, problem) => {
  const io = capturedIo();
  expect(await main([...args, '--assembly', fixtureAssembly().directory], io)).toBe(2);
  expect(io.problems.join('\n')).toContain(problem);
  expect(io.written).toEqual([]);
});
