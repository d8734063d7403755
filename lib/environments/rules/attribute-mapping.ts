import type { Environment } from '../environment';
import { isPagesClient } from '../user-clients';
import { readableAttributes } from './client-attributes';
import { defineRule, type Finding, type Rule } from './rule';

type Providers = Environment['identityProviders'];
type Attributes = Pick<Environment, 'standardAttributes' | 'customAttributes'>;

/** What tells an application whether the address was proven; Facebook and Amazon say nothing of it. */
const typesWithEmailVerified: readonly Providers[string]['type'][] = ['SAML', 'OIDC', 'Google', 'SignInWithApple'];

/** The declaration behind a name in a mapping: a standard attribute, or custom:NAME. */
function declarationOf({ standardAttributes, customAttributes }: Attributes, name: string) {
  const standard = Object.entries(standardAttributes).find(([key]) => key === name)?.[1];
  if (standard !== undefined) return { mutable: standard.mutable, authorization: false };
  const custom = Object.entries(customAttributes).find(([key]) => `custom:${key}` === name)?.[1];
  return custom && { mutable: custom.mutable, authorization: custom.authorization };
}

/** A finding for every mapped attribute that is refused. */
function refusedMappings(
  providers: Providers,
  refuse: (attribute: string, provider: string) => Omit<Finding, 'path' | 'got'> | undefined,
): readonly Finding[] {
  return Object.entries(providers).flatMap(([provider, { attributeMapping }]) =>
    Object.entries(attributeMapping).flatMap(([attribute, got]) => {
      const refusal = refuse(attribute, provider);
      const path = ['identityProviders', provider, 'attributeMapping', attribute];
      return refusal === undefined ? [] : [{ path, got, ...refusal }];
    }),
  );
}

/** The clients whose users may come from a provider, with what they may write. */
function clientsOf(clients: Environment['clients'], provider: string) {
  return Object.entries(clients).flatMap(([name, client]) =>
    isPagesClient(client) &&
    client.managedLogin.use === 'on' &&
    client.managedLogin.identityProviders.includes(provider)
      ? [{ name, writeAttributes: client.writeAttributes }]
      : [],
  );
}

/** What is taken over from identity providers (AttributeMapping). */
export const attributeMappingRules: readonly Rule[] = [
  defineRule({
    id: 'mapped-attribute-declared',
    what: 'What an identity provider maps is a declared attribute.',
    source: 'Cognito Developer Guide, mapping attributes: a destination is an attribute of the user pool.',
    covers: ['deploy-8'],
    reads: ['identityProviders', 'standardAttributes', 'customAttributes'],
    check: ({ identityProviders, ...attributes }) => {
      const declared = readableAttributes(attributes);
      return refusedMappings(identityProviders, (attribute) =>
        declared.includes(attribute)
          ? undefined
          : {
              allowed: declared.join(', '),
              instead:
                attribute === 'username'
                  ? 'Remove it: the subject of the provider is always the identity.'
                  : 'Write one of these, or declare it under standardAttributes or customAttributes.',
            },
      );
    },
  }),
  defineRule({
    id: 'mapped-attribute-mutable',
    what: 'What an identity provider maps can be changed.',
    source:
      'Cognito Developer Guide, mapping attributes: it is written at every sign-in, and the second one would fail.',
    covers: ['deploy-8'],
    reads: ['identityProviders', 'standardAttributes', 'customAttributes'],
    check: ({ identityProviders, ...attributes }) =>
      refusedMappings(identityProviders, (attribute) => {
        const declaration = declarationOf(attributes, attribute);
        // One that decides on access has its own rule, and one finding is enough.
        if (declaration === undefined || declaration.mutable || declaration.authorization) return undefined;
        return { allowed: 'attributes with mutable: true', instead: 'Map another attribute, which can be changed.' };
      }),
  }),
  defineRule({
    id: 'mapped-attribute-authorization',
    what: 'No identity provider decides on access.',
    source: 'OWASP ASVS 5.0, 6.8.1: who administers the provider could give any user any right.',
    reads: ['identityProviders', 'standardAttributes', 'customAttributes'],
    check: ({ identityProviders, ...attributes }) =>
      refusedMappings(identityProviders, (attribute) =>
        declarationOf(attributes, attribute)?.authorization === true
          ? {
              allowed: 'attributes with authorization: false',
              instead: 'Map it to another attribute, and derive the right from it in the pre-token-generation trigger.',
            }
          : undefined,
      ),
  }),
  defineRule({
    id: 'mapped-attribute-written',
    what: 'The clients of an identity provider may write what it maps.',
    source: 'Cognito Developer Guide, mapping attributes: a sign-in that may not write an attribute fails.',
    covers: ['deploy-8'],
    reads: ['identityProviders', 'clients', 'standardAttributes', 'customAttributes'],
    check: ({ identityProviders, clients, ...attributes }) =>
      refusedMappings(identityProviders, (attribute, provider) => {
        const declaration = declarationOf(attributes, attribute);
        // What is not declared, fixed or decides on access may be written by no client, and has its own rule.
        if (declaration === undefined || !declaration.mutable || declaration.authorization) return undefined;
        const silent = clientsOf(clients, provider).filter(
          ({ writeAttributes }) => !writeAttributes.includes(attribute),
        );
        const names = silent.map(({ name }) => name).join(', ');
        return names === ''
          ? undefined
          : {
              allowed: `attributes that every client with "${provider}" may write`,
              instead: `Add "${attribute}" to writeAttributes of ${names}, or do not map it.`,
            };
      }),
  }),
  defineRule({
    id: 'mapped-required-attributes',
    what: 'An identity provider maps every required attribute.',
    source: 'Cognito Developer Guide, mapping attributes: nobody could sign in who lacks one.',
    covers: ['deploy-8'],
    reads: ['identityProviders', 'standardAttributes'],
    check: ({ identityProviders, standardAttributes }) => {
      const required = Object.entries(standardAttributes).flatMap(([name, settings]) =>
        settings.required ? [name] : [],
      );
      return Object.entries(identityProviders).flatMap(([provider, { attributeMapping }]) =>
        required
          .filter((name) => !Object.hasOwn(attributeMapping, name))
          .map((name) => ({
            path: ['identityProviders', provider, 'attributeMapping'],
            got: attributeMapping,
            allowed: `a mapping with ${required.join(', ')}`,
            instead: `Add "${name}" with the claim that has it.`,
          })),
      );
    },
  }),
  defineRule({
    id: 'mapped-email-verified',
    what: 'Where an e-mail address is taken over, so is whether it was verified.',
    source: 'Cognito Developer Guide, mapping attributes: a mapped address is unverified until the provider says more.',
    reads: ['identityProviders'],
    check: ({ identityProviders }) =>
      Object.entries(identityProviders)
        .filter(
          ([, { type, attributeMapping }]) =>
            typesWithEmailVerified.includes(type) &&
            Object.hasOwn(attributeMapping, 'email') &&
            !Object.hasOwn(attributeMapping, 'email_verified'),
        )
        .map(([provider, { attributeMapping }]) => ({
          path: ['identityProviders', provider, 'attributeMapping'],
          got: attributeMapping,
          allowed: 'a mapping with email_verified beside email',
          instead: 'Add "email_verified" with the claim that says so.',
        })),
  }),
];
