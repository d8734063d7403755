import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const created = async ({ call }: BuiltPool, body: object): Promise<string> => {
  const { UserPool } = await call('CreateUserPool', { PoolName: 'people', ...body });
  return (UserPool as { readonly Id: string }).Id;
};
const disabled = (plan: string, ...names: readonly string[]) =>
  `The following features need to be disabled for the ${plan} pricing tier configured: ${names.join(', ')}`;
const unavailable = (plan: string, name: string) =>
  `The following feature is not available for the ${plan} pricing tier configured: ${name}`;

const tokens = (LambdaVersion: string) => ({
  LambdaConfig: {
    PreTokenGenerationConfig: { LambdaVersion, LambdaArn: 'arn:aws:lambda:eu-west-1:123456789012:function:tokens' },
  },
});
const firstFactors = (...AllowedFirstAuthFactors: readonly string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
});
const history = { Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } } };
const audit = { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } };

describe('what the plan leaves out', () => {
  const beyond: readonly (readonly [string, object, string])[] = [
    ['LITE', firstFactors('PASSWORD', 'EMAIL_OTP'), 'Passwordless Sign-In'],
    ['LITE', tokens('V2_0'), 'Token Customization with Pre-Token Generation Lambda V2_0'],
    ['LITE', history, 'Password History'],
    ['LITE', audit, 'Threat Protection'],
    ['ESSENTIALS', audit, 'Threat Protection'],
  ];

  test.each(beyond)('%s: CreateUserPool refuses %j', async (UserPoolTier, said, name) => {
    const built = buildPool();
    const refused = refusal('FeatureUnavailableInTierException', disabled(UserPoolTier, name));
    expect(await refusalOf(created(built, { UserPoolTier, ...said }))).toEqual(refused);
    expect(built.service.pools.size).toBe(1);
    await created(built, { UserPoolTier: 'PLUS', ...said });
  });

  test.each(beyond)('%s: UpdateUserPool refuses %j, and the pool stays as it is', async (UserPoolTier, said, name) => {
    const built = buildPool();
    const UserPoolId = await created(built, { UserPoolTier });
    const before = await built.call('DescribeUserPool', { UserPoolId });
    const refused = refusal('FeatureUnavailableInTierException', disabled(UserPoolTier, name));
    expect(await refusalOf(built.call('UpdateUserPool', { UserPoolId, ...said }))).toEqual(refused);
    expect(await built.call('DescribeUserPool', { UserPoolId })).toEqual(before);
    await built.call('UpdateUserPool', { UserPoolId, UserPoolTier: 'PLUS', ...said });
  });

  test('several features are named together', async () => {
    const body = { UserPoolTier: 'LITE', ...tokens('V3_0'), ...audit };
    const names = ['Token Customization with Pre-Token Generation Lambda V3_0', 'Threat Protection'];
    expect((await refusalOf(created(buildPool(), body))).message).toBe(disabled('LITE', ...names));
  });

  test.each<[string, string, string, object, string]>([
    ['LITE', 'CreateUserPoolClient', 'ClientName', { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }, 'Choice-Based Sign-In'],
    [
      'LITE',
      'CreateUserPoolClient',
      'ClientName',
      { RefreshTokenRotation: { Feature: 'ENABLED' } },
      'Refresh Token Rotation',
    ],
    ['LITE', 'CreateUserPoolDomain', 'Domain', { ManagedLoginVersion: 2 }, 'Managed Login Version 2'],
    [
      'ESSENTIALS',
      'SetLogDeliveryConfiguration',
      'LogConfigurations',
      { LogConfigurations: [{ EventSource: 'userAuthEvents', LogLevel: 'INFO' }] },
      'Log Streaming',
    ],
  ])('%s: %s refuses it', async (featurePlan, operation, named, said, feature) => {
    const { callAsAdmin } = buildPool({ settings: { featurePlan: featurePlan as 'LITE' | 'ESSENTIALS' } });
    expect(await refusalOf(callAsAdmin(operation, { [named]: 'people', ...said }))).toEqual(
      refusal('FeatureUnavailableInTierException', unavailable(featurePlan, feature)),
    );
    await buildPool({ settings: { featurePlan: 'PLUS' } }).callAsAdmin(operation, { [named]: 'people', ...said });
  });

  test('LITE: the changes of a client and of a domain are refused too', async () => {
    const { callAsAdmin, client } = buildPool({ settings: { featurePlan: 'LITE' } });
    await callAsAdmin('CreateUserPoolDomain', { Domain: 'people' });
    for (const [operation, body] of [
      ['UpdateUserPoolClient', { ClientId: client('app').id, ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }],
      ['UpdateUserPoolDomain', { Domain: 'people', ManagedLoginVersion: 2 }],
    ] as const)
      expect(await refusalOf(callAsAdmin(operation, body))).toMatchObject({
        type: 'FeatureUnavailableInTierException',
      });
  });
});

describe('a smaller plan is refused while what it leaves out is on', () => {
  const downgraded = async (prepare: (built: BuiltPool, UserPoolId: string) => Promise<unknown>, said: object = {}) => {
    const built = buildPool();
    const UserPoolId = await created(built, { UserPoolTier: 'PLUS', ...said });
    await prepare(built, UserPoolId);
    // What is part of the pool itself is said again: an update takes it off otherwise.
    const refused = await refusalOf(built.call('UpdateUserPool', { UserPoolId, UserPoolTier: 'LITE', ...said }));
    const { UserPool } = await built.call('DescribeUserPool', { UserPoolId });
    expect(UserPool).toMatchObject({ UserPoolTier: 'PLUS' });
    return refused;
  };
  const nothing = () => Promise.resolve();

  test.each<[string, object]>([
    ['Passwordless Sign-In', firstFactors('PASSWORD', 'EMAIL_OTP')],
    ['Threat Protection', audit],
  ])('%s', async (name, said) => {
    expect(await downgraded(nothing, said)).toEqual(refusal('TierChangeNotAllowedException', disabled('LITE', name)));
  });

  test.each<[string, string, object]>([
    ['Choice-Based Sign-In', 'CreateUserPoolClient', { ClientName: 'web', ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }],
    ['Managed Login Version 2', 'CreateUserPoolDomain', { Domain: 'people', ManagedLoginVersion: 2 }],
    [
      'Log Streaming',
      'SetLogDeliveryConfiguration',
      { LogConfigurations: [{ EventSource: 'userAuthEvents', LogLevel: 'INFO' }] },
    ],
  ])('%s, by %s', async (name, operation, body) => {
    const refused = await downgraded(({ call }, UserPoolId) => call(operation, { UserPoolId, ...body }));
    expect(refused).toEqual(refusal('TierChangeNotAllowedException', disabled('LITE', name)));
  });

  test('and taken when all of it is off', async () => {
    const built = buildPool();
    const UserPoolId = await created(built, { UserPoolTier: 'PLUS', ...audit });
    await built.call('UpdateUserPool', { UserPoolId, UserPoolTier: 'LITE' });
    expect((await built.call('DescribeUserPool', { UserPoolId }))['UserPool']).toMatchObject({ UserPoolTier: 'LITE' });
  });
});
