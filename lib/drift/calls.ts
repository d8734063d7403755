import type { Resource } from '../template/resolve';
import { isList, isObject } from '../template/value';
import type { RawObject, RawValue } from '../template/value';
import { everyClient } from './live-resources';
import type { LiveResource } from './live-resources';
import { concrete } from './rejoin';
import type { Rejoining } from './rejoin';
import type { Call, Fault } from './remedy';
import { registrationProperty } from './client-registration';
import { secretDetails } from './secret-details';

/** Members of a user pool that SetUserPoolMfaConfig writes. */
const ofMfa = /^(MfaConfiguration|EnabledMfas|WebAuthn\w+|EmailAuthentication\w+|SmsAuthenticationMessage)$/;

/** What UpdateUserPool does not take: what is fixed, what belongs to SetUserPoolMfaConfig, and what it calls otherwise. */
const notOfUpdate =
  /^(AliasAttributes|EnabledMfas|EmailAuthentication\w+|MfaConfiguration|Schema|UserPoolName|Username\w+|WebAuthn\w+)$/;

/** Operations that create, update and delete a part of a pool, and the member that names it. */
const operations: Readonly<Record<string, { readonly part: string; readonly key: string }>> = {
  'AWS::Cognito::UserPoolClient': { part: 'UserPoolClient', key: 'ClientId' },
  'AWS::Cognito::UserPoolDomain': { part: 'UserPoolDomain', key: 'Domain' },
  'AWS::Cognito::UserPoolGroup': { part: 'Group', key: 'GroupName' },
  'AWS::Cognito::UserPoolIdentityProvider': { part: 'IdentityProvider', key: 'ProviderName' },
  'AWS::Cognito::UserPoolResourceServer': { part: 'ResourceServer', key: 'Identifier' },
};

/** What the calls are made of. */
export interface CallSources extends Omit<Fault, 'call' | 'said'> {
  readonly userPoolId: string;
  readonly declared: Resource | undefined;
  readonly live: LiveResource | undefined;
  readonly valueOf: Rejoining['valueOf'];
}

/**
 * The call that puts it right. It sends all that is declared of the resource, as the service resets what an update leaves
 * out. Undefined where there is no such call, where a declared value is not known, and where it would need a secret.
 */
export function callOf({
  kind,
  type,
  property,
  userPoolId: UserPoolId,
  declared,
  live,
  valueOf,
}: CallSources): Call | undefined {
  const operation = operations[type];
  if (declared === undefined) {
    if (live === undefined) return undefined;
    if (operation !== undefined)
      return { operation: `Delete${operation.part}`, input: { UserPoolId, [operation.key]: live.key } };
    // Without any block a configuration is removed (API_SetRiskConfiguration).
    return settingsCall(type, { UserPoolId, ...clientOf(live.key) }, {});
  }
  const { UserPoolId: _, ...said } = declared.properties;
  const settings = concrete(said, live?.properties, { valueOf, unread: () => undefined });
  if (!isObject(settings) || (type === 'AWS::Cognito::UserPoolIdentityProvider' && hasSecret(declared)))
    return undefined;
  if (type === 'AWS::Cognito::UserPool') return poolCall(UserPoolId, property, settings);
  if (operation === undefined) return settingsCall(type, { UserPoolId, ...clientOf(live?.key) }, settings);
  const { GenerateSecret, ProviderType, ...update } = settings;
  switch (kind) {
    case 'gone':
      // A client that is made anew is another one.
      return operation.key === 'ClientId'
        ? undefined
        : { operation: `Create${operation.part}`, input: { UserPoolId, ...settings } };
    case 'changed':
      return {
        operation: `Update${operation.part}`,
        input: { UserPoolId, ...update, [operation.key]: live?.key ?? '' },
      };
    case 'undeclared':
      return undefined;
  }
}

function settingsCall(type: string, key: RawObject, { ClientId, ...settings }: RawObject): Call | undefined {
  switch (type) {
    case 'AWS::Cognito::UserPoolRiskConfigurationAttachment':
      return { operation: 'SetRiskConfiguration', input: { ...key, ...settings } };
    case 'AWS::Cognito::LogDeliveryConfiguration': {
      const { UserPoolId = '' } = key;
      return {
        operation: 'SetLogDeliveryConfiguration',
        input: { UserPoolId, LogConfigurations: settings['LogConfigurations'] ?? [] },
      };
    }
    default:
      return undefined;
  }
}

function clientOf(key: string | undefined): RawObject {
  return key === undefined || key === everyClient ? {} : { ClientId: key };
}

function poolCall(UserPoolId: string, property: string, settings: RawObject): Call {
  if (ofMfa.test(property)) return { operation: 'SetUserPoolMfaConfig', input: { UserPoolId, ...mfaOf(settings) } };
  const { UserPoolName: PoolName, ...others } = settings;
  const updated = Object.entries(others).filter(([name]) => !notOfUpdate.test(name));
  const input = { UserPoolId, ...(PoolName !== undefined && { PoolName }), ...Object.fromEntries(updated) };
  const off = property === registrationProperty && { [registrationProperty]: { EnableStatus: 'Disabled' } };
  return { operation: 'UpdateUserPool', input: { ...input, ...off } };
}

function mfaOf(settings: RawObject): RawObject {
  const { MfaConfiguration = 'OFF', EnabledMfas: enabled = [], SmsConfiguration, SmsAuthenticationMessage } = settings;
  const isOn = (factor: string): boolean => MfaConfiguration !== 'OFF' && isList(enabled) && enabled.includes(factor);
  const { EmailAuthenticationMessage: Message, EmailAuthenticationSubject: Subject } = settings;
  const {
    WebAuthnRelyingPartyID: RelyingPartyId,
    WebAuthnUserVerification: UserVerification,
    WebAuthnFactorConfiguration: FactorConfiguration,
  } = settings;
  const passkeys = present({ RelyingPartyId, UserVerification, FactorConfiguration });
  return {
    MfaConfiguration,
    ...(isOn('SOFTWARE_TOKEN_MFA') && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
    ...(isOn('SMS_MFA') && { SmsMfaConfiguration: present({ SmsAuthenticationMessage, SmsConfiguration }) }),
    ...(isOn('EMAIL_OTP') && { EmailMfaConfiguration: present({ Message, Subject }) }),
    ...(Object.keys(passkeys).length > 0 && { WebAuthnConfiguration: passkeys }),
  };
}

function present(members: Readonly<Record<string, RawValue | undefined>>): RawObject {
  const given = Object.entries(members).filter((each): each is [string, RawValue] => each[1] !== undefined);
  return Object.fromEntries(given);
}

function hasSecret({ properties }: Resource): boolean {
  const details = properties['ProviderDetails'];
  return !isObject(details) || Object.keys(details).some((name) => secretDetails.has(name));
}
