import type { RawObject, RawValue } from '../../../lib/template/value';
import { lambda, permission, pool, problemsOf, settingsOf } from './pool-template';

const arnOf = (logicalId: string): RawObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const functionArn = arnOf('Function');
const stack = (lambdaConfig: RawObject, resources: RawObject = {}): RawObject => ({
  Pool: pool({ LambdaConfig: lambdaConfig }),
  Function: lambda(),
  Permission: permission(),
  ...resources,
});
const triggersOf = (...args: Parameters<typeof stack>) => settingsOf(stack(...args)).settings.triggers;
const pathsOf = (...args: Parameters<typeof stack>) =>
  problemsOf(stack(...args)).map(({ logicalId, path }) => `${logicalId} ${path}`);

test('a trigger is followed to the bundle of its function', () => {
  const Function = lambda({
    MemorySize: '256',
    Timeout: 5,
    Environment: { Variables: { POOL: { Ref: 'Pool' }, LEVEL: 3, QUIET: true } },
  });
  expect(triggersOf({ PreSignUp: functionArn }, { Function })).toEqual({
    PreSignUp: {
      logicalId: 'Function',
      arn: 'arn:aws:lambda:eu-west-1:111122223333:function:Function',
      directory: '/assembly/bundle',
      handler: 'index.handler',
      environment: { POOL: 'eu-west-1_Local0001', LEVEL: '3', QUIET: 'true' },
      memoryMegabytes: 256,
      timeoutSeconds: 5,
      eventVersion: 'V1_0',
      invocable: true,
    },
  });
});

const version = (logicalId: string): RawObject => ({
  Type: 'AWS::Lambda::Version',
  Properties: { FunctionName: { Ref: logicalId } },
});
const live = (properties: RawObject = {}): RawObject => ({
  Version: version('Function'),
  Live: {
    Type: 'AWS::Lambda::Alias',
    Properties: {
      Name: 'live',
      FunctionName: { Ref: 'Function' },
      FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] },
      ...properties,
    },
  },
});

describe('an alias of the newest version', () => {
  const aliasArn = 'arn:aws:lambda:eu-west-1:111122223333:function:Function:live';
  const toAlias = permission({ FunctionName: { Ref: 'Live' } });

  test.each<[string, RawObject]>([
    ['as it is published', {}],
    ['as it stands', { FunctionVersion: '$LATEST' }],
  ])('%s is followed to the bundle of its function, and has an ARN of its own', (_, properties) => {
    const resources = { ...live(properties), Permission: toAlias };
    expect(triggersOf({ PreSignUp: { Ref: 'Live' } }, resources).PreSignUp).toMatchObject({
      logicalId: 'Function',
      arn: aliasArn,
      directory: '/assembly/bundle',
      invocable: true,
    });
  });

  test.each<[string, RawValue, RawObject]>([
    ['the alias with a permission for the function', { Ref: 'Live' }, permission()],
    ['the function with a permission for the alias', functionArn, toAlias],
  ])('Cognito may not invoke %s', (_, arn, Permission) => {
    expect(triggersOf({ PreSignUp: arn }, { ...live(), Permission }).PreSignUp?.invocable).toBe(false);
  });

  test('is one function in both properties of PreTokenGeneration', () => {
    const arn = { Ref: 'Live' };
    const config = { PreTokenGeneration: arn, PreTokenGenerationConfig: { LambdaArn: arn, LambdaVersion: 'V2_0' } };
    expect(triggersOf(config, live()).PreTokenGeneration).toMatchObject({ arn: aliasArn, eventVersion: 'V2_0' });
    const mixed = { ...config, PreTokenGeneration: functionArn };
    expect(pathsOf(mixed, live())).toEqual(['Pool LambdaConfig.PreTokenGeneration']);
  });
});

test('a function that says nothing has 128 MB, 3 seconds and no variables', () => {
  expect(triggersOf({ PreSignUp: functionArn }).PreSignUp).toMatchObject({
    memoryMegabytes: 128,
    timeoutSeconds: 3,
    environment: {},
  });
});

test.each([
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'PreTokenGeneration',
  'CustomMessage',
  'UserMigration',
])('%s is read', (name) => {
  expect(Object.keys(triggersOf({ [name]: functionArn }))).toEqual([name]);
});

describe('PreTokenGeneration', () => {
  const versioned = (version: string, arn: RawValue = functionArn) => ({
    PreTokenGenerationConfig: { LambdaArn: arn, LambdaVersion: version },
  });

  test.each<[RawObject, string]>([
    [{ PreTokenGeneration: functionArn }, 'V1_0'],
    [versioned('V1_0'), 'V1_0'],
    [versioned('V2_0'), 'V2_0'],
    [{ PreTokenGeneration: functionArn, ...versioned('V2_0') }, 'V2_0'],
    [versioned('V3_0'), 'V3_0'],
  ])('%j gets events of %s', (lambdaConfig, version) => {
    expect(triggersOf(lambdaConfig).PreTokenGeneration?.eventVersion).toBe(version);
  });

  const config = 'LambdaConfig.PreTokenGenerationConfig';
  test.each<[string, RawObject, string]>([
    ['a version that there is not', versioned('V4_0'), `Pool ${config}.LambdaVersion`],
    [
      'a function without a version',
      { PreTokenGenerationConfig: { LambdaArn: functionArn } },
      `Pool ${config}.LambdaVersion`,
    ],
    [
      'a version without a function',
      { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
      `Pool ${config}.LambdaArn`,
    ],
    [
      'two functions',
      { PreTokenGeneration: arnOf('Other'), ...versioned('V2_0') },
      'Pool LambdaConfig.PreTokenGeneration',
    ],
  ])('%s stops the start', (_, lambdaConfig, place) => {
    expect(pathsOf(lambdaConfig, { Other: lambda() })).toEqual([place]);
  });
});

describe('the event version and the plan', () => {
  const problemsWith = (version: string, tier: string, AdvancedSecurityMode = 'OFF') =>
    problemsOf({
      ...stack({}),
      Pool: pool({
        LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: functionArn, LambdaVersion: version } },
        UserPoolTier: tier,
        UserPoolAddOns: { AdvancedSecurityMode },
      }),
    });

  test.each([
    ['V1_0', 'LITE', 'OFF'],
    ['V2_0', 'LITE', 'AUDIT'],
    ['V2_0', 'ESSENTIALS', 'OFF'],
    ['V3_0', 'ESSENTIALS', 'OFF'],
    ['V3_0', 'PLUS', 'OFF'],
  ])('%s goes with %s and advanced security %s', (version, tier, mode) => {
    expect(problemsWith(version, tier, mode)).toEqual([]);
  });

  test.each([
    ['V2_0', 'OFF'],
    ['V3_0', 'OFF'],
    ['V3_0', 'AUDIT'],
  ])('%s stops the start with LITE and advanced security %s, as the service refuses it', (version, mode) => {
    expect(problemsWith(version, 'LITE', mode)).toEqual([
      expect.objectContaining({
        logicalId: 'Pool',
        path: 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion',
        got: `${version} with UserPoolTier LITE`,
      }),
    ]);
  });
});

describe.each(['CustomEmailSender', 'CustomSMSSender'] as const)('%s', (name) => {
  const key = { KMSKeyID: 'arn:aws:kms:eu-west-1:111122223333:key/1' };
  const sender = { LambdaArn: functionArn, LambdaVersion: 'V1_0' };

  test('is read with its key', () => {
    const { triggers, senderKey } = settingsOf(stack({ [name]: sender, ...key })).settings;
    expect(triggers).toEqual({ [name]: expect.objectContaining({ logicalId: 'Function', eventVersion: 'V1_0' }) });
    expect(senderKey).toEqual({ arn: key.KMSKeyID, aliases: [] });
  });

  test.each<[string, RawObject, string]>([
    ['without a key', { [name]: sender }, 'LambdaConfig.KMSKeyID'],
    ['without a version', { [name]: { LambdaArn: functionArn }, ...key }, `LambdaConfig.${name}.LambdaVersion`],
    ['without a function', { [name]: { LambdaVersion: 'V1_0' }, ...key }, `LambdaConfig.${name}.LambdaArn`],
    [
      'with events of V2_0',
      { [name]: { ...sender, LambdaVersion: 'V2_0' }, ...key },
      `LambdaConfig.${name}.LambdaVersion`,
    ],
  ])('%s stops the start, as the service refuses it', (_, lambdaConfig, path) => {
    expect(pathsOf(lambdaConfig)).toEqual([`Pool ${path}`]);
  });
});

describe('the key of the custom senders', () => {
  const prefix = 'arn:aws:kms:eu-west-1:111122223333:';
  const Key = { Type: 'AWS::KMS::Key', Properties: {} };
  const alias = (TargetKeyId: RawValue): RawObject => ({
    Type: 'AWS::KMS::Alias',
    Properties: { AliasName: 'alias/codes', TargetKeyId },
  });

  test.each<[string, RawValue, RawObject, object]>([
    ['a key of the stack', arnOf('Key'), {}, { arn: `${prefix}key/Key`, aliases: [] }],
    [
      'a key of the stack with an alias',
      arnOf('Key'),
      { Alias: alias(arnOf('Key')) },
      { arn: `${prefix}key/Key`, aliases: ['alias/codes'] },
    ],
    [
      'a key with an alias that names its id',
      arnOf('Key'),
      { Alias: alias({ Ref: 'Key' }) },
      { arn: `${prefix}key/Key`, aliases: ['alias/codes'] },
    ],
    [
      'an alias of the stack',
      { 'Fn::Sub': 'arn:aws:kms:eu-west-1:111122223333:${Alias}' },
      { Alias: alias(arnOf('Key')) },
      { arn: `${prefix}key/Key`, aliases: ['alias/codes'] },
    ],
    [
      'an alias from elsewhere',
      `${prefix}alias/theirs`,
      { Alias: alias(arnOf('Key')) },
      { arn: `${prefix}key/theirs`, aliases: ['alias/theirs'] },
    ],
  ])('is %s', (_, KMSKeyID, resources, expected) => {
    expect(settingsOf(stack({ KMSKeyID }, { Key, ...resources })).settings.senderKey).toEqual(expected);
  });

  test.each(['8d6f8f5e-0000-4000-8000-000000000000', 'arn:aws:s3:::bucket-with-a-long-name'])(
    '%s is no ARN of a key, and stops the start',
    (KMSKeyID) => {
      expect(problemsOf(stack({ KMSKeyID }))).toEqual([
        {
          stack: 'dev/auth',
          logicalId: 'Pool',
          path: 'LambdaConfig.KMSKeyID',
          got: JSON.stringify(KMSKeyID),
          expected: `the ARN of a KMS key or alias, such as ${prefix}key/KEY-ID`,
          nextStep: 'Give the Arn of the key (Fn::GetAtt), not its id.',
        },
      ]);
    },
  );
});

describe('a trigger that cannot run here stops the start', () => {
  test.each<[string, RawObject, string, RegExp]>([
    ['in Python', { Runtime: 'python3.13' }, 'Runtime', /other languages do not run here/],
    ['an image', { PackageType: 'Image', Code: { ImageUri: 'x' } }, 'PackageType', /images do not run here/],
    ['inline', { Code: { ZipFile: 'exports.handler = 1' } }, 'Code.ZipFile', /Code.fromAsset/],
    ['an archive', { Code: { S3Bucket: 'assets', S3Key: 'archive.zip' } }, 'Code', /Code.fromAsset/],
    ['elsewhere', { Code: { S3Bucket: 'assets', S3Key: 'other.zip' } }, 'Code', /synthesized assembly/],
    ['with too little memory', { MemorySize: 64 }, 'MemorySize', /128 to 10240/],
    ['with too much time', { Timeout: 901 }, 'Timeout', /1 to 900/],
  ])('%s', (_, properties, path, nextStep) => {
    const problems = problemsOf(stack({ PreSignUp: functionArn }, { Function: lambda(properties) }));
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: 'Function', path, nextStep: expect.stringMatching(nextStep) as string }),
    ]);
  });

  test.each<[string, RawValue]>([
    ['the ARN of another account', 'arn:aws:lambda:eu-west-1:999999999999:function:theirs'],
    ['the name of the function', { Ref: 'Function' }],
    ['a version of the function', { Ref: 'Version' }],
    ['an import', { 'Fn::ImportValue': 'arn' }],
  ])('%s', (_, arn) => {
    const Version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Function' } } };
    expect(pathsOf({ PreSignUp: arn }, { Version })).toEqual(['Pool LambdaConfig.PreSignUp']);
  });

  test.each<[string, RawObject]>([
    ['of a version from elsewhere', { FunctionVersion: '7' }],
    ['of a version of another function', { FunctionVersion: { 'Fn::GetAtt': ['OtherVersion', 'Version'] } }],
    [
      'that shares out its calls',
      { RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '1', FunctionWeight: 0.1 }] } },
    ],
    ['of a function that is named', { FunctionName: 'theirs' }],
  ])('an alias %s', (_, properties) => {
    const resources = { ...live(properties), Other: lambda(), OtherVersion: version('Other') };
    expect(pathsOf({ PreSignUp: { Ref: 'Live' } }, resources)).toEqual(['Pool LambdaConfig.PreSignUp']);
  });

  test('two triggers with one function complain once', () => {
    const lambdaConfig = { PreSignUp: functionArn, CustomMessage: functionArn };
    expect(pathsOf(lambdaConfig, { Function: lambda({ Runtime: 'java25' }) })).toEqual(['Function Runtime']);
  });
});

describe('environment variables', () => {
  const withVariables = (variables: RawValue) =>
    problemsOf(stack({ PreSignUp: functionArn }, { Function: lambda({ Environment: { Variables: variables } }) }));

  test('that are known only after deployment stop the start, with the expression', () => {
    const [problem] = withVariables({ TABLE: { 'Fn::ImportValue': 'table' } });
    expect(problem).toMatchObject({ logicalId: 'Function', path: 'Environment.Variables.TABLE' });
    expect(problem?.got).toContain('{"Fn::ImportValue":"table"}');
  });

  test('that only the service resolves stop the start', () => {
    const [problem] = withVariables({ TOKEN: '{{resolve:secretsmanager:legacy:SecretString}}' });
    expect(problem).toMatchObject({ path: 'Environment.Variables.TOKEN' });
  });

  test('that are no texts stop the start, without their value', () => {
    const [problem] = withVariables({ TOKEN: ['secret'] });
    expect(problem).toMatchObject({ path: 'Environment.Variables.TOKEN', got: 'something else' });
  });

  test.each([[['a']], [{ 'Fn::ImportValue': 'all' }]])('all of them as %j', (variables) => {
    expect(withVariables(variables)).toEqual([expect.objectContaining({ path: 'Environment' })]);
  });
});

test('layers are named: the function runs without them', () => {
  const { notSimulated } = settingsOf(stack({ PreSignUp: functionArn }, { Function: lambda({ Layers: ['arn'] }) }));
  expect(notSimulated).toContainEqual(
    expect.objectContaining({
      feature: 'lambdaLayer',
      places: [{ stack: 'dev/auth', logicalId: 'Function', path: 'Layers', value: '["arn"]' }],
    }),
  );
});
