import { z } from 'zod';
import { protection, reason } from './protection';

const attributeName = z.string().min(1).describe('A declared attribute; a custom one as custom:NAME.');

const everyClient = {
  accessTokenMinutes: z.int().min(5).max(1440).describe('Minutes that an access token lives.'),
  idTokenMinutes: z.int().min(5).max(1440).describe('Minutes that an ID token lives.'),
  refreshTokenHours: z.int().min(1).max(87_600).describe('Hours that a refresh token lives: how long a session lasts.'),
  authSessionMinutes: z.int().min(3).max(15).describe('Minutes that a user has to answer a challenge.'),
  preventUserExistenceErrors: protection.describe('An unknown user looks like a wrong password.'),
  tokenRevocation: protection.describe('Refresh tokens can be revoked (EnableTokenRevocation).'),
  readAttributes: z
    .array(attributeName)
    .min(1)
    .describe('What the app may read, email_verified included; nothing is implied.'),
  writeAttributes: z.array(attributeName).min(1).describe('What the app may write; nothing is implied.'),
};

/** Flows of a kind: each kind allows only what is safe for where its code runs. */
export const authFlowsOf = {
  browser: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  server: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  'legacy-password': ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} as const;

/** The flows of one kind; spelled once, since the schema and the reference read them. */
const authFlows = <const Kind extends keyof typeof authFlowsOf>(kind: Kind) =>
  z.array(z.enum(authFlowsOf[kind])).min(1).describe('How users may sign in (ExplicitAuthFlows).');

/**
 * An app client: `browser` runs at the user and has no secret; `server` is confidential; `legacy-password` sends the
 * password itself without a secret and so needs a reason.
 */
export const appClient = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('browser').describe('Runs at the user, so it has no secret.'),
      authFlows: authFlows('browser'),
      ...everyClient,
    }),
    z.strictObject({
      kind: z.literal('server').describe('Runs on a server and has a secret.'),
      authFlows: authFlows('server'),
      ...everyClient,
    }),
    z.strictObject({
      kind: z.literal('legacy-password').describe('Sends the password itself, without a secret; say why.'),
      reason,
      authFlows: authFlows('legacy-password'),
      ...everyClient,
    }),
  ])
  .describe('An app client (AWS::Cognito::UserPoolClient).');
