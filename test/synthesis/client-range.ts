import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { bare } from './range';

const { web, backend, legacy } = dev.clients;

const pages = {
  use: 'on',
  callbackUrls: ['https://app.example.com/signed-in', 'http://localhost:3000/signed-in'],
  logoutUrls: ['https://app.example.com/', 'http://localhost:3000/'],
  scopes: ['openid', 'https://orders.example.com/read', 'email'],
  identityProviders: ['partner', 'COGNITO', 'google'],
  branding: { style: 'cognito' },
} as const;

const rotation = { enabled: true, everyDays: 30, graceDays: 3 } as const;

/** What app clients and resource servers can be; none has a trigger. */
export const clientRange = {
  'client-kinds': {
    ...bare,
    name: 'client-kinds',
    managedLogin: { pages: 'on', domain: { kind: 'prefix', prefix: 'example-clients' } },
    resourceServers: {
      orders: {
        identifier: 'https://orders.example.com',
        scopes: { write: 'Change orders.', read: 'See orders.' },
      },
      stock: { identifier: 'stock', scopes: { count: 'Count what is there.' } },
    },
    identityProviders: {
      partner: {
        type: 'OIDC',
        issuer: 'https://id.partner.example',
        clientId: 'example-client',
        clientSecretName: 'userpool/providers/partner',
        attributesRequestMethod: 'GET',
        scopes: ['openid', 'email'],
        attributeMapping: { email: 'email', email_verified: 'email_verified' },
        identifiers: [],
      },
      google: {
        type: 'Google',
        clientId: 'example-client.apps.googleusercontent.com',
        clientSecretName: 'userpool/providers/google',
        scopes: ['openid', 'email'],
        attributeMapping: { email: 'email', email_verified: 'email_verified' },
        identifiers: [],
      },
    },
    clients: {
      web: {
        ...web,
        authFlows: ['ALLOW_USER_SRP_AUTH'],
        refreshTokenRotation: { enabled: true, graceSeconds: 10 },
        managedLogin: pages,
      },
      phone: {
        ...web,
        kind: 'native',
        authFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        managedLogin: {
          ...pages,
          callbackUrls: ['com.example.app:/signed-in'],
          logoutUrls: [],
          scopes: ['openid'],
          identityProviders: ['COGNITO'],
        },
      },
      backend: { ...backend, propagateAdditionalUserContextData: true, secretRotation: rotation },
      'kept-backend': backend,
      robot: {
        kind: 'machine',
        scopes: ['stock/count', 'https://orders.example.com/write'],
        accessTokenMinutes: 90,
        secretRotation: rotation,
      },
      'kept-robot': {
        kind: 'machine',
        scopes: ['stock/count'],
        accessTokenMinutes: 15,
        secretRotation: { enabled: false, reason: 'Runs on a device that nobody can reach any more.' },
      },
      legacy,
    },
  },
} as const satisfies Readonly<Record<string, Environment>>;
