import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { poolSettings } from '../settings/pool-template';

type Described = Readonly<Record<string, unknown>> & { readonly Id: string; readonly Arn: string };

const created = async ({ call }: BuiltPool, body: object = {}): Promise<Described> => {
  const { UserPool } = await call('CreateUserPool', { PoolName: 'people', ...body });
  return UserPool as Described;
};
const described = async ({ call }: BuiltPool, UserPoolId: string): Promise<Described> =>
  (await call('DescribeUserPool', { UserPoolId }))['UserPool'] as Described;

test('a pool of which nothing but the name is said has the defaults of the service', async () => {
  const pool = await created(buildPool());
  expect(pool).toMatchObject({
    Name: 'people',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 7,
        PasswordHistorySize: 0,
      },
    },
    DeletionProtection: 'INACTIVE',
    MfaConfiguration: 'OFF',
    UsernameConfiguration: { CaseSensitive: true },
    AutoVerifiedAttributes: [],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_email' },
        { Priority: 2, Name: 'verified_phone_number' },
      ],
    },
    UserPoolTier: 'ESSENTIALS',
    UserPoolTags: {},
    LambdaConfig: {},
    EstimatedNumberOfUsers: 0,
  });
  expect(pool).not.toHaveProperty('UsernameAttributes');
  expect(pool).not.toHaveProperty('DeviceConfiguration');
  expect(pool.Id).toMatch(/^eu-west-1_[0-9A-Za-z]{9}$/);
  expect(pool.Arn).toBe(`arn:aws:cognito-idp:eu-west-1:000000000000:userpool/${pool.Id}`);
});

test('what a request says is enforced, and told again', async () => {
  const built = buildPool();
  const said = {
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
    UserPoolTags: { team: 'identity' },
    KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
  };
  const { Id } = await created(built, { ...said, AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
  expect(await described(built, Id)).toMatchObject(said);
  const { UserPoolClient } = await built.call('CreateUserPoolClient', { UserPoolId: Id, ClientName: 'web' });
  const { ClientId } = UserPoolClient as { readonly ClientId: string };
  const signUp = { ClientId, Username: 'anna@example.com', Password: 'Correct-Horse-9' };
  expect(await refusalOf(built.call('SignUp', signUp))).toMatchObject({ type: 'NotAuthorizedException' });
});

test('attributes that a request declares may change unless it says otherwise; in a template they may not', async () => {
  const built = buildPool();
  const { Id: UserPoolId } = await created(built, {
    Schema: [
      { Name: 'plan', AttributeDataType: 'String' },
      { Name: 'email', Required: true },
    ],
  });
  await built.call('AddCustomAttributes', {
    UserPoolId,
    CustomAttributes: [
      { Name: 'tenant', AttributeDataType: 'String' },
      { Name: 'seats', AttributeDataType: 'Number', Mutable: false },
    ],
  });
  const { SchemaAttributes } = await described(built, UserPoolId);
  expect(SchemaAttributes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ Name: 'custom:plan', AttributeDataType: 'String', Mutable: true, Required: false }),
      expect.objectContaining({ Name: 'email', Mutable: true, Required: true }),
      expect.objectContaining({ Name: 'custom:tenant', Mutable: true }),
      expect.objectContaining({ Name: 'custom:seats', AttributeDataType: 'Number', Mutable: false }),
    ]),
  );
  const template = poolSettings({
    Schema: [
      { Name: 'plan', AttributeDataType: 'String' },
      { Name: 'email', Required: true },
    ],
  });
  for (const name of ['custom:plan', 'email'])
    expect(template.schema.find((attribute) => attribute.name === name)).toMatchObject({ mutable: false });
});

test('a custom attribute must have a type', async () => {
  const built = buildPool();
  const untyped = refusal(
    'InvalidParameterException',
    'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
  );
  expect(await refusalOf(created(built, { Schema: [{ Name: 'plan' }] }))).toEqual(untyped);
  expect(await refusalOf(built.callAsAdmin('AddCustomAttributes', { CustomAttributes: [{ Name: 'plan' }] }))).toEqual(
    untyped,
  );
});

test('GetCSVHeader names what can be given of a user, custom attributes after the standard ones', async () => {
  const built = buildPool();
  await built.callAsAdmin('AddCustomAttributes', {
    CustomAttributes: [{ Name: 'tenant', AttributeDataType: 'String' }],
  });
  const columns =
    'name,given_name,family_name,middle_name,nickname,preferred_username,profile,picture,website,email,email_verified,' +
    'gender,birthdate,zoneinfo,locale,phone_number,phone_number_verified,address,updated_at,custom:tenant,' +
    'cognito:mfa_enabled,cognito:username';
  expect(await built.callAsAdmin('GetCSVHeader', {})).toEqual({
    UserPoolId: built.pool.id,
    CSVHeader: columns.split(','),
  });
});

const noFactor = 'SMS configuration and Auto verification for phone_number are required when MFA is required/optional';

test.each<[string, object, string]>([
  [
    'aliases and attributes as names at once',
    { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
    'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  ],
  [
    'a password policy without a length',
    { Policies: { PasswordPolicy: { RequireSymbols: true } } },
    "1 validation error detected: Value '0' at 'policies.passwordPolicy.minimumLength' failed to satisfy " +
      'constraint: Member must have value greater than or equal to 6',
  ],
  [
    'a password policy that is too long',
    { Policies: { PasswordPolicy: { MinimumLength: 100 } } },
    "1 validation error detected: Value '100' at 'policies.passwordPolicy.minimumLength' failed to satisfy " +
      'constraint: Member must have value less than or equal to 99',
  ],
  [
    'first factors without the password',
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['EMAIL_OTP'] } } },
    'Password should be configured as one of the allowed first auth factors.',
  ],
  [
    'verification before a change of what is not verified',
    { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  ],
  ['MFA without a factor', { MfaConfiguration: 'OPTIONAL' }, noFactor],
  [
    'a required custom attribute',
    { Schema: [{ Name: 'plan', AttributeDataType: 'String', Required: true }] },
    'Required custom attributes are not supported currently.',
  ],
  [
    'a custom sender without a key',
    {
      LambdaConfig: {
        CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: 'arn:aws:lambda:eu-west-1:123456789012:function:send' },
      },
    },
    'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  ],
])('CreateUserPool refuses %s and makes nothing', async (_what, body, message) => {
  const built = buildPool();
  expect(await refusalOf(created(built, body))).toEqual(refusal('InvalidParameterException', message));
  expect(built.service.pools.size).toBe(1);
});

test.each<[string, object, RegExp]>([
  ['developer-only attributes', { Schema: [{ Name: 'plan', DeveloperOnlyAttribute: true }] }, /^The developer-only/],
  ['dynamic client registration', { DcrConfiguration: { EnableStatus: 'ENABLED' } }, /^Dynamic client registration is/],
])('CreateUserPool says of %s that the local pool does not have it', async (_what, body, message) => {
  const refused = await refusalOf(created(buildPool(), body));
  expect(refused.type).toBe('NotSimulatedException');
  expect(refused.message).toMatch(message);
});

describe('the event version of PreTokenGeneration', () => {
  const LambdaArn = 'arn:aws:lambda:eu-west-1:123456789012:function:tokens';
  const withEvents = (LambdaVersion: string, UserPoolTier: string) => ({
    UserPoolTier,
    LambdaConfig: { PreTokenGenerationConfig: { LambdaArn, LambdaVersion } },
  });

  test.each(['V1_0', 'V2_0', 'V3_0'])('%s is kept, and told again', async (version) => {
    const said = withEvents(version, 'ESSENTIALS');
    expect(await created(buildPool(), said)).toMatchObject(said);
  });

  test.each(['V2_0', 'V3_0'])('%s is refused in the Lite tier', async (version) => {
    const built = buildPool();
    const refused = refusal(
      'FeatureUnavailableInTierException',
      'The following features need to be disabled for the LITE pricing tier configured: ' +
        `Token Customization with Pre-Token Generation Lambda ${version}`,
    );
    expect(await refusalOf(created(built, withEvents(version, 'LITE')))).toEqual(refused);
    const { Id } = await created(built, { UserPoolTier: 'LITE' });
    const { LambdaConfig } = withEvents(version, 'LITE');
    expect(await refusalOf(built.call('UpdateUserPool', { UserPoolId: Id, LambdaConfig }))).toEqual(refused);
  });
});

test('UpdateUserPool keeps what was seen to stay, and takes the rest back to its default', async () => {
  const built = buildPool();
  const PasswordPolicy = { MinimumLength: 14, RequireSymbols: true };
  const { Id: UserPoolId } = await created(built, {
    AutoVerifiedAttributes: ['email'],
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    DeletionProtection: 'ACTIVE',
    Policies: { PasswordPolicy },
    UserPoolTags: { team: 'identity' },
    UserPoolTier: 'PLUS',
    UsernameAttributes: ['email'],
    Schema: [{ Name: 'plan', AttributeDataType: 'String' }],
  });
  built.clock.advance({ seconds: 5 });
  expect(await built.call('UpdateUserPool', { UserPoolId, PoolName: 'customers' })).toEqual({});

  const pool = await described(built, UserPoolId);
  expect(pool).toMatchObject({
    Name: 'customers',
    AutoVerifiedAttributes: [],
    DeletionProtection: 'ACTIVE',
    Policies: { PasswordPolicy: { ...PasswordPolicy, RequireLowercase: false } },
    UserPoolTags: {},
    UserPoolTier: 'PLUS',
    UsernameAttributes: ['email'],
    SchemaAttributes: expect.arrayContaining([expect.objectContaining({ Name: 'custom:plan' })]),
  });
  expect(pool).not.toHaveProperty('DeviceConfiguration');
  expect(pool['LastModifiedDate']).toBe(Number(pool['CreationDate']) + 5);
});

test.each<[string, object, object]>([
  ['ON is refused', { MfaConfiguration: 'ON' }, { type: 'InvalidParameterException' }],
  ['OPTIONAL without a factor is refused', { MfaConfiguration: 'OPTIONAL' }, { message: noFactor }],
])('UpdateUserPool alone turns no MFA on: %s', async (_what, body, refused) => {
  const built = buildPool();
  const { Id: UserPoolId } = await created(built);
  expect(await refusalOf(built.call('UpdateUserPool', { UserPoolId, ...body }))).toMatchObject(refused);
});

test('MFA that SetUserPoolMfaConfig turned on stays on through an update that does not name it', async () => {
  const built = buildPool();
  const { Id: UserPoolId } = await created(built);
  const mfa = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } };
  await built.call('SetUserPoolMfaConfig', { UserPoolId, ...mfa });
  await built.call('UpdateUserPool', { UserPoolId });
  expect(await built.call('GetUserPoolMfaConfig', { UserPoolId })).toEqual(mfa);
  await built.call('UpdateUserPool', { UserPoolId, MfaConfiguration: 'OFF' });
  expect(await built.call('GetUserPoolMfaConfig', { UserPoolId })).toEqual({ MfaConfiguration: 'OFF' });
});

test('users, groups and clients stay through an update', async () => {
  const built = buildPool();
  await built.addConfirmedUser('anna@example.com');
  await built.callAsAdmin('UpdateUserPool', { AutoVerifiedAttributes: ['email'] });
  expect(built.pool.requireUser('anna@example.com').status).toBe('CONFIRMED');
  expect((await built.callAsAdmin('ListGroups', {}))['Groups']).toHaveLength(2);
  expect((await built.callAsAdmin('ListUserPoolClients', {}))['UserPoolClients']).toHaveLength(2);
});

test('a protected pool is not deleted, one with a domain neither', async () => {
  const built = buildPool();
  const { Id: UserPoolId } = await created(built, { DeletionProtection: 'ACTIVE' });
  await built.call('CreateUserPoolDomain', { UserPoolId, Domain: 'people' });
  expect(await refusalOf(built.call('DeleteUserPool', { UserPoolId }))).toEqual(
    refusal(
      'InvalidParameterException',
      'The user pool cannot be deleted because deletion protection is activated. ' +
        'Deletion protection must be inactivated first.',
    ),
  );
  await built.call('UpdateUserPool', { UserPoolId, DeletionProtection: 'INACTIVE' });
  expect(await refusalOf(built.call('DeleteUserPool', { UserPoolId }))).toEqual(
    refusal(
      'InvalidParameterException',
      'User pool cannot be deleted. It has a domain configured that should be deleted first.',
    ),
  );
  await built.call('DeleteUserPoolDomain', { UserPoolId, Domain: 'people' });
  await built.call('DeleteUserPool', { UserPoolId });
  expect(await refusalOf(built.call('DescribeUserPool', { UserPoolId }))).toEqual(
    refusal('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`),
  );
});

describe('AddCustomAttributes', () => {
  const attribute = (index: number) => ({ Name: `a${index}`, AttributeDataType: 'String' });
  const attributes = (count: number, from = 0) => Array.from({ length: count }, (_, index) => attribute(from + index));

  test('adds, and an update of the pool does not take away', async () => {
    const built = buildPool();
    const { Id: UserPoolId } = await created(built, { Schema: [{ Name: 'plan', AttributeDataType: 'String' }] });
    await built.call('AddCustomAttributes', { UserPoolId, CustomAttributes: attributes(1) });
    await built.call('UpdateUserPool', { UserPoolId });
    const { SchemaAttributes } = await described(built, UserPoolId);
    const names = (SchemaAttributes as readonly { readonly Name: string }[]).map(({ Name }) => Name);
    expect(names.filter((name) => name.startsWith('custom:'))).toEqual(['custom:plan', 'custom:a0']);
  });

  test('takes 25 at once and 50 in all', async () => {
    const { callAsAdmin } = buildPool();
    expect(await refusalOf(callAsAdmin('AddCustomAttributes', { CustomAttributes: attributes(26) }))).toMatchObject({
      message: expect.stringContaining('Member must have length less than or equal to 25'),
    });
    await callAsAdmin('AddCustomAttributes', { CustomAttributes: attributes(25) });
    await callAsAdmin('AddCustomAttributes', { CustomAttributes: attributes(25, 25) });
    expect(await refusalOf(callAsAdmin('AddCustomAttributes', { CustomAttributes: [attribute(50)] }))).toMatchObject({
      type: 'InvalidParameterException',
    });
  });

  test.each([
    ['a name that is there', attribute(0), 'custom:a0: Existing attribute already has name custom:a0.'],
    ['a standard attribute', { Name: 'email' }, 'email: Existing attribute already has name email.'],
    ['a required one', { ...attribute(1), Required: true }, 'Required custom attributes are not supported currently.'],
  ])('refuses %s', async (_what, refused, message) => {
    const { callAsAdmin } = buildPool();
    await callAsAdmin('AddCustomAttributes', { CustomAttributes: attributes(1) });
    expect(await refusalOf(callAsAdmin('AddCustomAttributes', { CustomAttributes: [refused] }))).toEqual(
      refusal('InvalidParameterException', message),
    );
  });
});

test('ListUserPools goes page by page through the pools of the Region', async () => {
  const built = buildPool();
  await created(built, { PoolName: 'second' });
  const first = await built.call('ListUserPools', { MaxResults: 1 });
  const second = await built.call('ListUserPools', { MaxResults: 1, NextToken: first['NextToken'] });
  const names = [first, second].flatMap(({ UserPools }) => (UserPools as { Name: string }[]).map(({ Name }) => Name));
  expect(names.toSorted()).toEqual(['people', 'second']);
  expect(second).not.toHaveProperty('NextToken');
});
