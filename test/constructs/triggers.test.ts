import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { resourcesFor } from '../stacks/template-for';
import { declaredTriggers } from '../synthesis/declared-triggers';
import { everyEnvironment } from '../synthesis/every-environment';
import { fixtures } from '../synthesis/fixtures';
import { resourcesOfType, userPoolOf, type TemplateResource } from '../synthesis/template-resource';
import { triggerRange } from '../synthesis/trigger-range';

type Resources = Readonly<Record<string, TemplateResource>>;

interface Statement {
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Effect: string;
  readonly Condition?: unknown;
}

const poolArn = { 'Fn::GetAtt': ['UserPool', 'Arn'] };
const sesArn = (resource: string) => `arn:aws:ses:eu-west-1:111122223333:${resource}`;
const senders = ['CustomEmailSender', 'CustomSMSSender'];

const everything = triggerRange['every-trigger'];

function ofType(resources: Resources, type: string): readonly (readonly [id: string, TemplateResource])[] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type);
}

/** The function behind the alias that a trigger names. */
function functionOf(resources: Resources, trigger: string): Readonly<Record<string, unknown>> {
  const config = resources['UserPool']?.Properties['LambdaConfig'] as Readonly<Record<string, unknown>>;
  const told = config[trigger] as { readonly Ref?: string; readonly LambdaArn?: { readonly Ref: string } };
  const alias = resources[told.Ref ?? told.LambdaArn?.Ref ?? '']?.Properties;
  return resources[(alias?.['FunctionName'] as { readonly Ref: string }).Ref]?.Properties ?? {};
}

const variablesOf = (resources: Resources, trigger: string): unknown =>
  (functionOf(resources, trigger)['Environment'] as { readonly Variables: unknown } | undefined)?.Variables;

/** What functions may do beside writing their logs. */
function permissions(resources: readonly (readonly [string, TemplateResource])[]): readonly Statement[] {
  return resources
    .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { readonly Statement: Statement[] }).Statement)
    .filter(({ Action }) => !(Array.isArray(Action) && Action.every((action) => /^logs:/.test(String(action)))));
}

describe.each(everyEnvironment)('the triggers of $name', ({ name: environment, triggers, account, removal }) => {
  const functions = resourcesOfType(environment, 'AWS::Lambda::Function');
  const aliases = resourcesOfType(environment, 'AWS::Lambda::Alias');
  const ofTriggers = ([id]: readonly [string, unknown]) => id.startsWith('Triggers');
  const config = userPoolOf(environment).Properties['LambdaConfig'] as Readonly<Record<string, unknown>>;
  const declared = declaredTriggers(triggers);

  test('are in LambdaConfig exactly when they are declared, by an alias each, and an empty one is written out', () => {
    const alias = { Ref: expect.stringMatching(/^Triggers\w+Live\w+$/) as string };
    const wanted = declared.map((name) => [
      name,
      senders.includes(name) ? { LambdaArn: alias, LambdaVersion: 'V1_0' } : alias,
    ]);
    const { PreTokenGenerationConfig: versioned, KMSKeyID: key, ...plain } = config;
    expect(plain).toEqual(Object.fromEntries(wanted));
    expect(versioned).toEqual(
      triggers.preTokenGeneration && {
        LambdaArn: config['PreTokenGeneration'],
        LambdaVersion: triggers.preTokenGeneration.eventVersion,
      },
    );
    expect(key).toEqual(
      declared.some((name) => senders.includes(name)) ? { 'Fn::GetAtt': ['SenderKey', 'Arn'] } : undefined,
    );
    expect(aliases.filter(ofTriggers)).toHaveLength(declared.length);
  });

  test('have a function each, on the newest Node, with the declared memory', () => {
    expect(functions.filter(ofTriggers)).toHaveLength(declared.length);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        MemorySize: triggers.functions.memoryMegabytes,
        LoggingConfig: { LogGroup: { Ref: expect.stringMatching(/LogGroup/) } },
      });
    }
  });

  test('are published as versions, of which the alias live is the newest', () => {
    expect(aliases).toHaveLength(functions.length);
    for (const [, { Properties }] of aliases) {
      const [versionId] = (Properties['FunctionVersion'] as { readonly 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'];
      const version = resourcesOfType(environment, 'AWS::Lambda::Version').find(([id]) => id === versionId);
      expect(version?.[1].Properties['FunctionName']).toEqual(Properties['FunctionName']);
      expect(Properties['Name']).toBe('live');
    }
  });

  test('may be invoked by Cognito for this user pool of this account by their alias, and by nobody else', () => {
    const byCognito = resourcesOfType(environment, 'AWS::Lambda::Permission').filter(ofTriggers);
    expect(byCognito.map(([, { Properties }]) => Properties)).toEqual(
      aliases.filter(ofTriggers).map(([id]) => ({
        Action: 'lambda:InvokeFunction',
        FunctionName: { Ref: id },
        Principal: 'cognito-idp.amazonaws.com',
        SourceArn: poolArn,
        SourceAccount: account === 'deploying' ? { Ref: 'AWS::AccountId' } : account,
      })),
    );
  });

  test('write to their own log group, which expires and is kept as the pool is', () => {
    const groups = resourcesOfType(environment, 'AWS::Logs::LogGroup').filter(ofTriggers);
    expect(groups).toHaveLength(declared.length);
    for (const [, group] of groups) {
      expect(group.Properties['RetentionInDays']).toEqual(expect.any(Number));
      expect(group.DeletionPolicy).toBe(removal.policy === 'retain' ? 'Retain' : 'Delete');
    }
  });

  test('have roles of their own without any managed policy', () => {
    const roles = resourcesOfType(environment, 'AWS::IAM::Role').filter(ofTriggers);
    expect(roles).toHaveLength(declared.length);
    for (const [, { Properties }] of roles) expect(Properties).not.toHaveProperty('ManagedPolicyArns');
  });

  test('may do nothing but write their logs, where they need no more', () => {
    const needMore = declared.filter((name) =>
      ['PostConfirmation', 'UserMigration', 'CreateAuthChallenge', ...senders].includes(name),
    );
    const policies = resourcesOfType(environment, 'AWS::IAM::Policy').filter(ofTriggers);
    expect(policies).toHaveLength(declared.length + needMore.length);
    expect(new Set(policies.filter((policy) => permissions([policy]).length > 0)).size).toBe(needMore.length);
  });
});

describe('every trigger', () => {
  let resources: Resources;
  beforeAll(() => {
    resources = resourcesFor(everything);
  });

  test('is told to the user pool in the form that the service takes', () => {
    const config = resources['UserPool']?.Properties['LambdaConfig'] as Readonly<Record<string, unknown>>;
    const { PreTokenGenerationConfig: versioned, KMSKeyID: key, ...rest } = config;
    expect(Object.keys(rest).toSorted()).toEqual(declaredTriggers(everything.triggers));
    expect(rest['InboundFederation']).toMatchObject({ LambdaVersion: 'V1_0' });
    expect(versioned).toEqual({ LambdaArn: rest['PreTokenGeneration'], LambdaVersion: 'V3_0' });
    expect(key).toEqual({ 'Fn::GetAtt': ['SenderKey', 'Arn'] });
  });

  test.each([
    ['PreAuthentication', { DENIED_ATTRIBUTE: 'custom:blocked', DENIED_VALUES: '["true"]' }],
    ['DefineAuthChallenge', { MAXIMUM_ATTEMPTS: '2', PASSWORD: 'not-asked' }],
    [
      'CreateAuthChallenge',
      {
        PRODUCT_NAME: 'Example',
        CODE_MINUTES: '5',
        FROM_ADDRESS: '"Example" <no-reply@example.com>',
        REPLY_TO_ADDRESS: 'support@example.com',
        SES_REGION: 'eu-west-1',
        SES_CONFIGURATION_SET: 'codes',
      },
    ],
    ['VerifyAuthChallengeResponse', undefined],
    [
      'CustomEmailSender',
      {
        PRODUCT_NAME: 'Example',
        KMS_KEY_ARN: { 'Fn::GetAtt': ['SenderKey', 'Arn'] },
        FROM_ADDRESS: '"Example" <no-reply@example.com>',
        REPLY_TO_ADDRESS: 'support@example.com',
        SES_REGION: 'eu-west-1',
        SES_CONFIGURATION_SET: 'codes',
      },
    ],
    [
      'CustomSMSSender',
      {
        PRODUCT_NAME: 'Example',
        KMS_KEY_ARN: { 'Fn::GetAtt': ['SenderKey', 'Arn'] },
        SNS_REGION: 'eu-west-1',
        SENDER_ID: 'EXAMPLE',
      },
    ],
    [
      'InboundFederation',
      {
        ALLOWED_EMAIL_DOMAINS: 'example.com,example.org',
        EMAIL_CLAIMS: JSON.stringify({
          Facebook: 'email',
          Google: 'email',
          LoginWithAmazon: 'email',
          SignInWithApple: 'email',
          'other-partner': 'mail',
          partner: 'urn:oid:0.9.2342.19200300.100.1.3',
          workforce: 'email',
        }),
      },
    ],
  ])('%s finds its settings in its environment', (trigger, variables) => {
    expect(variablesOf(resources, trigger)).toEqual(variables);
  });

  test('ends when Cognito stops waiting, but for the senders, for which nobody waits', () => {
    for (const trigger of declaredTriggers(everything.triggers)) {
      expect([trigger, functionOf(resources, trigger)['Timeout']]).toEqual([
        trigger,
        senders.includes(trigger) ? 30 : 5,
      ]);
    }
  });

  test('may do what it needs, on as little as can be named', () => {
    const sendingEmail = {
      Effect: 'Allow',
      Action: 'ses:SendEmail',
      Resource: [sesArn('configuration-set/codes'), sesArn('identity/example.com')],
      Condition: { StringEquals: { 'ses:FromAddress': 'no-reply@example.com' } },
    };
    const policies = ofType(resources, 'AWS::IAM::Policy').filter(([id]) => id.startsWith('Triggers'));
    const readingCodes = {
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: { 'Fn::GetAtt': ['SenderKey', 'Arn'] },
      Condition: { StringEquals: { 'kms:EncryptionContext:userpool-id': { Ref: 'UserPool' } } },
    };
    expect(permissions(policies)).toEqual([
      { Effect: 'Allow', Action: 'cognito-idp:AdminAddUserToGroup', Resource: poolArn },
      readingCodes,
      sendingEmail,
      readingCodes,
      { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
      { Effect: 'Deny', Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' },
      sendingEmail,
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:userpool/migration/legacy-service-??????',
      },
    ]);
  });

  test('that sends by no configuration set names none', () => {
    const own = resourcesFor(fixtures['own-messages']);
    expect(variablesOf(own, 'CreateAuthChallenge')).not.toHaveProperty('SES_CONFIGURATION_SET');
    const policies = ofType(own, 'AWS::IAM::Policy').filter(([id]) => id.startsWith('Triggerscreateauth'));
    expect(permissions(policies)[0]?.Resource).toEqual({
      'Fn::Join': ['', ['arn:aws:ses:eu-west-1:', { Ref: 'AWS::AccountId' }, ':identity/example.com']],
    });
  });

  test('keeps as many instances warm as are declared, and nothing else does', () => {
    const warm = ofType(resources, 'AWS::Lambda::Alias').map(([id, { Properties }]) => [
      id.startsWith('Triggers'),
      Properties['ProvisionedConcurrencyConfig'],
    ]);
    expect(warm).toContainEqual([true, { ProvisionedConcurrentExecutions: 2 }]);
    expect(warm.filter(([ofTrigger, declared]) => ofTrigger !== (declared !== undefined))).toEqual([]);
    expect(JSON.stringify(resourcesFor(dev))).not.toContain('ProvisionedConcurrency');
  });
});

test('an identity provider that tells no address lets nobody in', () => {
  const { partner } = everything.identityProviders;
  const resources = resourcesFor({
    ...everything,
    identityProviders: { partner: { ...partner, attributeMapping: { name: 'name' } } },
  });
  expect(variablesOf(resources, 'InboundFederation')).toMatchObject({ EMAIL_CLAIMS: '{}' });
});

test.each<readonly [eventVersion: string, environment: Environment]>([
  ['V1_0', triggerRange['written-messages']],
  ['V2_0', dev],
  ['V3_0', everything],
])('events of version %s reach the one function of the token trigger', (version, environment) => {
  const config = resourcesFor(environment)['UserPool']?.Properties['LambdaConfig'] as Readonly<Record<string, unknown>>;
  expect(config['PreTokenGenerationConfig']).toEqual({
    LambdaArn: config['PreTokenGeneration'],
    LambdaVersion: version,
  });
});

test.each([
  ['customEmailSender', { emailSender: { kind: 'built-in' } }, /emailSender.kind is "built-in"/],
  ['customSmsSender', { smsSender: { kind: 'none' } }, /smsSender.kind is "none"/],
] as const)('%s without a sender, which the check refuses, is not synthesized either', (name, change, message) => {
  const triggers = { functions: dev.triggers.functions, [name]: fixtures['own-messages'].triggers[name] };
  expect(() => resourcesFor({ ...fixtures['own-messages'], ...change, triggers })).toThrow(message);
});
