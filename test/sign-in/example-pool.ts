import type { ClientFacts } from '../../lib/sign-in/client-facts';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';
import type { TargetFacts } from '../../lib/sign-in/target-facts';

/** A confidential client that may do all that the journey needs. */
export const exampleClient: ClientFacts = {
  logicalId: 'ClientBackend',
  name: 'backend',
  kind: 'server',
  confidential: true,
  authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  oauthFlows: [],
  oauthScopes: [],
  hidesUnknownUsers: true,
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
  selfSignUp: true,
  autoVerified: ['email'],
  requiredAttributes: [],
  immutableAttributes: [],
  issuerType: 'ORIGINAL',
  minimumPasswordLength: 15,
  mfa: 'OPTIONAL',
  factors: ['SOFTWARE_TOKEN_MFA'],
  softwareTokens: true,
  recovery: ['verified_email'],
  deviceTracking: { asksUser: false, standsInForMfa: true },
  triggers: ['PreSignUp', 'PreTokenGeneration'],
  groupsClaim: 'groups',
  domain: false,
  clients: [exampleClient],
};

/** That pool where it is deployed: others use it too, and nobody reads its messages. */
export const exampleFacts: TargetFacts = {
  pool: examplePool,
  inbox: false,
  ownPool: false,
  challengeAnswer: undefined,
};
