import type { InboundFederationTriggerEvent } from 'aws-lambda';
import { decide } from '../../../lambda/inbound-federation/decide';

type Request = InboundFederationTriggerEvent['request'];
type Attributes = Request['attributes'];

const saml = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';
const settings = { allowedEmailDomains: ['example.com'], emailClaims: { Google: 'email', corporate: saml } };

function verdict(attributes: Attributes, providerName: string): string {
  return decide({ providerName, providerType: providerName === 'Google' ? 'Google' : 'SAML', attributes }, settings)
    .kind;
}

it('keeps every attribute of who may come in', () => {
  const attributes = { idToken: { email: 'anna@example.com', email_verified: 'true' } };
  expect(decide({ providerName: 'Google', providerType: 'Google', attributes }, settings)).toEqual({
    kind: 'accept',
    response: { userAttributesToMap: {} },
  });
});

it.each<[what: string, expected: string, attributes: Attributes, provider: string]>([
  ['an address of an allowed domain', 'accept', { idToken: { email: 'anna@example.com' } }, 'Google'],
  ['the same in capitals', 'accept', { idToken: { email: 'Anna@Example.COM' } }, 'Google'],
  [
    'an address at userInfo alone',
    'accept',
    { idToken: { sub: '1' }, userInfo: { email: 'anna@example.com' } },
    'Google',
  ],
  [
    'a SAML attribute, by the name that is mapped',
    'accept',
    { samlResponse: { [saml]: 'anna@example.com' } },
    'corporate',
  ],
  ['an address of another domain', 'refuse', { idToken: { email: 'anna@example.org' } }, 'Google'],
  ['an address of a subdomain', 'refuse', { idToken: { email: 'anna@mail.example.com' } }, 'Google'],
  ['two addresses in one', 'refuse', { idToken: { email: 'anna@evil.test,ben@example.com' } }, 'Google'],
  [
    'an allowed address beside another one',
    'refuse',
    { idToken: { email: 'anna@example.com' }, userInfo: { email: 'anna@evil.test' } },
    'Google',
  ],
  [
    'an address that is not verified',
    'refuse',
    { idToken: { email: 'anna@example.com', email_verified: 'false' } },
    'Google',
  ],
  [
    'an address that is not verified somewhere',
    'refuse',
    { idToken: { email: 'anna@example.com', email_verified: 'true' }, userInfo: { email_verified: 'False' } },
    'Google',
  ],
  ['no address', 'refuse', { idToken: { sub: '1' } }, 'Google'],
  ['nothing at all', 'refuse', {}, 'Google'],
  ['an address in the token response alone', 'refuse', { tokenResponse: { email: 'anna@example.com' } }, 'Google'],
  ['a SAML attribute of another name', 'refuse', { samlResponse: { mail: 'anna@example.com' } }, 'corporate'],
  ['a provider that nobody has mapped', 'refuse', { idToken: { email: 'anna@example.com' } }, 'Facebook'],
  ['a provider named like a method of every object', 'refuse', { idToken: { email: 'anna@example.com' } }, 'toString'],
])('%s: %s', (_, expected, attributes, provider) => {
  expect(verdict(attributes, provider)).toBe(expected);
});

it.each([
  ['a list of addresses', { email: ['anna@example.com'] }],
  ['an address as an object', { email: { value: 'anna@example.com' } }],
  ['a flag that is no text', { email: 'anna@example.com', email_verified: false }],
])('what the published types do not know is refused: %s', (_, idToken) => {
  expect(verdict({ idToken: idToken as never }, 'Google')).toBe('refuse');
});
