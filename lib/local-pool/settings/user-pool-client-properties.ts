import type { PropertyTable } from './property-table';
import {
  boolean,
  choice,
  choices,
  enforced,
  enforcedWhereKnown,
  integer,
  named,
  noEffect,
  notSimulated,
  stops,
  taken,
  text,
  texts,
} from './property-table';

const { MAX_SAFE_INTEGER } = Number;
const unit = { seconds: taken, minutes: taken, hours: taken, days: taken };
const legacyFlow = (successor: string) =>
  stops(
    'flows of the older form also switch on others that they do not name',
    `Write ${successor}: the forms cannot be mixed.`,
  );
const leftOut = 'What is known only after deployment is left out.';
const analytics = 'Analytics of Amazon Pinpoint: delivery.';

/** AWS::Cognito::UserPoolClient. Sources: template reference; SDK model of cognito-idp. */
export const userPoolClientProperties = {
  UserPoolId: enforced({ kind: 'user-pool' }, 'Which pool it belongs to, also from another stack.'),
  ClientName: noEffect(
    'A name for people. DescribeUserPoolClient shows it.',
    text(undefined, { shortest: 1, longest: 128 }),
  ),
  GenerateSecret: enforced(boolean(false), 'Whether requests must prove the secret; it is made at start.'),
  'ExplicitAuthFlows[]': enforced(
    choices(
      {
        ALLOW_USER_PASSWORD_AUTH: taken,
        ALLOW_ADMIN_USER_PASSWORD_AUTH: taken,
        ALLOW_REFRESH_TOKEN_AUTH: taken,
        ALLOW_USER_SRP_AUTH: taken,
        ALLOW_CUSTOM_AUTH: taken,
        ALLOW_USER_AUTH: taken,
        USER_PASSWORD_AUTH: legacyFlow('ALLOW_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH'),
        ADMIN_NO_SRP_AUTH: legacyFlow(
          'ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH',
        ),
        CUSTOM_AUTH_FLOW_ONLY: legacyFlow('ALLOW_CUSTOM_AUTH and ALLOW_REFRESH_TOKEN_AUTH'),
      },
      ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    ),
    'How users may sign in through this client.',
  ),
  PreventUserExistenceErrors: enforced(
    choice({ ENABLED: taken, LEGACY: taken }, 'LEGACY'),
    'Whether an unknown user looks like a wrong password.',
  ),
  EnableTokenRevocation: enforced(boolean(true), 'Whether RevokeToken works, and the claims jti and origin_jti.'),
  AuthSessionValidity: enforced(integer(3, 15, 3), 'Minutes to answer a challenge.'),
  AccessTokenValidity: enforced(
    integer(1, 86_400, 1),
    'In its unit; 5 minutes to a day, at most as the refresh token.',
  ),
  IdTokenValidity: enforced(integer(1, 86_400, 1), 'In its unit; 5 minutes to a day, at most as the refresh token.'),
  RefreshTokenValidity: enforced(
    integer(0, MAX_SAFE_INTEGER, undefined),
    'In its unit; an hour to 10 years; absent and 0 mean 30 days.',
  ),
  'TokenValidityUnits.AccessToken': enforced(choice(unit, 'hours'), 'The unit of AccessTokenValidity.'),
  'TokenValidityUnits.IdToken': enforced(choice(unit, 'hours'), 'The unit of IdTokenValidity.'),
  'TokenValidityUnits.RefreshToken': enforced(choice(unit, 'days'), 'The unit of RefreshTokenValidity.'),
  'ReadAttributes[]': enforced(texts(undefined), 'What tokens and GetUser show; absent: everything.'),
  'WriteAttributes[]': enforced(texts(undefined), 'What users may write; absent: everything.'),
  'RefreshTokenRotation.Feature': enforced(
    choice({ DISABLED: taken, ENABLED: taken }, 'DISABLED'),
    'Whether a refresh token is replaced at each use; REFRESH_TOKEN_AUTH is then refused.',
  ),
  'RefreshTokenRotation.RetryGracePeriodSeconds': enforced(
    integer(0, 60, 0),
    'For how long a replaced refresh token can be used again.',
  ),

  AllowedOAuthFlowsUserPoolClient: enforced(boolean(false), 'Whether the OAuth 2.0 endpoints know the client.'),
  'AllowedOAuthFlows[]': enforced(
    choices({ code: taken, implicit: named('implicitGrant'), client_credentials: taken }, []),
    'The grants of the client.',
  ),
  'AllowedOAuthScopes[]': enforcedWhereKnown(
    texts(undefined),
    `The scopes that the client may ask for, and gets if it names none. ${leftOut}`,
  ),
  'CallbackURLs[]': enforcedWhereKnown(texts(undefined), `Where a sign-in may end; each is matched whole. ${leftOut}`),
  'LogoutURLs[]': enforcedWhereKnown(texts(undefined), `Where a sign-out may end; each is matched whole. ${leftOut}`),
  DefaultRedirectURI: enforcedWhereKnown(text(undefined), `Where a sign-in without redirect_uri ends. ${leftOut}`),
  'SupportedIdentityProviders[]': notSimulated('federation', texts(undefined), { off: ['COGNITO'] }),
  EnablePropagateAdditionalUserContextData: notSimulated('threatProtection', boolean(false), { off: ['false'] }),
  'AnalyticsConfiguration.ApplicationArn': noEffect(analytics, text(undefined)),
  'AnalyticsConfiguration.ApplicationId': noEffect(analytics, text(undefined)),
  'AnalyticsConfiguration.ExternalId': noEffect(analytics, text(undefined)),
  'AnalyticsConfiguration.RoleArn': noEffect(analytics, text(undefined)),
  'AnalyticsConfiguration.UserDataShared': noEffect(analytics, boolean(false)),
} as const satisfies PropertyTable;
