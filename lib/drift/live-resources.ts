import type { RawObject } from '../template/value';
import type { LiveClient, LivePool } from './live-pool';
import { plain } from './plain';
import { blocksOf } from './read-risk-configurations';

/** Something that there is, in the words of a template. */
export interface LiveResource {
  /** CloudFormation type. */
  readonly type: string;
  /** What tells it from others of its type: the id of a client, the name of a group. */
  readonly key: string;
  /** For people. */
  readonly name: string;
  /** In CloudFormation's own names, without UserPoolId. */
  readonly properties: RawObject;
}

/** The types that are read back. */
export const readTypes = [
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolIdentityProvider',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Cognito::UserPoolRiskConfigurationAttachment',
  'AWS::Cognito::LogDeliveryConfiguration',
] as const;

/** What a risk configuration for every client says in the place of a client. */
export const everyClient = 'ALL';

/** The pool and all that belongs to it as resources. */
export function liveResources(live: LivePool): readonly LiveResource[] {
  const { id, clients, domains, groups, identityProviders, resourceServers } = live;
  return [
    { type: 'AWS::Cognito::UserPool', key: id, name: live.pool.Name ?? id, properties: poolProperties(live) },
    ...clients.map((client) => ({
      type: 'AWS::Cognito::UserPoolClient',
      key: client.ClientId ?? '',
      name: client.ClientName ?? '',
      properties: clientProperties(client),
    })),
    ...domains.map(({ Domain = '', ManagedLoginVersion, CustomDomainConfig, Routing }) => ({
      type: 'AWS::Cognito::UserPoolDomain',
      key: Domain,
      name: Domain,
      properties: plain({ Domain, ManagedLoginVersion, CustomDomainConfig, Routing }),
    })),
    ...groups.map(({ GroupName = '', Description, Precedence, RoleArn }) => ({
      type: 'AWS::Cognito::UserPoolGroup',
      key: GroupName,
      name: GroupName,
      properties: plain({ GroupName, Description, Precedence, RoleArn }),
    })),
    ...identityProviders.map(
      ({ ProviderName = '', ProviderType, ProviderDetails, AttributeMapping, IdpIdentifiers }) => ({
        type: 'AWS::Cognito::UserPoolIdentityProvider',
        key: ProviderName,
        name: ProviderName,
        properties: plain({ ProviderName, ProviderType, ProviderDetails, AttributeMapping, IdpIdentifiers }),
      }),
    ),
    ...resourceServers.map(({ Identifier = '', Name, Scopes }) => ({
      type: 'AWS::Cognito::UserPoolResourceServer',
      key: Identifier,
      name: Identifier,
      properties: plain({ Identifier, Name, Scopes }),
    })),
    ...riskConfigurations(live),
    ...logDelivery(live),
  ];
}

function poolProperties({ pool, mfa }: LivePool): RawObject {
  const { SmsMfaConfiguration: sms, EmailMfaConfiguration: email, WebAuthnConfiguration: passkeys } = mfa;
  const tags = Object.entries(pool.UserPoolTags ?? {}).filter(([name]) => !name.startsWith('aws:'));
  return plain({
    UserPoolName: pool.Name,
    UsernameAttributes: pool.UsernameAttributes,
    AliasAttributes: pool.AliasAttributes,
    UsernameConfiguration: pool.UsernameConfiguration,
    Schema: pool.SchemaAttributes,
    Policies: pool.Policies,
    MfaConfiguration: mfa.MfaConfiguration ?? pool.MfaConfiguration,
    // The service tells the block of a factor that is on.
    EnabledMfas: [
      ...(sms === undefined ? [] : ['SMS_MFA']),
      ...(mfa.SoftwareTokenMfaConfiguration?.Enabled === true ? ['SOFTWARE_TOKEN_MFA'] : []),
      ...(email === undefined ? [] : ['EMAIL_OTP']),
    ],
    DeviceConfiguration: pool.DeviceConfiguration,
    AutoVerifiedAttributes: pool.AutoVerifiedAttributes,
    UserAttributeUpdateSettings: pool.UserAttributeUpdateSettings,
    AccountRecoverySetting: pool.AccountRecoverySetting,
    AdminCreateUserConfig: pool.AdminCreateUserConfig,
    UserPoolTier: pool.UserPoolTier,
    UserPoolAddOns: pool.UserPoolAddOns,
    LambdaConfig: pool.LambdaConfig,
    DcrConfiguration: registration(pool),
    IssuerConfiguration: pool.IssuerConfiguration,
    KeyConfiguration: pool.KeyConfiguration,
    WebAuthnRelyingPartyID: passkeys?.RelyingPartyId,
    WebAuthnUserVerification: passkeys?.UserVerification,
    WebAuthnFactorConfiguration: passkeys?.FactorConfiguration,
    DeletionProtection: pool.DeletionProtection,
    EmailConfiguration: pool.EmailConfiguration,
    SmsConfiguration: pool.SmsConfiguration ?? sms?.SmsConfiguration,
    UserPoolTags: Object.fromEntries(tags),
    VerificationMessageTemplate: pool.VerificationMessageTemplate,
    EmailVerificationMessage: pool.EmailVerificationMessage,
    EmailVerificationSubject: pool.EmailVerificationSubject,
    SmsVerificationMessage: pool.SmsVerificationMessage,
    SmsAuthenticationMessage: pool.SmsAuthenticationMessage ?? sms?.SmsAuthenticationMessage,
    EmailAuthenticationMessage: email?.Message,
    EmailAuthenticationSubject: email?.Subject,
  });
}

/** Of dynamic client registration only that it is on, and how: a pool without it has nothing more or nothing at all. */
function registration({ DcrConfiguration: found }: LivePool['pool']): LivePool['pool']['DcrConfiguration'] {
  return found?.EnableStatus === 'Disabled' ? undefined : found;
}

function clientProperties({ hasSecret, ...client }: LiveClient): RawObject {
  const { UserPoolId, ClientId, LastModifiedDate, CreationDate, ClientType, ...settings } = client;
  return plain({ ...settings, GenerateSecret: hasSecret });
}

function riskConfigurations({ id, riskConfigurations: found, clients }: LivePool): readonly LiveResource[] {
  return found.flatMap((risk) => {
    const blocks = blocksOf(risk);
    if (Object.keys(blocks).length === 0) return [];
    const { ClientId: key = everyClient } = risk;
    const client = clients.find(({ ClientId }) => ClientId === key);
    const name = client === undefined ? `of ${id}` : `of the app client ${client.ClientName ?? key}`;
    return [{ type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment', key, name, properties: blocks }];
  });
}

function logDelivery({ id, logConfigurations }: LivePool): readonly LiveResource[] {
  if (logConfigurations.length === 0) return [];
  const properties = plain({ LogConfigurations: logConfigurations });
  return [{ type: 'AWS::Cognito::LogDeliveryConfiguration', key: id, name: `of ${id}`, properties }];
}
