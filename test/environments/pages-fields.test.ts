import { type Draft, draft, problemsOf } from './draft';
import { customDomain, google, oidc, pagesOf } from './pages-drafts';

/** A draft that is sound, and then has a value at one place that its type does not let be there. */
function broken(prepare: (environment: Draft) => void, place: string, value: unknown): unknown {
  const copy: unknown = draft(prepare);
  const keys = place.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => (node as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  parent[last] = value;
  return copy;
}

const custom = (e: Draft) => customDomain(e);
const terms = (e: Draft) => {
  const links = { 'cognito:default': 'https://example.com/terms' };
  e.managedLogin = {
    pages: 'on',
    domain: { kind: 'prefix', prefix: 'example' },
    terms: { termsOfUse: links, privacyPolicy: { ...links } },
  };
};
const ownStyle = (e: Draft) => {
  pagesOf(e, 'web');
  const { web } = e.clients;
  if (web?.kind === 'browser' && web.managedLogin.use === 'on') {
    web.managedLogin.branding = { style: 'own', primaryColour: '#1a4d8f', primaryColourDark: '#8fc1ff' };
  }
};
const saml = (e: Draft) => {
  e.identityProviders = {
    partner: {
      type: 'SAML',
      metadata: { from: 'url', url: 'https://id.partner.example/metadata' },
      signOut: true,
      encryptedResponses: true,
      signedRequests: true,
      idpInitiated: false,
      attributeMapping: { email: 'mail', email_verified: 'verified' },
      identifiers: [],
    },
  };
};
const partner = (e: Draft) => (e.identityProviders = { partner: oidc() });
const social = (e: Draft) => (e.identityProviders = { google: google() });
const credentials = (e: Draft) => {
  e.identityPool = {
    credentials: 'enhanced-flow',
    clients: ['web'],
    guests: { allowed: false },
    s3: { bucket: 'example-documents', prefix: 'users/' },
    roleMapping: { by: 'authenticated-role' },
  };
};

describe('an environment with pages, identity providers and credentials', () => {
  test.each([custom, terms, ownStyle, saml, partner, social, credentials])(
    'is sound before it is broken (%#)',
    (prepare) => {
      expect(problemsOf(draft(prepare))).toEqual([]);
    },
  );

  test.each<readonly [what: string, prepare: (e: Draft) => void, place: string, value: unknown]>([
    ['TLS that is no longer safe', custom, 'managedLogin/domain/securityPolicy', 'TLS_V1'],
    ['a zone that is named by its ARN', custom, 'managedLogin/domain/hostedZone/id', 'arn:aws:route53:::hostedzone/Z1'],
    ['a host name that ends with a dot', custom, 'managedLogin/domain/name', 'login.example.com.'],
    ['a host name that is too long for Cognito', custom, 'managedLogin/domain/name', `${'s'.repeat(52)}.example.com`],
    ['an empty tag, which a dashboard refuses', custom, 'tags/owner', ''],
    ['a prefix that begins with a hyphen', terms, 'managedLogin/domain/prefix', '-example'],
    ['terms by plain http', terms, 'managedLogin/terms/termsOfUse/cognito:default', 'http://example.com/terms'],
    [
      'terms in a language that the pages do not have',
      terms,
      'managedLogin/terms/termsOfUse/cognito:latin',
      'https://x.example',
    ],
    [
      'terms without a privacy policy, which Cognito would not show',
      terms,
      'managedLogin/terms/privacyPolicy',
      undefined,
    ],
    ['a colour by its name', ownStyle, 'clients/web/managedLogin/branding/primaryColour', 'red'],
    ['a logo from elsewhere', ownStyle, 'clients/web/managedLogin/branding/logo', 'branding/../../logo.svg'],
    ['a logo that is no SVG image', ownStyle, 'clients/web/managedLogin/branding/logo', 'branding/logo.png'],
    ['metadata by plain http', saml, 'identityProviders/partner/metadata/url', 'http://id.partner.example/metadata'],
    ['a provider that begins the sign-in', saml, 'identityProviders/partner/idpInitiated', true],
    ['an issuer by plain http', partner, 'identityProviders/partner/issuer', 'http://id.partner.example'],
    ['a secret instead of its name', social, 'identityProviders/google/clientSecretName', 'the secret, in plain text'],
    [
      'a secret that has the form of a name',
      social,
      'identityProviders/google/clientSecretName',
      'GOCSPX-0123456789abcdef',
    ],
    ['a part of a secret', social, 'identityProviders/google/clientSecretName', 'userpool/google:SecretString:key'],
    ['a scope that is two', social, 'identityProviders/google/scopes', ['openid email']],
    ['an identifier that is too long', social, 'identityProviders/google/identifiers', ['x'.repeat(41)]],
    ['guests without a reason', credentials, 'identityPool/guests/allowed', true],
    ['objects of everybody', credentials, 'identityPool/s3/prefix', '*/'],
    ['objects anywhere in the bucket', credentials, 'identityPool/s3/prefix', ''],
    ['a prefix that could end within a name', credentials, 'identityPool/s3/prefix', 'users'],
    ['tokens of no client', credentials, 'identityPool/clients', []],
  ])('is refused for %s', (_, prepare, place, value) => {
    const problems = problemsOf(broken(prepare, place, value));
    expect(problems).not.toEqual([]);
    for (const { rule } of problems) expect(rule).toBe('schema');
  });
});
