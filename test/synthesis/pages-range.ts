import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { bare, range } from './range';

type Clients = Environment['clients'];
type Pages = Extract<Extract<Clients[string], { managedLogin: unknown }>['managedLogin'], { use: 'on' }>;

const { web, backend } = dev.clients;
const role = 'arn:aws:iam::111122223333:role/editors';
const optional = { required: false, mutable: true } as const;

const pages = {
  use: 'on',
  callbackUrls: ['https://www.example.com/signed-in'],
  logoutUrls: ['https://www.example.com/'],
  scopes: ['openid', 'email'],
  identityProviders: ['COGNITO'],
  branding: { style: 'cognito' },
} as const satisfies Pages;

const customDomain = {
  kind: 'custom',
  name: 'pages.example.com',
  certificate: {
    from: 'arn',
    arn: 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3d4-5678-90ab-cdef-1234567890ab',
  },
  securityPolicy: 'TLS_V1_2_2021',
} as const;

const hostedZone = { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' } as const;

const credentials = {
  credentials: 'enhanced-flow',
  clients: ['web', 'backend'],
  guests: { allowed: false },
  s3: { bucket: 'example-documents', prefix: 'users/' },
  roleMapping: { by: 'authenticated-role' },
} as const satisfies Environment['identityPool'];

/** A secret of an identity provider. */
const secret = (name: string) => `userpool/providers/${name}`;

const address = { email: 'email', email_verified: 'email_verified' } as const;

/** Pages, identity providers and AWS credentials as they can be declared; none has a trigger. */
export const pagesRange = {
  'prefix-pages': {
    ...bare,
    name: 'prefix-pages',
    managedLogin: {
      pages: 'on',
      domain: { kind: 'prefix', prefix: 'example-login' },
      terms: {
        termsOfUse: { 'cognito:default': 'https://example.com/terms', 'cognito:german': 'https://example.com/nutzung' },
        privacyPolicy: { 'cognito:default': 'https://example.com/privacy' },
      },
    },
    clients: {
      web: { ...web, managedLogin: pages },
      backend: {
        ...backend,
        managedLogin: {
          ...pages,
          branding: {
            style: 'own',
            primaryColour: '#1a4d8f',
            primaryColourDark: '#8fc1ff',
            logo: 'branding/logo.svg',
          },
        },
      },
    },
  },
  'custom-pages': {
    ...bare,
    name: 'custom-pages',
    managedLogin: { pages: 'on', domain: customDomain },
    clients: {
      web: {
        ...web,
        managedLogin: {
          ...pages,
          branding: { style: 'own', primaryColour: '#1a4d8f', primaryColourDark: '#8fc1ff' },
        },
      },
      backend,
    },
  },
  'certified-pages': {
    ...bare,
    name: 'certified-pages',
    managedLogin: {
      pages: 'on',
      domain: {
        ...customDomain,
        name: 'accounts.example.com',
        certificate: { from: 'stack' },
        hostedZone,
        securityPolicy: 'TLS_V1_3_2025',
      },
    },
    clients: { web: { ...web, managedLogin: pages }, backend },
  },
  'failing-over-pages': {
    ...range.replicated,
    name: 'failing-over-pages',
    managedLogin: {
      pages: 'on',
      domain: {
        ...customDomain,
        name: 'sign-in.example.com',
        hostedZone,
        failover: { healthCheckId: '1a2b3c4d-0000-4000-8000-000000000000' },
      },
    },
  },
  providers: {
    ...bare,
    name: 'providers',
    managedLogin: { pages: 'on', domain: { kind: 'prefix', prefix: 'example-providers' } },
    standardAttributes: { ...bare.standardAttributes, name: optional },
    clients: {
      web: { ...web, managedLogin: { ...pages, identityProviders: ['social-google', 'COGNITO', 'partner'] } },
      backend,
    },
    identityProviders: {
      partner: {
        type: 'SAML',
        metadata: { from: 'url', url: 'https://id.partner.example/metadata' },
        signOut: true,
        encryptedResponses: true,
        signedRequests: true,
        idpInitiated: false,
        attributeMapping: { email: 'urn:oid:0.9.2342.19200300.100.1.3', email_verified: 'verified' },
        identifiers: ['partner.example', 'partner'],
      },
      'other-partner': {
        type: 'SAML',
        metadata: { from: 'file', file: 'identity-providers/partner.xml' },
        signOut: false,
        encryptedResponses: false,
        signedRequests: false,
        idpInitiated: false,
        attributeMapping: { email: 'mail', email_verified: 'verified' },
        identifiers: [],
      },
      workforce: {
        type: 'OIDC',
        issuer: 'https://id.workforce.example',
        clientId: 'example',
        clientSecretName: secret('workforce'),
        attributesRequestMethod: 'POST',
        endpoints: {
          authorization: 'https://id.workforce.example/authorize',
          token: 'https://id.workforce.example/token',
          userInfo: 'https://id.workforce.example/me',
          jwks: 'https://id.workforce.example/keys',
        },
        scopes: ['openid', 'email'],
        attributeMapping: address,
        identifiers: [],
      },
      'social-google': {
        type: 'Google',
        clientId: 'example.apps.googleusercontent.com',
        clientSecretName: secret('google'),
        scopes: ['openid', 'email', 'profile'],
        attributeMapping: { ...address, name: 'name' },
        identifiers: [],
      },
      facebook: {
        type: 'Facebook',
        clientId: '1234567890',
        clientSecretName: secret('facebook'),
        apiVersion: 'v23.0',
        scopes: ['public_profile', 'email'],
        attributeMapping: { email: 'email' },
        identifiers: [],
      },
      apple: {
        type: 'SignInWithApple',
        servicesId: 'com.example.login',
        teamId: 'A1B2C3D4E5',
        keyId: 'F6G7H8J9K0',
        privateKeySecretName: secret('apple'),
        scopes: ['email', 'name'],
        attributeMapping: address,
        identifiers: [],
      },
      amazon: {
        type: 'LoginWithAmazon',
        clientId: 'amzn1.application-oa2-client.example',
        clientSecretName: secret('amazon'),
        scopes: ['profile'],
        attributeMapping: { email: 'email' },
        identifiers: [],
      },
    },
  },
  credentials: { ...bare, name: 'credentials', clients: { web, backend }, identityPool: credentials },
  'group-credentials': {
    ...bare,
    name: 'group-credentials',
    groups: { ...bare.groups, editors: { description: 'May edit.', precedence: 5, roleArn: role } },
    identityPool: { ...credentials, clients: ['web'], roleMapping: { by: 'token', ambiguousRole: 'Deny' } },
  },
  'ruled-credentials': {
    ...bare,
    name: 'ruled-credentials',
    identityPool: {
      ...credentials,
      clients: ['web'],
      guests: {
        allowed: true,
        reason: 'Visitors upload their first drawing before they sign up.',
        s3: { bucket: 'example-drafts', prefix: 'guests/drawings/' },
      },
      roleMapping: {
        by: 'rules',
        ambiguousRole: 'AuthenticatedRole',
        rules: [{ claim: 'cognito:groups', matchType: 'Contains', value: 'admins', roleArn: role }],
      },
    },
  },
} as const satisfies Readonly<Record<string, Environment>>;
