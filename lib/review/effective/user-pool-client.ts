import { boolean, number, set, text } from './form';
import type { Entry, TypeTable } from './form';

const secondsPerUnit: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** The unit where the template names none, and the lifetime in seconds where it gives none (CreateUserPoolClient). */
const lifetimes = [
  { property: 'AccessTokenValidity', unit: 'TokenValidityUnits.AccessToken', usual: 'hours', absent: 3600 },
  { property: 'IdTokenValidity', unit: 'TokenValidityUnits.IdToken', usual: 'hours', absent: 3600 },
  { property: 'RefreshTokenValidity', unit: 'TokenValidityUnits.RefreshToken', usual: 'days', absent: 2_592_000 },
] as const;

/** GenerateSecret has no value for its absence: whether writing out false replaces the client is not known. */
export const userPoolClient: TypeTable = {
  type: 'AWS::Cognito::UserPoolClient',
  name: 'ClientName',
  createOnly: ['GenerateSecret', 'UserPoolId'],
  properties: {
    UserPoolId: text(),
    ClientName: text(),
    GenerateSecret: boolean(),
    ExplicitAuthFlows: set(['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH']),
    AllowedOAuthFlows: set([]),
    AllowedOAuthFlowsUserPoolClient: boolean(false),
    AllowedOAuthScopes: set([]),
    CallbackURLs: set([]),
    LogoutURLs: set([]),
    DefaultRedirectURI: text(),
    SupportedIdentityProviders: set(),
    ReadAttributes: set(),
    WriteAttributes: set(),
    AccessTokenValidity: number(),
    IdTokenValidity: number(),
    RefreshTokenValidity: number(),
    'TokenValidityUnits.AccessToken': text(),
    'TokenValidityUnits.IdToken': text(),
    'TokenValidityUnits.RefreshToken': text(),
    AuthSessionValidity: number(3),
    'RefreshTokenRotation.Feature': text('DISABLED'),
    'RefreshTokenRotation.RetryGracePeriodSeconds': number(),
    EnableTokenRevocation: boolean(true),
    EnablePropagateAdditionalUserContextData: boolean(false),
    PreventUserExistenceErrors: text('LEGACY'),
    'AnalyticsConfiguration.ApplicationArn': text(),
    'AnalyticsConfiguration.ApplicationId': text(),
    'AnalyticsConfiguration.ExternalId': text(),
    'AnalyticsConfiguration.RoleArn': text(),
    'AnalyticsConfiguration.UserDataShared': boolean(false),
  },
  adjust: inSeconds,
};

/**
 * Lifetimes as seconds, whatever their unit; a unit alone says nothing. What depends on a unit that is not known is not
 * known either.
 */
function inSeconds(entries: Map<string, Entry>): void {
  const units = entries.get('TokenValidityUnits')?.value;
  entries.delete('TokenValidityUnits');
  for (const { property, unit, usual, absent } of lifetimes) {
    const amount = entries.get(property);
    const named = units ?? entries.get(unit)?.value ?? usual;
    const factor = typeof named === 'string' ? secondsPerUnit[named] : undefined;
    entries.delete(unit);
    if (amount?.value === undefined || amount.value === 0) {
      entries.set(property, { value: absent, written: amount?.written === true, known: true });
    } else if (typeof amount.value === 'number') {
      entries.set(property, { ...amount, value: factor === undefined ? [amount.value, named] : amount.value * factor });
    }
  }
}
