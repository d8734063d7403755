import { attributeMappingRules } from '../../../lib/environments/rules/attribute-mapping';
import { client, type Draft, draft } from '../draft';
import { oidc, pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

/** The users of the web client come from a provider that maps this beside the address. */
const mapping = (attributes: Record<string, string>, change: (e: Draft) => void = () => undefined): Draft =>
  draft((e) => {
    const address = { email: 'email', email_verified: 'email_verified' };
    e.identityProviders = { partner: oidc({ attributeMapping: { ...address, ...attributes } }) };
    pagesOf(e, 'web', ['COGNITO', 'partner']);
    change(e);
  });

const email = { email: 'email' };
const facebook = {
  type: 'Facebook',
  clientId: '1234567890',
  clientSecretName: 'userpool/staging/identity-providers/facebook',
  apiVersion: 'v23.0',
  scopes: ['public_profile', 'email'],
  attributeMapping: email,
  identifiers: [],
} as const;

testRules(attributeMappingRules, {
  broken: [
    {
      rule: 'mapped-attribute-declared',
      what: 'a mapping to an attribute that the pool does not have',
      candidate: mapping({ nickname: 'nick' }),
      path: 'identityProviders.partner.attributeMapping.nickname',
      instead: 'declare it',
    },
    {
      rule: 'mapped-attribute-declared',
      what: 'an identity that is something else than the subject',
      candidate: mapping({ username: 'email' }),
      path: 'identityProviders.partner.attributeMapping.username',
      instead: 'the subject of the provider',
    },
    {
      rule: 'mapped-attribute-mutable',
      what: 'a mapping to what can be written once',
      candidate: mapping({ 'custom:legacy_id': 'sub' }),
      path: 'identityProviders.partner.attributeMapping["custom:legacy_id"]',
      instead: 'which can be changed',
    },
    {
      rule: 'mapped-attribute-authorization',
      what: 'a provider that decides on access',
      candidate: mapping({ 'custom:tenant': 'organisation' }),
      path: 'identityProviders.partner.attributeMapping["custom:tenant"]',
      instead: 'pre-token-generation trigger',
    },
    {
      rule: 'mapped-attribute-written',
      what: 'a mapping that its client may not write',
      candidate: mapping({ locale: 'locale' }, (e) => {
        const web = client(e, 'web');
        web.writeAttributes = web.writeAttributes.filter((name) => name !== 'locale');
      }),
      path: 'identityProviders.partner.attributeMapping.locale',
      instead: 'Add "locale" to writeAttributes of web',
    },
    {
      rule: 'mapped-required-attributes',
      what: 'a provider that leaves a required attribute open',
      candidate: draft((e) => (e.identityProviders = { partner: oidc({ attributeMapping: { name: 'name' } }) })),
      path: 'identityProviders.partner.attributeMapping',
      instead: 'Add "email"',
    },
    {
      rule: 'mapped-email-verified',
      what: 'an address of which nobody says whether it was verified',
      candidate: draft((e) => (e.identityProviders = { partner: oidc({ attributeMapping: email }) })),
      path: 'identityProviders.partner.attributeMapping',
      instead: 'Add "email_verified"',
    },
  ],
  fine: [
    ['a mapping of what the client writes', mapping({ name: 'name', locale: 'locale' })],
    [
      'a provider of no client, which writes nothing',
      draft((e) => {
        e.identityProviders = { partner: oidc() };
        for (const name of ['web', 'backend']) client(e, name).writeAttributes = ['email'];
      }),
    ],
    [
      'an address of Facebook, which says nothing of its verification',
      draft(
        (e) => (e.identityProviders = { facebook: { ...facebook, scopes: [...facebook.scopes], identifiers: [] } }),
      ),
    ],
  ],
});
