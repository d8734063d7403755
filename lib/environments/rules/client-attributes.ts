import type { Environment } from '../environment';
import { userClients } from '../user-clients';
import { defineRule, type Finding, type Rule } from './rule';

type Attributes = Pick<Environment, 'standardAttributes' | 'customAttributes'>;

/** Flags that Cognito sets beside an attribute; apps may read them. */
const verifiedFlags = { email_verified: 'email', phone_number_verified: 'phone_number' } as const;

const isFlag = (name: string): name is keyof typeof verifiedFlags => Object.hasOwn(verifiedFlags, name);

/** Every name that an app or a claim may read: declared attributes, custom ones with their prefix, and their flags. */
export function readableAttributes({ standardAttributes, customAttributes }: Attributes): readonly string[] {
  const flags = Object.entries(verifiedFlags).filter(([, attribute]) => standardAttributes[attribute] !== undefined);
  return [
    ...Object.keys(standardAttributes),
    ...flags.map(([flag]) => flag),
    ...Object.keys(customAttributes).map((name) => `custom:${name}`),
  ];
}

/** The declaration behind `custom:NAME`. */
function customOf(attributes: Attributes['customAttributes'], name: string) {
  const key = name.startsWith('custom:') ? name.slice('custom:'.length) : '';
  return Object.hasOwn(attributes, key) ? attributes[key] : undefined;
}

/** A finding for every entry of a list of every client that is refused. */
function refusedEntries(
  clients: Environment['clients'],
  list: 'readAttributes' | 'writeAttributes',
  refuse: (attribute: string) => Omit<Finding, 'path' | 'got'> | undefined,
): readonly Finding[] {
  return userClients(clients).flatMap(([client, { [list]: attributes }]) =>
    attributes.flatMap((attribute, index) => {
      const refusal = refuse(attribute);
      return refusal === undefined ? [] : [{ path: ['clients', client, list, index], got: attribute, ...refusal }];
    }),
  );
}

/** What app clients may read and write (ReadAttributes, WriteAttributes). */
export const clientAttributeRules: readonly Rule[] = [
  defineRule({
    id: 'client-attribute-declared',
    what: 'What a client reads or writes is a declared attribute.',
    source: 'Cognito refuses unknown names: "Invalid write attributes specified while creating a client".',
    covers: ['deploy-9'],
    reads: ['clients', 'standardAttributes', 'customAttributes'],
    check: ({ clients, ...attributes }) => {
      const declared = readableAttributes(attributes);
      const refuse = (name: string) =>
        declared.includes(name)
          ? undefined
          : {
              allowed: declared.join(', '),
              instead:
                name === 'sub'
                  ? 'Remove it: every client reads sub, and none writes it.'
                  : 'Write one of these, or declare it under standardAttributes or customAttributes.',
            };
      return [
        ...refusedEntries(clients, 'readAttributes', refuse),
        // A flag is refused by the next rule, whether or not its attribute is declared.
        ...refusedEntries(clients, 'writeAttributes', (name) => (isFlag(name) ? undefined : refuse(name))),
      ];
    },
  }),
  defineRule({
    id: 'client-writes-verified-flag',
    what: 'No client writes email_verified or phone_number_verified.',
    source: 'Cognito Developer Guide, attribute permissions: both are writable by administrators only.',
    reads: ['clients'],
    check: ({ clients }) =>
      refusedEntries(clients, 'writeAttributes', (name) =>
        isFlag(name)
          ? {
              allowed: 'attributes that are not a verified flag',
              instead: `Remove it: Cognito sets it when the user proves the ${verifiedFlags[name]}.`,
            }
          : undefined,
      ),
  }),
  defineRule({
    id: 'client-writes-authorization',
    what: 'No client writes an attribute that applications decide on access by.',
    source: 'Cognito Developer Guide, multi-tenancy security recommendations: users could promote themselves.',
    reads: ['clients', 'customAttributes'],
    check: ({ clients, customAttributes }) =>
      refusedEntries(clients, 'writeAttributes', (name) => {
        const attribute = customOf(customAttributes, name);
        if (attribute?.authorization !== true) return undefined;
        const operations = attribute.mutable ? 'AdminCreateUser, AdminUpdateUserAttributes' : 'AdminCreateUser';
        return {
          allowed: 'attributes with authorization: false',
          instead: `Remove it and set it from the server (${operations}).`,
        };
      }),
  }),
  defineRule({
    id: 'client-writes-immutable',
    what: 'No client writes an immutable custom attribute.',
    source: 'Cognito refuses it: "Invalid write attributes specified while creating a client" (aws-cdk issue 20760).',
    covers: ['deploy-9'],
    reads: ['clients', 'customAttributes'],
    check: ({ clients, customAttributes }) =>
      refusedEntries(clients, 'writeAttributes', (name) => {
        const attribute = customOf(customAttributes, name);
        // One that decides on access has its own rule, and one finding is enough.
        if (attribute === undefined || attribute.mutable || attribute.authorization) return undefined;
        return {
          allowed: 'attributes with mutable: true',
          instead: 'Remove it; an administrator or a trigger sets it when the user is created.',
        };
      }),
  }),
  defineRule({
    id: 'client-writes-required',
    what: 'Every client can write every required standard attribute.',
    source: 'Cognito Developer Guide, attribute permissions: otherwise nobody can sign up through the client.',
    reads: ['clients', 'standardAttributes'],
    check: ({ clients, standardAttributes }) => {
      const required = Object.entries(standardAttributes).filter(([, settings]) => settings.required);
      return userClients(clients).flatMap(([client, { writeAttributes }]) =>
        required
          .filter(([name]) => !writeAttributes.includes(name))
          .map(([name]) => ({
            path: ['clients', client, 'writeAttributes'],
            got: writeAttributes,
            allowed: `a list with ${required.map(([each]) => each).join(', ')}`,
            instead: `Add "${name}".`,
          })),
      );
    },
  }),
];
