import { clientsWithFlow } from './client-flow';
import { defineRule, type Rule } from './rule';

/** Every way to write this machine. */
const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Hosts to which the trigger sends a password without encryption. */
const plainHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Taking users over from a legacy service. */
export const userMigrationRules: readonly Rule[] = [
  defineRule({
    id: 'migration-needs-password-flow',
    what: 'The user-migration trigger needs a client with a password flow.',
    source: 'Cognito Developer Guide, migrate user trigger: it never runs for SRP, which has no password to ask with.',
    reads: ['clients', 'triggers'],
    check: ({ clients, triggers }) =>
      triggers.userMigration !== undefined &&
      clientsWithFlow(clients, ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH']).length === 0
        ? [
            {
              path: ['triggers', 'userMigration'],
              got: triggers.userMigration,
              allowed: 'no userMigration while no client sends the password',
              instead: 'Add ALLOW_ADMIN_USER_PASSWORD_AUTH to a server client, or remove triggers.userMigration.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'migration-required-attributes',
    what: 'Beside the user-migration trigger only email is a required attribute.',
    source: 'The legacy service vouches for the address alone; Cognito creates no user without a required attribute.',
    reads: ['standardAttributes', 'triggers'],
    check: ({ standardAttributes, triggers }) =>
      Object.entries(standardAttributes)
        .filter(([name, { required }]) => triggers.userMigration !== undefined && required && name !== 'email')
        .map(([name]) => ({
          path: ['standardAttributes', name, 'required'],
          got: true,
          allowed: 'false beside triggers.userMigration',
          instead: 'Write false and ask for it in the application, or remove triggers.userMigration.',
        })),
  }),
  defineRule({
    id: 'migration-legacy-id',
    what: 'The user-migration trigger needs the custom attribute legacy_id, of type String.',
    source: 'It stores there how the legacy service calls the user; Cognito refuses an attribute outside the schema.',
    reads: ['customAttributes', 'triggers'],
    check: ({ customAttributes, triggers }) =>
      triggers.userMigration === undefined || customAttributes['legacy_id']?.type === 'String'
        ? []
        : [
            {
              path: ['customAttributes', 'legacy_id'],
              got: customAttributes['legacy_id'],
              allowed: 'type "String" beside triggers.userMigration',
              instead: 'Declare legacy_id with type "String", or remove triggers.userMigration.',
            },
          ],
  }),
  defineRule({
    id: 'migration-endpoint-encrypted',
    what: 'The migration endpoint is https; plain http only on loopback, in the sandbox.',
    source: 'It is sent the password of the user, and a function on AWS cannot reach the loopback of anybody else.',
    reads: ['class', 'triggers'],
    check: (environment) => {
      const endpoint = environment.triggers.userMigration?.endpoint;
      if (endpoint === undefined) return [];
      const { protocol, host, hostname } = new URL(endpoint);
      const sandbox = environment.class === 'sandbox';
      const encrypted = protocol === 'https:' && (sandbox || !thisMachine.test(hostname));
      if (encrypted || (sandbox && protocol === 'http:' && plainHosts.includes(hostname))) return [];
      return [
        {
          path: ['triggers', 'userMigration', 'endpoint'],
          // Not the rest of it: a password or a token may be there.
          got: `${protocol}//${host}`,
          allowed: sandbox
            ? `an https URL, or http on ${plainHosts.join(', ')}`
            : 'an https URL that is not on loopback',
          instead: 'Write the https address of the legacy service.',
        },
      ];
    },
  }),
  defineRule({
    id: 'migration-endpoint-without-credentials',
    what: 'The migration endpoint holds no user name, password, query or fragment.',
    source: 'The template shows it to everybody who can read the stack; the token has its own secret.',
    reads: ['triggers'],
    check: ({ triggers: { userMigration } }) => {
      if (userMigration === undefined) return [];
      const { username, password, search, hash, protocol, host, pathname } = new URL(userMigration.endpoint);
      if ([username, password, search, hash].every((part) => part === '')) return [];
      const bare = `${protocol}//${host}${pathname}`;
      return [
        {
          path: ['triggers', 'userMigration', 'endpoint'],
          // Not the value itself: a password may be in it.
          got: `${bare} with more in it`,
          allowed: 'protocol, host and path',
          instead: `Write "${bare}", and put the token into the secret that tokenSecretName names.`,
        },
      ];
    },
  }),
  defineRule({
    id: 'secret-name-suffix',
    what: 'The name of the token secret does not end in a hyphen and six characters.',
    source: 'AWS Secrets Manager, CreateSecret: such a name is taken for an ARN with its random suffix.',
    reads: ['triggers'],
    check: ({ triggers: { userMigration } }) =>
      userMigration !== undefined && /-[A-Za-z0-9]{6}$/.test(userMigration.tokenSecretName)
        ? [
            {
              path: ['triggers', 'userMigration', 'tokenSecretName'],
              got: userMigration.tokenSecretName,
              allowed: 'a name that does not end in a hyphen and six characters',
              instead: 'Rename the secret, with a slash in place of its last hyphen for instance.',
            },
          ]
        : [],
  }),
];
