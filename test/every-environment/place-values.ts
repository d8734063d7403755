import fc from 'fast-check';

/** In place of the account: `settle` writes that of the environment. */
export const someAccount = '111122223333';

const reason = 'A reason of a fitting length.';
const regions = ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-northeast-1'];
const addresses = ['anna@example.com', 'no-reply@example.com', 'first.last+tag@mail.example.org'];
const domains = ['example.com', 'example.org', 'mail.example.org'];
const hosts = ['login.example.com', 'auth.eu.example.org', `${'s'.repeat(51)}.example.com`];
const attributes = [
  'email',
  'name',
  'given_name',
  'locale',
  'phone_number',
  'email_verified',
  'custom:tenant',
  'custom:score',
];
/** Of every length that a name may have, with everything that may be in it. */
const names = ['web', 'backend', 'mobile-app', 'a', 'x1-y2-z3', 'n'.repeat(64)];
const providerNames = ['partner', 'workforce-2', 'idp', 'p'.repeat(32)];
const secretNames = ['userpool/providers/partner', 'userpool/a', `userpool/${'e'.repeat(503)}`];
const arn = (service: string, region: string, resource: string) =>
  `arn:aws:${service}:${region}:${someAccount}:${resource}`;
const key = '1234abcd-12ab-34cd-56ef-1234567890ab';
const scopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin', 'orders/read', 'orders/write'];
const callbackUrls = [
  'https://www.example.com/signed-in',
  'https://app.example.com/?from=cognito',
  'http://localhost:3000/signed-in',
  'http://127.0.0.1/',
  'com.example.app:/signed-in',
];
const withCode = ['Your code is {####}.', '<p>{####}</p>', `{####}${'x'.repeat(134)}`];
const invitations = ['{username}: {####}', `{username}{####}${'x'.repeat(124)}`];

const among = (values: readonly string[]) => fc.constantFrom(...values);

/** Text in a header: anything that is printed, on one line. */
const oneLine = (most: number) =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength: most }),
    among(['Example', 'Beispiel "GmbH" & <Söhne>', 'サインイン', 'x'.repeat(most)]),
  );

/** What to take at places that end so; the first that fits counts. */
const endings: readonly (readonly [place: string, values: fc.Arbitrary<unknown>])[] = [
  ['reason', fc.constant(reason)],
  ['name', among(['dev', 'preview-2', 'e'.repeat(20)])],
  ['account', among([someAccount, 'deploying'])],
  ['region', among(regions)],
  ['relyingPartyId', among(['localhost', 'example.com', 'login.example.com'])],
  ['passwordHistorySize', fc.integer({ min: 0, max: 24 })],
  ['fromAddress', among(addresses)],
  ['replyToAddress', among(addresses)],
  ['verifiedIdentity', among(['example.com'])],
  ['configurationSet', among(['sign-in', 'C'.repeat(64)])],
  ['fromName', oneLine(64)],
  ['emailSender.productName', oneLine(64)],
  ['verification.emailMessage', among([...withCode, `{####}${'x'.repeat(19_994)}`])],
  ['verification.smsMessage', among(withCode)],
  ['mfa.emailMessage', among(withCode)],
  ['mfa.smsMessage', among(withCode)],
  ['invitation.emailMessage', among(invitations)],
  ['invitation.smsMessage', among(invitations)],
  ['emailSubject', oneLine(140)],
  ['subject', oneLine(140)],
  ['textBody', among(['From {city}.\nWas it you?', 'x'.repeat(20_000)])],
  ['htmlBody', among(['<p>{ip-address}</p>', 'x'.repeat(20_000)])],
  [
    'blocked[0]',
    fc.oneof(
      fc.ipV4().map((address) => `${address}/32`),
      among(['203.0.113.0/24', '2001:db8::/32']),
    ),
  ],
  [
    'trusted[0]',
    fc.oneof(
      fc.ipV4().map((address) => `${address}/32`),
      among(['192.0.2.0/24', '2001:db8::/48']),
    ),
  ],
  ['subscribers[0]', among(addresses)],
  [
    'keyArn',
    among([arn('kms', 'eu-west-1', `key/${key}`), arn('kms', 'eu-west-1', `key/mrk-${key.replaceAll('-', '')}`)]),
  ],
  ['customAttributes.KEY', among(['tenant', 'legacy_id', 'score', 'joined', 'a_name_of_20_letters'])],
  ['groups.KEY', among(names)],
  ['clients.KEY', among(names)],
  ['resourceServers.KEY', among(['orders', 'stock-of-2'])],
  ['identityProviders.KEY', among(providerNames)],
  [
    'roleArn',
    among([`arn:aws:iam::${someAccount}:role/editors`, `arn:aws:iam::${someAccount}:role/path/of/${'r'.repeat(64)}`]),
  ],
  ['domain.prefix', among(['example-login', 'x', `p-${'l'.repeat(61)}`])],
  ['domain.name', among(hosts)],
  ['domain.certificate.arn', fc.constant(arn('acm', 'us-east-1', 'certificate/a1b2c3d4-5678-90ab-cdef-1234567890ab'))],
  ['hostedZone.id', among(['Z0123456789ABCDEFGHIJ', 'Z1'])],
  ['hostedZone.name', among(['example.com'])],
  ['healthCheckId', fc.constant('1a2b3c4d-0000-4000-8000-000000000000')],
  ['terms.termsOfUse.NAME', among(['https://example.com/terms'])],
  ['terms.privacyPolicy.NAME', among(['https://example.com/privacy?language=any'])],
  ['resourceServers.NAME.identifier', among(['https://orders.example.com', 'orders', `i${'d'.repeat(240)}`])],
  ['resourceServers.NAME.scopes.KEY', among(['read', 'write', 'orders.all'])],
  ['metadata.url', fc.constant('https://id.partner.example/metadata')],
  ['metadata.file', fc.constant('identity-providers/partner.xml')],
  ['identityProviders.NAME.issuer', among(['https://id.partner.example', 'https://id.partner.example/tenant/1'])],
  ['endpoints.authorization', fc.constant('https://id.partner.example/authorize')],
  ['endpoints.token', fc.constant('https://id.partner.example/token')],
  ['endpoints.userInfo', fc.constant('https://id.partner.example/me')],
  ['endpoints.jwks', fc.constant('https://id.partner.example/keys')],
  ['clientSecretName', among(secretNames)],
  ['privateKeySecretName', among(secretNames)],
  ['apiVersion', fc.constant('v23.0')],
  ['teamId', fc.constant('A1B2C3D4E5')],
  ['keyId', fc.constant('F6G7H8J9K0')],
  ['identityProviders.NAME.scopes[0]', among(['openid', 'email', 'profile'])],
  ['identityProviders.NAME.identifiers[0]', among(['partner.example', 'partner', 'I'.repeat(40)])],
  ['attributeMapping.KEY', among(attributes)],
  ['attributeMapping.NAME', among(['email', 'name', 'urn:oid:0.9.2342.19200300.100.1.3'])],
  ['managedLogin.scopes[0]', among(scopes)],
  ['clients.NAME.scopes[0]', among(['orders/read', 'orders/write'])],
  ['callbackUrls[0]', among(callbackUrls)],
  ['logoutUrls[0]', among(callbackUrls)],
  ['managedLogin.identityProviders[0]', among(['COGNITO', ...providerNames])],
  ['readAttributes[0]', among(attributes)],
  ['writeAttributes[0]', among(attributes)],
  ['primaryColour', among(['#000000', '#1a4d8f', '#ffffff'])],
  ['primaryColourDark', among(['#000000', '#8fc1ff', '#ffffff'])],
  ['logo', fc.constant('branding/logo.svg')],
  ['identityPool.clients[0]', among(names)],
  ['bucket', among(['example-documents', 'a.b-c.3'])],
  ['s3.prefix', among(['users/', "guests/drawings-(old)'s/"])],
  ['rules[0].claim', among(['cognito:groups', 'email', 'custom:tenant'])],
  ['allowedEmailDomains[0]', among(domains)],
  ['defaultGroup', among(names)],
  ['groupsClaim', among(['groups', 'https://example.com/groups'])],
  ['attributeClaims.KEY', among(['tenant', 'https://example.com/tenant'])],
  ['attributeClaims.NAME', among(attributes)],
  ['productName', oneLine(30)],
  ['endpoint', among(['https://legacy.example.com/verify', 'https://legacy.example.com:8443'])],
  ['tokenSecretName', among(['userpool/migration', 'T'.repeat(100)])],
  ['deniedAttribute', among(['custom:tenant', 'custom:score'])],
  ['senderId', among(['EXAMPLE', 'x-1'])],
  ['control', among(['AwsSolutions-COG2', 'AwsSolutions-COG8', 'CGN-MFA-01'])],
  ['expires', fc.constant('2027-12-31')],
  ['tags.KEY', among(['project', 'cost-centre', 'Größe:1/2', 'k'.repeat(128)])],
  ['tags.NAME', among(['v', 'userpool', 'a b_c.d:e/f=g+h-i@j', 'v'.repeat(256)])],
];

export function placeValues(place: string): fc.Arbitrary<unknown> | undefined {
  return endings.find(([ending]) => place === ending || (ending !== 'name' && place.endsWith(`.${ending}`)))?.[1];
}
