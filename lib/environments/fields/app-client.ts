import { z } from 'zod';
import { branding } from './branding';
import { protection, reason } from './protection';

const attributeName = z.string().min(1).describe('A declared attribute; a custom one as custom:NAME.');
const accessTokenMinutes = z.int().min(5).max(1440).describe('Minutes that an access token lives.');

/** What every client has through which people sign in. */
const userClient = {
  accessTokenMinutes,
  idTokenMinutes: z.int().min(5).max(1440).describe('Minutes that an ID token lives.'),
  refreshTokenHours: z.int().min(1).max(87_600).describe('Hours that a refresh token lives: how long a session lasts.'),
  refreshTokenRotation: z
    .discriminatedUnion('enabled', [
      z.strictObject({
        enabled: z
          .literal(true)
          .describe('Each use replaces the refresh token; ALLOW_REFRESH_TOKEN_AUTH is then left out.'),
        graceSeconds: z.int().min(0).max(60).describe('Seconds in which the replaced one still counts, for retries.'),
      }),
      z.strictObject({
        enabled: z.literal(false).describe('A refresh token is used until it expires; say why.'),
        reason,
      }),
    ])
    .describe('RefreshTokenRotation.'),
  authSessionMinutes: z.int().min(3).max(15).describe('Minutes that a user has to answer a challenge.'),
  preventUserExistenceErrors: protection.describe('An unknown user looks like a wrong password.'),
  tokenRevocation: protection.describe('Refresh tokens can be revoked (EnableTokenRevocation).'),
  readAttributes: z
    .array(attributeName)
    .min(1)
    .describe('What the app may read, email_verified included; nothing is implied.'),
  writeAttributes: z.array(attributeName).min(1).describe('What the app may write; nothing is implied.'),
};

const secretRotation = z
  .discriminatedUnion('enabled', [
    z.strictObject({
      enabled: z
        .literal(true)
        .describe(
          'A function replaces the secret: two are active for a while, then one. It makes the first one too. Not to be ' +
            'switched off again: CloudFormation would go on handing over the secret that Cognito made with the client.',
        ),
      everyDays: z.int().min(7).max(365).describe('Days between rotations.'),
      graceDays: z
        .int()
        .min(1)
        .max(30)
        .describe(
          'Days in which a replaced secret still counts, fewer than everyDays. Applications have to read the secret ' +
            'anew more often than that.',
        ),
    }),
    z.strictObject({
      enabled: z.literal(false).describe('The secret stays that which Cognito made with the client; say why.'),
      reason,
    }),
  ])
  .describe('Rotation of the client secret, which Secrets Manager holds.');

const scope = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/)
  .describe(
    'One of openid, email, phone, profile, aws.cognito.signin.user.admin and RESOURCE_SERVER_IDENTIFIER/SCOPE.',
  );

const redirect = z.string().min(1).max(1024).regex(/^\S+$/);

/** The authorization code grant, with PKCE; the implicit grant cannot be declared. */
const managedLogin = z
  .discriminatedUnion('use', [
    z.strictObject({ use: z.literal('off').describe('The client signs in by the API alone.') }),
    z.strictObject({
      use: z
        .literal('on')
        .describe('The client signs in by the authorization code grant; the app sends a PKCE challenge.'),
      callbackUrls: z
        .array(
          redirect.describe(
            'A URL: https; http on loopback outside production; a scheme like com.example.app: where the kind is native.',
          ),
        )
        .min(1)
        .max(100)
        .describe('Where codes may be sent (CallbackURLs), without wildcards.'),
      logoutUrls: z
        .array(redirect.describe('As of callbackUrls.'))
        .max(100)
        .describe('Where a browser may go after signing out (LogoutURLs).'),
      scopes: z.array(scope).min(1).max(50).describe('What may be asked for (AllowedOAuthScopes).'),
      identityProviders: z
        .array(z.string().min(1).describe('COGNITO, or a declared identity provider.'))
        .min(1)
        .describe('Where its users may come from (SupportedIdentityProviders).'),
      branding,
    }),
  ])
  .describe('Sign-in by the pages of managed login.');

/** Flows of a kind: each kind allows only what is safe for where its code runs. */
export const authFlowsOf = {
  browser: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  native: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  server: [
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
  'legacy-password': ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} as const;

/** The flows of one kind; spelled once, since the schema and the reference read them. */
const authFlows = <const Kind extends keyof typeof authFlowsOf>(kind: Kind) =>
  z.array(z.enum(authFlowsOf[kind])).min(1).describe('How users may sign in (ExplicitAuthFlows).');

/**
 * An app client: `browser` and `native` run at the user and have no secret; `server` is confidential; `machine` signs in
 * as itself, by client credentials; `legacy-password` sends the password itself without a secret and so needs a reason.
 */
export const appClient = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('browser').describe('Runs in a browser, so it has no secret.'),
      authFlows: authFlows('browser'),
      managedLogin,
      ...userClient,
    }),
    z.strictObject({
      kind: z.literal('native').describe('Runs on a phone or a desktop, so it has no secret.'),
      authFlows: authFlows('native'),
      managedLogin,
      ...userClient,
    }),
    z.strictObject({
      kind: z.literal('server').describe('Runs on a server and has a secret.'),
      authFlows: authFlows('server'),
      secretRotation,
      managedLogin,
      propagateAdditionalUserContextData: z
        .boolean()
        .describe('Whether the server tells the address of the user for threat protection.'),
      ...userClient,
    }),
    z.strictObject({
      kind: z.literal('machine').describe('A service that gets access tokens for itself (client credentials grant).'),
      scopes: z
        .array(
          z
            .string()
            .max(256)
            .regex(/^[\x21\x23-\x5B\x5D-\x7E]+\/[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$/)
            .describe('RESOURCE_SERVER_IDENTIFIER/SCOPE.'),
        )
        .min(1)
        .max(50)
        .describe('What it may ask for; scopes of resource servers only.'),
      accessTokenMinutes,
      secretRotation,
    }),
    z.strictObject({
      kind: z.literal('legacy-password').describe('Sends the password itself, without a secret; say why.'),
      reason,
      authFlows: authFlows('legacy-password'),
      ...userClient,
    }),
  ])
  .describe('An app client (AWS::Cognito::UserPoolClient).');
