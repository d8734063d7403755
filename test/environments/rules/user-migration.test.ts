import { userMigrationRules } from '../../../lib/environments/rules/user-migration';
import { client, draft, sandbox } from '../draft';
import { testRules, type Row } from './rule-rows';

const migration = { ...draft().triggers.userMigration, tokenSecretName: 'a/b', deadlineMilliseconds: 1000 };

testRules(userMigrationRules, {
  broken: [
    {
      rule: 'migration-needs-password-flow',
      what: 'a migration that never runs',
      candidate: draft((e) => (e.clients = { web: client(e, 'web') })),
      path: 'triggers.userMigration',
      instead: 'Add ALLOW_ADMIN_USER_PASSWORD_AUTH to a server client',
    },
    {
      rule: 'migration-required-attributes',
      what: 'a required attribute that the legacy service may not know',
      candidate: draft((e) => {
        e.standardAttributes.name = { required: true, mutable: true };
      }),
      path: 'standardAttributes.name.required',
      instead: 'Write false',
    },
    {
      rule: 'migration-legacy-id',
      what: 'a migration with nowhere to keep the old id',
      candidate: draft((e) => {
        delete e.customAttributes['legacy_id'];
        client(e, 'backend').readAttributes.pop();
      }),
      path: 'customAttributes.legacy_id',
      instead: 'Declare legacy_id with type "String"',
    },
    ...[
      'http://legacy.example.com/sign-in',
      'https://localhost/sign-in',
      'https://127.9.9.9/',
      'ftp://example.com/',
    ].map((endpoint): Row => ({
      rule: 'migration-endpoint-encrypted',
      what: `the endpoint ${endpoint} outside the sandbox`,
      candidate: draft((e) => (e.triggers.userMigration = { ...migration, endpoint })),
      path: 'triggers.userMigration.endpoint',
      instead: 'the https address',
    })),
    ...['http://legacy.example.com/sign-in', 'http://localhost.example.com/', 'http://127.0.0.2/'].map(
      (endpoint): Row => ({
        rule: 'migration-endpoint-encrypted',
        what: `the endpoint ${endpoint} in the sandbox`,
        candidate: sandbox((e) => (e.triggers.userMigration = { ...migration, endpoint })),
        path: 'triggers.userMigration.endpoint',
        instead: 'the https address',
      }),
    ),
    ...['https://user:pass-word@example.com/a', 'https://example.com/a?token=pass-word', 'https://example.com/a#b'].map(
      (endpoint): Row => ({
        rule: 'migration-endpoint-without-credentials',
        what: `the endpoint ${endpoint}`,
        candidate: draft((e) => (e.triggers.userMigration = { ...migration, endpoint })),
        path: 'triggers.userMigration.endpoint',
        instead: 'Write "https://example.com/a"',
      }),
    ),
    {
      rule: 'secret-name-suffix',
      what: 'a secret name that looks like an ARN',
      candidate: draft((e) => {
        e.triggers.userMigration = { ...migration, endpoint: 'https://example.com/', tokenSecretName: 'legacy-tokens' };
      }),
      path: 'triggers.userMigration.tokenSecretName',
      instead: 'Rename the secret',
    },
  ],
  fine: [
    [
      'plain http to this machine in the sandbox',
      sandbox((e) => (e.triggers.userMigration = { ...migration, endpoint: 'http://[::1]:8080/' })),
    ],
    [
      'https to this machine in the sandbox',
      sandbox((e) => (e.triggers.userMigration = { ...migration, endpoint: 'https://localhost/' })),
    ],
  ],
});
