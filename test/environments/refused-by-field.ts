import type { CatalogueId } from '../../lib/environments/rules/catalogue';
import { threats } from './threats';

interface RefusedByField {
  /** Where the draft is broken. */
  readonly place: string;
  readonly value: unknown;
  /** Where the problem is reported, if not there. */
  readonly path?: string;
}

const google = {
  type: 'Google',
  clientId: 'example-client.apps.googleusercontent.com',
  clientSecretName: 'userpool/staging/identity-providers/google',
  scopes: ['openid'],
  attributeMapping: {},
  identifiers: [],
};

const pages = {
  use: 'on',
  callbackUrls: ['https://www.example.com/signed-in'],
  logoutUrls: [],
  scopes: ['openid'],
  identityProviders: ['COGNITO'],
  branding: { style: 'cognito' },
};

const machine = {
  kind: 'machine',
  scopes: ['orders/read'],
  accessTokenMinutes: 60,
  secretRotation: { enabled: true, everyDays: 90, graceDays: 7 },
};

/** A value for each entry of the catalogue that a field does not take. */
export const refusedByField: Partial<Readonly<Record<CatalogueId, RefusedByField>>> = {
  'deploy-1': { place: 'signIn.aliases', value: ['email'] },
  'deploy-3': {
    place: 'customAttributes.a_name_of_more_than_20',
    value: { type: 'Boolean', mutable: true, authorization: false },
  },
  'deploy-5': { place: 'customAttributes.tenant.required', value: true },
  'deploy-6': { place: 'standardAttributes.email.type', value: 'Number' },
  'deploy-10': { place: 'passwordPolicy.minimumLength', value: 5 },
  'deploy-26': {
    place: 'messages.verification',
    value: { emailSubject: 'Your code', emailMessage: 'Hello {username}, your code is {####}.' },
    path: 'messages.verification.emailMessage',
  },
  'deploy-48': {
    place: 'threatProtection',
    value: {
      ...threats,
      mode: 'audit',
      riskConfiguration: {
        ...threats.riskConfiguration,
        ipAddresses: { blocked: Array.from({ length: 201 }, (_, index) => `192.0.2.${index}/32`), trusted: [] },
      },
    },
    path: 'threatProtection.riskConfiguration.ipAddresses.blocked',
  },
  'unsafe-2': { place: 'mfa.factors', value: [] },
  'deploy-42': {
    place: 'identityProviders',
    value: { sp: google },
    path: 'identityProviders.sp',
  },
  'unsafe-12': {
    place: 'clients.web.managedLogin',
    value: {
      use: 'on',
      callbackUrls: ['https://www.example.com/signed-in'],
      logoutUrls: [],
      scopes: ['openid'],
      identityProviders: ['COGNITO'],
    },
    path: 'clients.web.managedLogin.branding',
  },
  'unsafe-13': {
    place: 'identityProviders',
    value: { google: { ...google, clientSecret: 'GOCSPX-example' } },
    path: 'identityProviders.google.clientSecret',
  },
  'deploy-30': { place: 'clients.web.authSessionMinutes', value: 16 },
  'deploy-32': { place: 'clients.web.authFlows', value: ['ADMIN_NO_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  'deploy-34': {
    place: 'clients.web.refreshTokenRotation',
    value: { enabled: true, graceSeconds: 61 },
    path: 'clients.web.refreshTokenRotation.graceSeconds',
  },
  'deploy-36': {
    place: 'clients.robot',
    value: { ...machine, managedLogin: pages },
    path: 'clients.robot.managedLogin',
  },
  'deploy-37': {
    place: 'clients.web.managedLogin',
    value: { ...pages, callbackUrls: [] },
    path: 'clients.web.managedLogin.callbackUrls',
  },
  'deploy-39': {
    place: 'clients.web.managedLogin',
    value: { ...pages, callbackUrls: [''] },
    path: 'clients.web.managedLogin.callbackUrls[0]',
  },
  'deploy-43': { place: 'clients.web.propagateAdditionalUserContextData', value: true },
  'unsafe-1': { place: 'clients.web.authFlows', value: undefined },
  'unsafe-8': {
    place: 'clients.robot',
    value: { ...machine, scopes: ['openid'] },
    path: 'clients.robot.scopes[0]',
  },
  'unsafe-15': { place: 'clients.web.authFlows', value: [] },
};
