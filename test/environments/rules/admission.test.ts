import { admissionRules } from '../../../lib/environments/rules/admission';
import { type Draft, draft } from '../draft';
import { google } from '../pages-drafts';
import { testRules } from './rule-rows';

type CustomAttribute = Draft['customAttributes'][string];

const blocked: CustomAttribute = { type: 'Boolean', mutable: true, authorization: true };

/** A draft that keeps users out by an attribute. */
function denying(attributes: Draft['customAttributes']): Draft {
  return draft((e) => {
    Object.assign(e.customAttributes, attributes);
    e.triggers.preAuthentication = { deniedAttribute: 'custom:blocked', deniedValues: ['true'] };
  });
}

/** A draft whose users of identity providers are judged by their address, which not everybody must have. */
function federated(providers: Draft['identityProviders']): Draft {
  return draft((e) => {
    e.signIn = { identifier: 'username', aliases: ['email'], caseSensitive: false, firstFactors: ['PASSWORD'] };
    e.standardAttributes.email = { required: false, mutable: true };
    delete e.triggers.userMigration;
    e.identityProviders = providers;
    e.triggers.inboundFederation = { allowedEmailDomains: ['example.com'] };
  });
}

testRules(admissionRules, {
  broken: [
    {
      rule: 'denied-attribute-is-not-the-users',
      what: 'an attribute that nobody has',
      candidate: denying({}),
      path: 'triggers.preAuthentication.deniedAttribute',
      instead: 'Declare blocked under customAttributes',
    },
    {
      rule: 'denied-attribute-is-not-the-users',
      what: 'an attribute that apps may let users write',
      candidate: denying({ blocked: { ...blocked, authorization: false } }),
      path: 'triggers.preAuthentication.deniedAttribute',
      instead: 'Declare another one',
    },
    {
      rule: 'denied-attribute-is-not-the-users',
      what: 'an attribute that stays what it is',
      candidate: denying({ blocked: { ...blocked, mutable: false } }),
      path: 'triggers.preAuthentication.deniedAttribute',
      instead: 'Declare another one',
    },
    {
      rule: 'inbound-federation-needs-provider',
      what: 'judging users of nobody',
      candidate: federated({}),
      path: 'triggers.inboundFederation',
      instead: 'Declare an identity provider',
    },
    {
      rule: 'inbound-federation-needs-address',
      what: 'judging addresses that a provider does not tell',
      candidate: federated({ google: google({ attributeMapping: { name: 'name' } }) }),
      path: 'identityProviders.google.attributeMapping',
      instead: 'Map email',
    },
  ],
  fine: [['an attribute that only administrators write', denying({ blocked })]],
});
