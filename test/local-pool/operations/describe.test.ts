import { buildPool, settings } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const invitation = { EmailMessage: 'You are {username}, your password is {####}', EmailSubject: 'Welcome' };

test('DescribeUserPool shows the settings in the words of the wire', async () => {
  const { callAsAdmin, pool } = buildPool({
    settings: {
      schema: [
        { name: 'email', type: 'String', required: true, mutable: true, minLength: 0, maxLength: 2048 },
        { name: 'custom:level', type: 'Number', required: false, mutable: true, minValue: 1, maxValue: 9 },
        { name: 'custom:since', type: 'DateTime', required: false, mutable: false },
      ],
      deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false },
      accountRecovery: ['verified_email', 'verified_phone_number'],
      mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] },
      tags: { team: 'identity' },
      deletionProtection: true,
      declared: {
        AdminCreateUserConfig: { InviteMessageTemplate: invitation },
        EmailConfiguration: { From: 'people@example.com' },
        EmailVerificationMessage: 'The code is {####}.',
        EmailVerificationSubject: 'Your code',
      },
    },
    triggers: { PreSignUp: () => ({}), PreTokenGeneration: () => ({}) },
  });
  await callAsAdmin('AdminCreateUser', { Username: 'anna@example.com', MessageAction: 'SUPPRESS' });
  const arn = (name: string) => `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;
  const attribute = { DeveloperOnlyAttribute: false, Required: false };

  expect(await callAsAdmin('DescribeUserPool', {})).toEqual({
    UserPool: {
      Id: pool.id,
      Name: 'people',
      Arn: `arn:aws:cognito-idp:eu-west-1:000000000000:userpool/${pool.id}`,
      CreationDate: pool.created / 1000,
      LastModifiedDate: pool.created / 1000,
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          PasswordHistorySize: 0,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
      DeletionProtection: 'ACTIVE',
      LambdaConfig: {
        PreSignUp: arn('PreSignUp'),
        PreTokenGeneration: arn('PreTokenGeneration'),
        PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: arn('PreTokenGeneration') },
      },
      SchemaAttributes: [
        {
          ...attribute,
          Name: 'email',
          AttributeDataType: 'String',
          Required: true,
          Mutable: true,
          StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
        },
        {
          ...attribute,
          Name: 'custom:level',
          AttributeDataType: 'Number',
          Mutable: true,
          NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
        },
        { ...attribute, Name: 'custom:since', AttributeDataType: 'DateTime', Mutable: false },
      ],
      AutoVerifiedAttributes: ['email'],
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      MfaConfiguration: 'OPTIONAL',
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: 'verified_email' },
          { Priority: 2, Name: 'verified_phone_number' },
        ],
      },
      EmailVerificationMessage: 'The code is {####}.',
      EmailVerificationSubject: 'Your code',
      VerificationMessageTemplate: {
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
        EmailMessage: 'The code is {####}.',
        EmailSubject: 'Your code',
      },
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: false,
        UnusedAccountValidityDays: 7,
        InviteMessageTemplate: invitation,
      },
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'people@example.com' },
      KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
      IssuerConfiguration: { Type: 'ORIGINAL' },
      UserPoolTags: { team: 'identity' },
      UserPoolTier: 'ESSENTIALS',
      EstimatedNumberOfUsers: 1,
    },
  });
});

test('DescribeUserPool leaves out what is off', async () => {
  const { callAsAdmin } = buildPool({
    settings: {
      signInWith: 'username',
      accountRecovery: [],
      email: { sender: 'COGNITO_DEFAULT', from: 'no-reply@verificationemail.com' },
    },
  });

  const { UserPool } = await callAsAdmin('DescribeUserPool', {});

  for (const name of ['UsernameAttributes', 'DeviceConfiguration', 'AccountRecoverySetting'])
    expect(UserPool).not.toHaveProperty(name);
  expect(UserPool).toMatchObject({
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    DeletionProtection: 'INACTIVE',
    LambdaConfig: {},
  });
});

test('DescribeUserPoolClient shows the secret of a confidential client, and lifetimes as they were said', async () => {
  const said = {
    AccessTokenValidity: 300,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    TokenValidityUnits: { AccessToken: 'seconds', RefreshToken: 'hours' },
    WriteAttributes: ['email'],
  };
  const { callAsAdmin, client, pool } = buildPool({
    clients: {
      server: {
        generateSecret: true,
        accessTokenSeconds: 300,
        refreshTokenSeconds: 7200,
        writeAttributes: ['email'],
        declared: said,
      },
      app: {},
    },
  });
  const server = client('server');

  expect(await callAsAdmin('DescribeUserPoolClient', { ClientId: server.id })).toEqual({
    UserPoolClient: {
      UserPoolId: pool.id,
      ClientName: 'server',
      ClientId: server.id,
      ClientSecret: server.secret,
      CreationDate: pool.created / 1000,
      LastModifiedDate: pool.created / 1000,
      ...said,
      RefreshTokenValidity: 2,
      AllowedOAuthFlowsUserPoolClient: false,
      EnablePropagateAdditionalUserContextData: false,
      EnableTokenRevocation: true,
      AuthSessionValidity: 3,
      ClientType: 'REGULAR',
    },
  });
  expect(server.secret).toMatch(/^[a-z0-9]{52}$/);

  const { UserPoolClient } = await callAsAdmin('DescribeUserPoolClient', { ClientId: client('app').id });
  expect(UserPoolClient).toMatchObject({ RefreshTokenValidity: 30, TokenValidityUnits: {} });
  for (const name of ['AccessTokenValidity', 'ClientSecret', 'ExplicitAuthFlows'])
    expect(UserPoolClient).not.toHaveProperty(name);
});

test('DescribeUserPool and DescribeUserPoolClient name what does not exist', async () => {
  const { call, callAsAdmin, client } = buildPool();

  expect(await refusalOf(call('DescribeUserPool', { UserPoolId: 'eu-west-1_None' }))).toEqual(
    refusal('ResourceNotFoundException', 'User pool eu-west-1_None does not exist.'),
  );
  expect(await refusalOf(callAsAdmin('DescribeUserPoolClient', { ClientId: 'none' }))).toEqual(
    refusal('ResourceNotFoundException', 'User pool client none does not exist.'),
  );
  expect(
    await refusalOf(call('DescribeUserPoolClient', { UserPoolId: 'eu-west-1_None', ClientId: client('app').id })),
  ).toEqual(refusal('ResourceNotFoundException', 'User pool eu-west-1_None does not exist.'));
});

test('ListUserPools lists the pools of the process', async () => {
  const { call, pool } = buildPool();

  expect(await call('ListUserPools', { MaxResults: 10 })).toEqual({
    UserPools: [
      {
        Id: pool.id,
        Name: settings.name,
        LambdaConfig: {},
        CreationDate: pool.created / 1000,
        LastModifiedDate: pool.created / 1000,
      },
    ],
  });
  expect(await refusalOf(call('ListUserPools', {}))).toMatchObject({
    message: expect.stringContaining("'maxResults'"),
  });
});

test('ListUserPoolClients lists names and ids page by page, and no secret', async () => {
  const { callAsAdmin, client, pool } = buildPool({
    clients: { server: { generateSecret: true }, app: {}, other: {} },
  });
  const list = (body: object) => callAsAdmin('ListUserPoolClients', body);

  const first = await list({ MaxResults: 2, ClientType: 'REGULAR' });
  const second = await list({ MaxResults: 2, NextToken: first['NextToken'] });

  const ids = ['server', 'app', 'other'].map((name) => ({
    ClientId: client(name).id,
    ClientName: name,
    UserPoolId: pool.id,
  }));
  const listed = [first, second].flatMap(({ UserPoolClients }) => UserPoolClients as readonly object[]);
  expect(listed).toHaveLength(3);
  expect(listed).toEqual(expect.arrayContaining(ids));
  expect(await list({ ClientType: 'DCR' })).toEqual({ UserPoolClients: [] });
});
