import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { secretHash } from '../../lib/local-pool/authentication/secret-hash';
import { operations } from '../../lib/local-pool/operations/registry';
import { otherPassword, password } from '../journeys/people';
import { totpCode } from '../local-pool/totp-code';
import { addUser, confirmDevice, makePool, signIn, startPrograms, tokensOf, type Programs } from './sdk-programs';

/**
 * @aws-sdk/client-cognito-identity-provider, unmodified. Each test tells a part of the story with the commands of the SDK;
 * together they call every operation that the local user pool answers, which the last tests hold against the registry.
 * A new operation belongs into the part where a program would call it.
 */
let programs: Programs;

beforeAll(async () => {
  programs = await startPrograms();
});
afterAll(() => programs.close());

describe('an operator', () => {
  test('makes a pool, changes it, and removes it', async () => {
    const { operator } = programs;
    const { cognito } = operator;
    const Id = await makePool(operator, 'short-lived');
    const { UserPool } = await cognito.send(new sdk.DescribeUserPoolCommand({ UserPoolId: Id }));
    expect(UserPool).toMatchObject({
      Id,
      Name: 'short-lived',
      CreationDate: expect.any(Date),
      MfaConfiguration: 'OPTIONAL',
    });
    const { UserPools } = await cognito.send(new sdk.ListUserPoolsCommand({ MaxResults: 60 }));
    expect(UserPools?.map((each) => each.Id)).toContain(Id);

    const CustomAttributes = [{ Name: 'plan', AttributeDataType: 'String' as const, Mutable: true }];
    await cognito.send(new sdk.AddCustomAttributesCommand({ UserPoolId: Id, CustomAttributes }));
    await cognito.send(new sdk.UpdateUserPoolCommand({ UserPoolId: Id, DeletionProtection: 'ACTIVE' }));
    await expect(cognito.send(new sdk.DeleteUserPoolCommand({ UserPoolId: Id }))).rejects.toBeInstanceOf(
      sdk.InvalidParameterException,
    );
    await cognito.send(new sdk.UpdateUserPoolCommand({ UserPoolId: Id, DeletionProtection: 'INACTIVE' }));
    const described = await cognito.send(new sdk.DescribeUserPoolCommand({ UserPoolId: Id }));
    expect(described.UserPool?.SchemaAttributes?.map(({ Name }) => Name)).toContain('custom:plan');
    const { CSVHeader } = await cognito.send(new sdk.GetCSVHeaderCommand({ UserPoolId: Id }));
    expect(CSVHeader).toEqual(expect.arrayContaining(['email', 'custom:plan', 'cognito:username']));
    expect(await cognito.send(new sdk.GetUserPoolMfaConfigCommand({ UserPoolId: Id }))).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });

    const ResourceArn = UserPool?.Arn;
    const tags = async () => (await cognito.send(new sdk.ListTagsForResourceCommand({ ResourceArn }))).Tags;
    await cognito.send(new sdk.TagResourceCommand({ ResourceArn, Tags: { owner: 'people', stage: 'test' } }));
    expect(await tags()).toEqual({ owner: 'people', stage: 'test' });
    await cognito.send(new sdk.UntagResourceCommand({ ResourceArn, TagKeys: ['stage'] }));
    expect(await tags()).toEqual({ owner: 'people' });

    await cognito.send(new sdk.DeleteUserPoolCommand({ UserPoolId: Id }));
    await expect(cognito.send(new sdk.DescribeUserPoolCommand({ UserPoolId: Id }))).rejects.toBeInstanceOf(
      sdk.ResourceNotFoundException,
    );
  });

  test('gives a client a second secret, and takes the first one away', async () => {
    const {
      operator: { cognito },
      UserPoolId,
    } = programs;
    const { UserPoolClient: made } = await cognito.send(
      new sdk.CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: 'backend',
        GenerateSecret: true,
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      }),
    );
    const client = { UserPoolId, ClientId: made?.ClientId ?? '' };
    const listed = await cognito.send(new sdk.ListUserPoolClientsCommand({ UserPoolId }));
    expect(listed.UserPoolClients?.map(({ ClientName }) => ClientName)).toContain('backend');
    await cognito.send(
      new sdk.UpdateUserPoolClientCommand({
        ...client,
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
        IdTokenValidity: 2,
      }),
    );
    const { UserPoolClient } = await cognito.send(new sdk.DescribeUserPoolClientCommand(client));
    expect(UserPoolClient).toMatchObject({ IdTokenValidity: 2, LastModifiedDate: expect.any(Date) });

    const { ClientSecretDescriptor } = await cognito.send(new sdk.AddUserPoolClientSecretCommand(client));
    const { ClientSecrets } = await cognito.send(new sdk.ListUserPoolClientSecretsCommand(client));
    expect(ClientSecrets).toMatchObject([{}, { ClientSecretId: ClientSecretDescriptor?.ClientSecretId }]);
    const ClientSecretId = ClientSecrets?.[0]?.ClientSecretId;
    await cognito.send(new sdk.DeleteUserPoolClientSecretCommand({ ...client, ClientSecretId }));

    await addUser(programs, 'confidential@example.com');
    const signInWith = (secret: string) => {
      const SECRET_HASH = secretHash(secret, 'confidential@example.com', client.ClientId);
      const AuthParameters = { USERNAME: 'confidential@example.com', PASSWORD: password, SECRET_HASH };
      return cognito.send(
        new sdk.AdminInitiateAuthCommand({ ...client, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters }),
      );
    };
    await expect(signInWith(made?.ClientSecret ?? '')).rejects.toBeInstanceOf(sdk.NotAuthorizedException);
    expect(await signInWith(ClientSecretDescriptor?.ClientSecretValue ?? '')).toHaveProperty('AuthenticationResult');
    await cognito.send(new sdk.DeleteUserPoolClientCommand(client));
    await expect(cognito.send(new sdk.DescribeUserPoolClientCommand(client))).rejects.toBeInstanceOf(
      sdk.ResourceNotFoundException,
    );
  });

  test('keeps resource servers, identity providers and domains', async () => {
    const {
      operator: { cognito },
      UserPoolId,
    } = programs;
    const server = { UserPoolId, Identifier: 'orders' };
    const Scopes = [{ ScopeName: 'read', ScopeDescription: 'May read' }];
    await cognito.send(new sdk.CreateResourceServerCommand({ ...server, Name: 'Orders', Scopes }));
    await cognito.send(new sdk.UpdateResourceServerCommand({ ...server, Name: 'All orders', Scopes }));
    const { ResourceServer } = await cognito.send(new sdk.DescribeResourceServerCommand(server));
    expect(ResourceServer).toEqual({ ...server, Name: 'All orders', Scopes });
    expect(await cognito.send(new sdk.ListResourceServersCommand({ UserPoolId }))).toMatchObject({
      ResourceServers: [ResourceServer],
    });
    await cognito.send(new sdk.DeleteResourceServerCommand(server));

    const provider = { UserPoolId, ProviderName: 'Acme' };
    const ProviderDetails = { client_id: 'pool', oidc_issuer: 'https://acme.example.com' };
    await cognito.send(new sdk.CreateIdentityProviderCommand({ ...provider, ProviderType: 'OIDC', ProviderDetails }));
    const IdpIdentifiers = ['acme.example.com'];
    await cognito.send(new sdk.UpdateIdentityProviderCommand({ ...provider, IdpIdentifiers }));
    const byName = await cognito.send(new sdk.DescribeIdentityProviderCommand(provider));
    expect(byName.IdentityProvider).toMatchObject({ ...provider, IdpIdentifiers, CreationDate: expect.any(Date) });
    const IdpIdentifier = 'acme.example.com';
    const found = await cognito.send(new sdk.GetIdentityProviderByIdentifierCommand({ UserPoolId, IdpIdentifier }));
    expect(found.IdentityProvider).toEqual(byName.IdentityProvider);
    const { Providers } = await cognito.send(new sdk.ListIdentityProvidersCommand({ UserPoolId }));
    expect(Providers).toMatchObject([{ ProviderName: 'Acme', ProviderType: 'OIDC' }]);
    await cognito.send(new sdk.DeleteIdentityProviderCommand(provider));

    const domain = { UserPoolId, Domain: 'people-of-the-sdk' };
    await cognito.send(new sdk.CreateUserPoolDomainCommand(domain));
    await cognito.send(new sdk.UpdateUserPoolDomainCommand({ ...domain, ManagedLoginVersion: 2 }));
    const { DomainDescription } = await cognito.send(new sdk.DescribeUserPoolDomainCommand({ Domain: domain.Domain }));
    expect(DomainDescription).toMatchObject({ ...domain, ManagedLoginVersion: 2 });
    const CSS = '.banner-customizable { background: black; }';
    await cognito.send(new sdk.SetUICustomizationCommand({ UserPoolId, CSS }));
    const { UICustomization } = await cognito.send(new sdk.GetUICustomizationCommand({ UserPoolId }));
    expect(UICustomization).toMatchObject({ CSS, CreationDate: expect.any(Date) });
    await cognito.send(new sdk.DeleteUserPoolDomainCommand(domain));
  });

  test('links a user to an identity of another provider, and unlinks it', async () => {
    const {
      operator: { cognito },
      UserPoolId,
    } = programs;
    const Username = 'linked@example.com';
    await addUser(programs, Username);
    const provider = { UserPoolId, ProviderName: 'Google' };
    const ProviderDetails = { client_id: 'pool', client_secret: 'secret', authorize_scopes: 'openid' };
    await cognito.send(new sdk.CreateIdentityProviderCommand({ ...provider, ProviderType: 'Google', ProviderDetails }));
    const stored = () => cognito.send(new sdk.AdminGetUserCommand({ UserPoolId, Username }));
    const DestinationUser = { ProviderName: 'Cognito', ProviderAttributeValue: (await stored()).Username };
    const SourceUser = {
      ProviderName: 'Google',
      ProviderAttributeName: 'Cognito_Subject',
      ProviderAttributeValue: '4711',
    };
    await cognito.send(new sdk.AdminLinkProviderForUserCommand({ UserPoolId, DestinationUser, SourceUser }));
    expect(claimsOf((await tokensOf(programs, Username)).IdToken)).toMatchObject({ identities: [{ userId: '4711' }] });
    await cognito.send(new sdk.AdminDisableProviderForUserCommand({ UserPoolId, User: SourceUser }));
    expect((await stored()).UserAttributes?.map(({ Name }) => Name)).not.toContain('identities');
    await cognito.send(new sdk.DeleteIdentityProviderCommand(provider));
  });

  test('keeps what it says of risks and logs', async () => {
    const {
      operator: { cognito },
      UserPoolId,
    } = programs;
    const CompromisedCredentialsRiskConfiguration = { Actions: { EventAction: 'BLOCK' as const } };
    await cognito.send(new sdk.SetRiskConfigurationCommand({ UserPoolId, CompromisedCredentialsRiskConfiguration }));
    const { RiskConfiguration } = await cognito.send(new sdk.DescribeRiskConfigurationCommand({ UserPoolId }));
    expect(RiskConfiguration).toMatchObject({ CompromisedCredentialsRiskConfiguration });

    const CloudWatchLogsConfiguration = { LogGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:pool' };
    const LogConfigurations = [
      { EventSource: 'userNotification' as const, LogLevel: 'ERROR' as const, CloudWatchLogsConfiguration },
    ];
    await cognito.send(new sdk.SetLogDeliveryConfigurationCommand({ UserPoolId, LogConfigurations }));
    const logs = await cognito.send(new sdk.GetLogDeliveryConfigurationCommand({ UserPoolId }));
    expect(logs.LogDeliveryConfiguration).toEqual({ UserPoolId, LogConfigurations });
  });

  test('puts people into groups, which their tokens name', async () => {
    const {
      operator: { cognito },
      UserPoolId,
    } = programs;
    const Username = 'member@example.com';
    await addUser(programs, Username);
    const group = { UserPoolId, GroupName: 'editors' };
    await cognito.send(new sdk.CreateGroupCommand({ ...group, Precedence: 2 }));
    await cognito.send(new sdk.UpdateGroupCommand({ ...group, Precedence: 1 }));
    const { Group } = await cognito.send(new sdk.GetGroupCommand(group));
    expect(Group).toMatchObject({ ...group, Precedence: 1, LastModifiedDate: expect.any(Date) });
    expect((await cognito.send(new sdk.ListGroupsCommand({ UserPoolId }))).Groups).toEqual([Group]);

    await cognito.send(new sdk.AdminAddUserToGroupCommand({ ...group, Username }));
    const { Users } = await cognito.send(new sdk.ListUsersInGroupCommand(group));
    expect(Users).toHaveLength(1);
    const of = await cognito.send(new sdk.AdminListGroupsForUserCommand({ UserPoolId, Username }));
    expect(of.Groups).toEqual([Group]);
    expect(claimsOf((await tokensOf(programs, Username)).IdToken)).toHaveProperty('cognito:groups', ['editors']);
    await cognito.send(new sdk.AdminRemoveUserFromGroupCommand({ ...group, Username }));
    expect(claimsOf((await tokensOf(programs, Username)).IdToken)).not.toHaveProperty('cognito:groups');
    await cognito.send(new sdk.DeleteGroupCommand(group));
  });

  test('invites a user, who chooses a password; looks after the account, and removes it', async () => {
    const {
      app,
      operator: { cognito },
      ClientId,
      UserPoolId,
    } = programs;
    const user = { UserPoolId, Username: 'invited@example.com' };
    const UserAttributes = [{ Name: 'email', Value: user.Username }];
    const TemporaryPassword = 'Temporary-Horse-9';
    const { User } = await cognito.send(
      new sdk.AdminCreateUserCommand({ ...user, UserAttributes, TemporaryPassword, DesiredDeliveryMediums: ['EMAIL'] }),
    );
    expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', UserCreateDate: expect.any(Date) });

    const { ChallengeName, Session } = await cognito.send(
      new sdk.AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: user.Username, PASSWORD: TemporaryPassword },
      }),
    );
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const answered = await cognito.send(
      new sdk.AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: user.Username, NEW_PASSWORD: password },
      }),
    );
    const AccessToken = answered.AuthenticationResult?.AccessToken;

    const Name = 'nickname';
    await cognito.send(
      new sdk.AdminUpdateUserAttributesCommand({
        ...user,
        UserAttributes: [
          { Name, Value: 'Gracie' },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    const { Users } = await cognito.send(
      new sdk.ListUsersCommand({ UserPoolId, Filter: `email = "${user.Username}"` }),
    );
    expect(Users).toMatchObject([{ Attributes: expect.arrayContaining([{ Name, Value: 'Gracie' }]) }]);
    await cognito.send(new sdk.AdminDeleteUserAttributesCommand({ ...user, UserAttributeNames: [Name] }));

    await cognito.send(new sdk.AdminUserGlobalSignOutCommand(user));
    await expect(app.cognito.send(new sdk.GetUserCommand({ AccessToken }))).rejects.toThrow(/has been revoked/);
    await cognito.send(new sdk.AdminDisableUserCommand(user));
    await expect(signIn(programs, user.Username)).rejects.toBeInstanceOf(sdk.NotAuthorizedException);
    await cognito.send(new sdk.AdminEnableUserCommand(user));
    await cognito.send(new sdk.AdminResetUserPasswordCommand(user));
    const stored = await cognito.send(new sdk.AdminGetUserCommand(user));
    expect(stored).toMatchObject({ Enabled: true, UserStatus: 'RESET_REQUIRED' });
    expect(stored.UserAttributes?.map((attribute) => attribute.Name)).not.toContain(Name);
    await expect(signIn(programs, user.Username)).rejects.toBeInstanceOf(sdk.PasswordResetRequiredException);

    await cognito.send(new sdk.AdminDeleteUserCommand(user));
    await expect(cognito.send(new sdk.AdminGetUserCommand(user))).rejects.toBeInstanceOf(sdk.UserNotFoundException);
  });
});

describe('an app without credentials', () => {
  test('signs a user up, who confirms, forgets and changes the password, and leaves', async () => {
    const {
      app: { cognito },
      ClientId,
      codeFor,
    } = programs;
    const user = { ClientId, Username: 'ada@example.com' };
    expect(await cognito.send(new sdk.SignUpCommand({ ...user, Password: password }))).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL' },
    });
    await expect(signIn(programs, user.Username)).rejects.toBeInstanceOf(sdk.UserNotConfirmedException);
    await cognito.send(new sdk.ResendConfirmationCodeCommand(user));
    const ConfirmationCode = codeFor(user.Username, 'ResendCode');
    await cognito.send(new sdk.ConfirmSignUpCommand({ ...user, ConfirmationCode }));

    await cognito.send(new sdk.ForgotPasswordCommand(user));
    const code = codeFor(user.Username, 'ForgotPassword');
    await cognito.send(
      new sdk.ConfirmForgotPasswordCommand({ ...user, ConfirmationCode: code, Password: otherPassword }),
    );
    const { AccessToken } = await tokensOf(programs, user.Username, otherPassword);
    const change = { AccessToken, PreviousPassword: otherPassword, ProposedPassword: password };
    await cognito.send(new sdk.ChangePasswordCommand(change));
    await expect(signIn(programs, user.Username, otherPassword)).rejects.toBeInstanceOf(sdk.NotAuthorizedException);

    await cognito.send(new sdk.DeleteUserCommand({ AccessToken }));
    await expect(signIn(programs, user.Username)).rejects.toBeInstanceOf(sdk.UserNotFoundException);
  });

  test('signs a user up whom the operator confirms', async () => {
    const { app, operator, ClientId, UserPoolId } = programs;
    const Username = 'waiting@example.com';
    await app.cognito.send(new sdk.SignUpCommand({ ClientId, Username, Password: password }));
    await operator.cognito.send(new sdk.AdminConfirmSignUpCommand({ UserPoolId, Username }));
    expect(await tokensOf(programs, Username)).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
  });

  test('lets a user change and verify attributes', async () => {
    const {
      app: { cognito },
      codeFor,
    } = programs;
    const Username = 'attributes@example.com';
    await addUser(programs, Username);
    const { AccessToken } = await tokensOf(programs, Username);
    const UserAttributes = [
      { Name: 'nickname', Value: 'Gracie' },
      { Name: 'email', Value: 'moved@example.com' },
    ];
    const updated = await cognito.send(new sdk.UpdateUserAttributesCommand({ AccessToken, UserAttributes }));
    expect(updated.CodeDeliveryDetailsList).toMatchObject([{ AttributeName: 'email', Destination: 'm***@e***' }]);
    await cognito.send(new sdk.GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }));
    const Code = codeFor('moved@example.com', 'VerifyUserAttribute');
    await cognito.send(new sdk.VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }));
    await cognito.send(new sdk.DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['nickname'] }));
    const stored = await cognito.send(new sdk.GetUserCommand({ AccessToken }));
    expect(Object.fromEntries((stored.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value]))).toEqual({
      sub: expect.any(String),
      email: 'moved@example.com',
      email_verified: 'true',
    });
  });

  test('enrols an authenticator, and signs in with it', async () => {
    const {
      app: { cognito },
      operator,
      clock,
      ClientId,
      UserPoolId,
    } = programs;
    const Username = 'totp@example.com';
    await addUser(programs, Username);
    const { AccessToken } = await tokensOf(programs, Username);
    const { SecretCode } = await cognito.send(new sdk.AssociateSoftwareTokenCommand({ AccessToken }));
    const UserCode = totpCode(SecretCode, clock, -1);
    expect(await cognito.send(new sdk.VerifySoftwareTokenCommand({ AccessToken, UserCode }))).toMatchObject({
      Status: 'SUCCESS',
    });
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
    await cognito.send(new sdk.SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));

    const { ChallengeName, Session } = await signIn(programs, Username);
    expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const answer = (code: string) =>
      cognito.send(
        new sdk.RespondToAuthChallengeCommand({
          ClientId,
          ChallengeName,
          Session,
          ChallengeResponses: { USERNAME: Username, SOFTWARE_TOKEN_MFA_CODE: code },
        }),
      );
    await expect(answer(UserCode)).rejects.toBeInstanceOf(sdk.ExpiredCodeException);
    expect(await answer(totpCode(SecretCode, clock))).toHaveProperty('AuthenticationResult.AccessToken');

    const factors = await cognito.send(new sdk.GetUserAuthFactorsCommand({ AccessToken }));
    expect(factors.ConfiguredUserAuthFactors).toEqual(['PASSWORD', 'EMAIL_OTP', 'SOFTWARE_TOKEN']);

    await operator.cognito.send(
      new sdk.AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, SoftwareTokenMfaSettings: { Enabled: false } }),
    );
    expect(await signIn(programs, Username)).toHaveProperty('AuthenticationResult.AccessToken');
    await operator.cognito.send(new sdk.AdminDeleteSoftwareTokenCommand({ UserPoolId, Username }));
    const left = await operator.cognito.send(new sdk.AdminGetUserAuthFactorsCommand({ UserPoolId, Username }));
    expect(left.ConfiguredUserAuthFactors).toEqual(['PASSWORD', 'EMAIL_OTP']);
  });

  test('asks for codes by text message in the older form, which the operator ends', async () => {
    const { app, operator, UserPoolId } = programs;
    const user = { UserPoolId, Username: 'texts@example.com' };
    await addUser(programs, user.Username);
    const UserAttributes = [{ Name: 'phone_number', Value: '+4915112345678' }];
    await operator.cognito.send(new sdk.AdminUpdateUserAttributesCommand({ ...user, UserAttributes }));
    const { AccessToken } = await tokensOf(programs, user.Username);
    const MFAOptions = [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' as const }];
    await app.cognito.send(new sdk.SetUserSettingsCommand({ AccessToken, MFAOptions }));
    const stored = await app.cognito.send(new sdk.GetUserCommand({ AccessToken }));
    expect(stored.MFAOptions).toEqual(MFAOptions);
    await operator.cognito.send(new sdk.AdminSetUserSettingsCommand({ ...user, MFAOptions: [] }));
    expect(await app.cognito.send(new sdk.GetUserCommand({ AccessToken }))).not.toHaveProperty('MFAOptions');
  });

  test('lists its sessions and ends them, where the operator has them tracked', async () => {
    const { app, operator, ClientId, UserPoolId } = programs;
    const user = { UserPoolId, Username: 'sessions@example.com' };
    await addUser(programs, user.Username);
    const TokenSession = { MaxPerUser: 5 };
    const track = (UserSessionTracking: 'ENABLED' | 'DISABLED') =>
      operator.cognito.send(
        new sdk.SetUserPoolSessionConfigurationCommand({ UserPoolId, UserSessionTracking, TokenSession }),
      );
    await track('ENABLED');
    expect(await operator.cognito.send(new sdk.GetUserPoolSessionConfigurationCommand({ UserPoolId }))).toMatchObject({
      UserSessionTracking: 'ENABLED',
      TokenSession,
    });
    const client = { UserPoolId, ClientId };
    const SSOSession = { MaxValidityMinutes: 5 };
    await operator.cognito.send(new sdk.SetUserPoolClientSessionConfigurationCommand({ ...client, SSOSession }));
    expect(await operator.cognito.send(new sdk.GetUserPoolClientSessionConfigurationCommand(client))).toMatchObject({
      ...client,
      SSOSession,
    });

    const [here, elsewhere] = [await tokensOf(programs, user.Username), await tokensOf(programs, user.Username)];
    const { AccessToken } = here;
    const { Sessions = [] } = await app.cognito.send(new sdk.ListUserSessionsCommand({ AccessToken }));
    expect(Sessions).toHaveLength(2);
    expect(Sessions[0]).toMatchObject({ SessionType: 'TOKEN', ClientId, CreateDate: expect.any(Date) });
    const other = Sessions.find(({ IsCurrentSession }) => IsCurrentSession === false);
    await app.cognito.send(new sdk.RevokeUserSessionCommand({ AccessToken, SessionId: other?.SessionId }));
    await expect(app.cognito.send(new sdk.GetUserCommand({ AccessToken: elsewhere.AccessToken }))).rejects.toThrow(
      'Access Token has been revoked',
    );
    const listed = await operator.cognito.send(new sdk.AdminListUserSessionsCommand(user));
    expect(listed.Sessions).toHaveLength(1);
    const SessionId = listed.Sessions?.[0]?.SessionId;
    await operator.cognito.send(new sdk.AdminRevokeUserSessionCommand({ ...user, SessionId }));
    await expect(app.cognito.send(new sdk.GetUserCommand({ AccessToken }))).rejects.toThrow(
      'Access Token has been revoked',
    );
    await track('DISABLED');
  });

  test('remembers and forgets a device, and so does the operator', async () => {
    const {
      app: { cognito },
      operator,
      UserPoolId,
    } = programs;
    const user = { UserPoolId, Username: 'device@example.com' };
    await addUser(programs, user.Username);
    const tokens = await tokensOf(programs, user.Username);
    const { AccessToken } = tokens;
    const device = { AccessToken, DeviceKey: await confirmDevice(programs, tokens) };
    const sameDevice = { ...user, DeviceKey: device.DeviceKey };
    const told = [
      (await cognito.send(new sdk.GetDeviceCommand(device))).Device,
      (await cognito.send(new sdk.ListDevicesCommand({ AccessToken }))).Devices?.[0],
      (await operator.cognito.send(new sdk.AdminListDevicesCommand(user))).Devices?.[0],
    ];
    for (const each of told)
      expect(each).toMatchObject({ DeviceKey: device.DeviceKey, DeviceCreateDate: expect.any(Date) });

    const expectStatus = async (Value: 'remembered' | 'not_remembered'): Promise<void> => {
      const { Device } = await operator.cognito.send(new sdk.AdminGetDeviceCommand(sameDevice));
      expect(Device?.DeviceAttributes).toContainEqual({ Name: 'dev:device_remembered_status', Value });
    };
    await cognito.send(new sdk.UpdateDeviceStatusCommand({ ...device, DeviceRememberedStatus: 'remembered' }));
    await expectStatus('remembered');
    await operator.cognito.send(
      new sdk.AdminUpdateDeviceStatusCommand({ ...sameDevice, DeviceRememberedStatus: 'not_remembered' }),
    );
    await expectStatus('not_remembered');

    await cognito.send(new sdk.ForgetDeviceCommand(device));
    await expect(cognito.send(new sdk.GetDeviceCommand(device))).rejects.toBeInstanceOf(sdk.ResourceNotFoundException);
    const DeviceKey = await confirmDevice(programs, await tokensOf(programs, user.Username));
    await operator.cognito.send(new sdk.AdminForgetDeviceCommand({ ...user, DeviceKey }));
    expect((await operator.cognito.send(new sdk.AdminListDevicesCommand(user))).Devices).toEqual([]);
  });

  test('renews tokens from its device, revokes them, and signs the user out everywhere', async () => {
    const {
      app: { cognito },
      ClientId,
    } = programs;
    const Username = 'tokens@example.com';
    await addUser(programs, Username);
    const tokens = await tokensOf(programs, Username);
    const renewal = { ClientId, RefreshToken: tokens.RefreshToken, DeviceKey: await confirmDevice(programs, tokens) };
    const renewed = await cognito.send(new sdk.GetTokensFromRefreshTokenCommand(renewal));
    const AccessToken = renewed.AuthenticationResult?.AccessToken;
    expect(await cognito.send(new sdk.GetUserCommand({ AccessToken }))).toHaveProperty('Username');

    await cognito.send(new sdk.RevokeTokenCommand({ ClientId, Token: tokens.RefreshToken }));
    await expect(cognito.send(new sdk.GetTokensFromRefreshTokenCommand(renewal))).rejects.toThrow(
      'Refresh Token has been revoked',
    );
    const elsewhere = await tokensOf(programs, Username);
    const here = await tokensOf(programs, Username);
    await cognito.send(new sdk.GlobalSignOutCommand({ AccessToken: here.AccessToken }));
    await expect(cognito.send(new sdk.GetUserCommand({ AccessToken: elsewhere.AccessToken }))).rejects.toThrow(
      'Access Token has been revoked',
    );
  });

  test('cannot even ask for what needs a signature', async () => {
    const { app, UserPoolId } = programs;
    await expect(
      app.cognito.send(new sdk.AdminGetUserCommand({ UserPoolId, Username: 'ada@example.com' })),
    ).rejects.toThrow('An app has no AWS credentials.');
  });
});

describe('what these tests called', () => {
  const answered = (signed: boolean): readonly string[] =>
    [...operations.values()]
      .filter(({ authorisation }) => (authorisation === 'signature') === signed)
      .map(({ name }) => name)
      .toSorted();

  test('is every operation that needs a signature', () => {
    expect([...programs.operator.called].toSorted()).toEqual(answered(true));
  });

  test('and, without credentials, every one that needs none', () => {
    expect([...programs.app.called].toSorted()).toEqual(answered(false));
  });
});

function claimsOf(token: string | undefined): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
