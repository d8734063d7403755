import type { ClientFacts } from '../../lib/sign-in/client-facts';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';

/** A confidential client that may do all that the journey needs. */
export const exampleClient: ClientFacts = {
  logicalId: 'ClientBackend',
  name: 'backend',
  kind: 'server',
  confidential: true,
  authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  tokenRevocation: true,
  refreshTokenRotation: false,
  accessTokenSeconds: 3600,
  idTokenSeconds: 1800,
  readAttributes: ['email', 'email_verified'],
};

/** A pool with optional TOTP, device tracking and a groups claim. */
export const examplePool: PoolFacts = {
  logicalId: 'UserPool',
  environmentClass: 'sandbox',
  signInWith: 'email',
  requiredAttributes: [],
  issuerType: 'ORIGINAL',
  minimumPasswordLength: 15,
  mfa: 'OPTIONAL',
  softwareTokens: true,
  deviceTracking: { asksUser: false, standsInForMfa: true },
  groupsClaim: 'groups',
  clients: [exampleClient],
};
