import type { Draft } from './draft';

type Provider = Draft['identityProviders'][string];
export type OidcDraft = Extract<Provider, { type: 'OIDC' }>;
type GoogleDraft = Extract<Provider, { type: 'Google' }>;
type CustomDomainDraft = Extract<Extract<Draft['managedLogin'], { pages: 'on' }>['domain'], { kind: 'custom' }>;

export const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3d4-5678-90ab-cdef-1234567890ab';

/** Pages at a domain of one's own; what the draft has already stays. */
export function customDomain(environment: Draft, changes: Partial<CustomDomainDraft> = {}): void {
  environment.managedLogin = {
    pages: 'on',
    domain: {
      kind: 'custom',
      name: 'login.example.com',
      certificate: { from: 'arn', arn: certificateArn },
      hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
      securityPolicy: 'TLS_V1_2_2021',
      ...changes,
    },
  };
}

/** Lets the users of a client sign in by the pages, and come from these providers. */
export function pagesOf(environment: Draft, name: string, identityProviders: string[] = ['COGNITO']): void {
  if (environment.managedLogin.pages === 'off') customDomain(environment);
  const client = environment.clients[name];
  if (client === undefined || !('managedLogin' in client)) throw new Error(`${name} can have no pages.`);
  client.managedLogin = {
    use: 'on',
    callbackUrls: ['https://www.example.com/signed-in'],
    logoutUrls: ['https://www.example.com/'],
    scopes: ['openid', 'email'],
    identityProviders,
    branding: { style: 'cognito' },
  };
}

export function oidc(changes: Partial<OidcDraft> = {}): OidcDraft {
  return {
    type: 'OIDC',
    issuer: 'https://id.partner.example',
    clientId: 'example-client',
    clientSecretName: 'userpool/staging/identity-providers/partner',
    attributesRequestMethod: 'GET',
    scopes: ['openid', 'email'],
    attributeMapping: { email: 'email', email_verified: 'email_verified' },
    identifiers: [],
    ...changes,
  };
}

export function google(changes: Partial<GoogleDraft> = {}): GoogleDraft {
  return {
    type: 'Google',
    clientId: 'example-client.apps.googleusercontent.com',
    clientSecretName: 'userpool/staging/identity-providers/google',
    scopes: ['openid', 'email'],
    attributeMapping: { email: 'email', email_verified: 'email_verified' },
    identifiers: [],
    ...changes,
  };
}
