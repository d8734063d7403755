import { dev as declaredDev } from '../../lib/environments/dev';
import type { Environment } from '../../lib/environments/environment';
import { prod as declaredProd } from '../../lib/environments/prod';
import { staging as declaredStaging } from '../../lib/environments/staging';

const reason = 'Tests look at the sign-ins by password alone.';
const off = { enabled: false, reason } as const;

/** Nothing beside the user pool, its app clients and its triggers. */
const alone = {
  webAcl: { use: 'off', reason },
  logDelivery: { messageErrors: { deliver: false, reason }, userActivity: { deliver: false, reason } },
  monitoring: { alarms: 'off', reason },
  managedLogin: { pages: 'off' },
  resourceServers: {},
  identityProviders: {},
  identityPool: { credentials: 'none' },
} as const satisfies Partial<Environment>;

const essentials = {
  featurePlan: 'ESSENTIALS',
  threatProtection: { mode: 'off', reason },
  passkeys: { use: 'off' },
  waivers: declaredStaging.waivers,
} as const satisfies Partial<Environment>;

const browser = {
  authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  managedLogin: { use: 'off' },
  refreshTokenRotation: off,
} as const;

const server = {
  authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  secretRotation: off,
  propagateAdditionalUserContextData: false,
  managedLogin: { use: 'off' },
  refreshTokenRotation: off,
} as const;

/** The declared environments with nothing but sign-in by the API: what tests begin with, each adding what it is about. */
export const dev = {
  ...declaredDev,
  ...alone,
  clients: {
    web: { ...declaredDev.clients.web, ...browser },
    backend: { ...declaredDev.clients.backend, ...server },
    legacy: declaredDev.clients.legacy,
  },
} as const satisfies Environment;

export const staging = {
  ...declaredStaging,
  ...alone,
  clients: {
    web: { ...declaredStaging.clients.web, ...browser },
    backend: { ...declaredStaging.clients.backend, ...server },
    legacy: declaredStaging.clients.legacy,
  },
} as const satisfies Environment;

export const prod = {
  ...declaredProd,
  ...alone,
  ...essentials,
  signIn: { ...declaredProd.signIn, firstFactors: ['PASSWORD'] },
  clients: {
    web: { ...declaredProd.clients.web, ...browser },
    backend: { ...declaredProd.clients.backend, ...server },
  },
  triggers: { ...declaredProd.triggers, functions: declaredStaging.triggers.functions },
} as const satisfies Environment;
