import { defineRule, type Rule } from './rule';

/** Triggers that let users in, or keep them out. */
export const admissionRules: readonly Rule[] = [
  defineRule({
    id: 'denied-attribute-is-not-the-users',
    what: 'The attribute that keeps users out is one that applications decide on access by, and can be changed.',
    source: 'Cognito Developer Guide, attribute permissions: who can write an attribute can let himself in again.',
    reads: ['triggers', 'customAttributes'],
    check: ({ triggers: { preAuthentication }, customAttributes }) => {
      if (preAuthentication === undefined) return [];
      const name = preAuthentication.deniedAttribute.slice('custom:'.length);
      const attribute = Object.hasOwn(customAttributes, name) ? customAttributes[name] : undefined;
      if (attribute?.authorization === true && attribute.mutable) return [];
      return [
        {
          path: ['triggers', 'preAuthentication', 'deniedAttribute'],
          got: preAuthentication.deniedAttribute,
          allowed: 'a custom attribute with authorization: true and mutable: true',
          instead:
            attribute === undefined
              ? `Declare ${name} under customAttributes, with both.`
              : 'Declare another one: whether an attribute is mutable cannot be changed once the pool exists.',
        },
      ];
    },
  }),
  defineRule({
    id: 'inbound-federation-needs-provider',
    what: 'The inbound federation trigger needs an identity provider.',
    source: 'Cognito Developer Guide, inbound federation trigger: it runs when somebody comes from one.',
    reads: ['triggers', 'identityProviders'],
    check: ({ triggers, identityProviders }) =>
      triggers.inboundFederation !== undefined && Object.keys(identityProviders).length === 0
        ? [
            {
              path: ['triggers', 'inboundFederation'],
              got: triggers.inboundFederation,
              allowed: 'no inboundFederation while identityProviders is empty',
              instead: 'Declare an identity provider, or remove triggers.inboundFederation.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'inbound-federation-needs-address',
    what: 'Beside the inbound federation trigger every identity provider says where the address of a user is.',
    source: 'The trigger looks at the address under the name of attributeMapping, and lets nobody in without one.',
    reads: ['triggers', 'identityProviders'],
    check: ({ triggers, identityProviders }) =>
      Object.entries(identityProviders)
        .filter(([, { attributeMapping }]) => triggers.inboundFederation !== undefined && !attributeMapping['email'])
        .map(([name, { attributeMapping }]) => ({
          path: ['identityProviders', name, 'attributeMapping'],
          got: attributeMapping,
          allowed: 'a mapping with email beside triggers.inboundFederation',
          instead: 'Map email, or remove triggers.inboundFederation: nobody could come in.',
        })),
  }),
];
