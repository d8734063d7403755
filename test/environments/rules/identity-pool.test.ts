import { identityPoolRules } from '../../../lib/environments/rules/identity-pool';
import { type Draft, draft, off, sandbox } from '../draft';
import { customDomain } from '../pages-drafts';
import { testRules } from './rule-rows';

type Credentials = Extract<Draft['identityPool'], { credentials: 'enhanced-flow' }>;
type MappingRule = Extract<Credentials['roleMapping'], { by: 'rules' }>['rules'][number];

const role = 'arn:aws:iam::111122223333:role/editors';

function credentials(environment: Draft, changes: Partial<Credentials> = {}): void {
  environment.identityPool = {
    credentials: 'enhanced-flow',
    clients: ['web'],
    guests: { allowed: false },
    s3: { bucket: 'example-documents', prefix: 'users/' },
    roleMapping: { by: 'authenticated-role' },
    ...changes,
  };
}

const byRule = (rule: Partial<MappingRule> = {}): Credentials['roleMapping'] => ({
  by: 'rules',
  ambiguousRole: 'Deny',
  rules: [{ claim: 'cognito:groups', matchType: 'Contains', value: 'admins', roleArn: role, ...rule }],
});

function groupRole(environment: Draft, roleArn: string): void {
  environment.groups['admins'] = { description: 'May manage users.', precedence: 0, roleArn };
}

testRules(identityPoolRules, {
  broken: [
    {
      rule: 'identity-pool-client-declared',
      what: 'tokens of a client that does not exist',
      candidate: draft((e) => credentials(e, { clients: ['web', 'mobile'] })),
      path: 'identityPool.clients[1]',
      instead: 'through which people sign in',
    },
    {
      rule: 'identity-pool-client-declared',
      what: 'a client that is listed twice',
      candidate: draft((e) => credentials(e, { clients: ['web', 'web'] })),
      path: 'identityPool.clients[1]',
      instead: 'remove it',
    },
    {
      rule: 'identity-pool-client-declared',
      what: 'a machine, which gets no ID token',
      candidate: draft((e) => {
        customDomain(e);
        e.resourceServers = { orders: { identifier: 'orders', scopes: { read: 'May read orders.' } } };
        e.clients['reports'] = {
          kind: 'machine',
          scopes: ['orders/read'],
          accessTokenMinutes: 60,
          secretRotation: off,
        };
        credentials(e, { clients: ['reports'] });
      }),
      path: 'identityPool.clients[0]',
      instead: 'through which people sign in',
    },
    {
      rule: 'token-mapping-needs-group-role',
      what: 'roles of groups that have none',
      candidate: draft((e) => credentials(e, { roleMapping: { by: 'token', ambiguousRole: 'Deny' } })),
      path: 'identityPool.roleMapping.by',
      instead: 'Add roleArn to the groups',
    },
    {
      rule: 'role-of-the-account',
      what: 'a group with a role of somebody else',
      candidate: draft((e) => groupRole(e, role.replace('111122223333', '444455556666'))),
      path: 'groups.admins.roleArn',
      instead: 'a role there',
    },
    {
      rule: 'role-of-the-account',
      what: 'a rule with a role of somebody else',
      candidate: draft((e) =>
        credentials(e, { roleMapping: byRule({ roleArn: role.replace('111122223333', '444455556666') }) }),
      ),
      path: 'identityPool.roleMapping.rules[0].roleArn',
      instead: 'a role there',
    },
    {
      rule: 'mapping-claim-not-writable',
      what: 'a role by what users say of themselves',
      candidate: draft((e) => credentials(e, { roleMapping: byRule({ claim: 'locale' }) })),
      path: 'identityPool.roleMapping.rules[0].claim',
      instead: 'remove "locale" from writeAttributes of web, backend',
    },
    {
      rule: 'identity-pool-needs-original-issuer',
      what: 'credentials for tokens of the updated issuer',
      candidate: draft((e) => {
        credentials(e);
        e.issuer = 'UPDATED';
      }),
      path: 'identityPool.credentials',
      instead: 'keep issuer "ORIGINAL"',
    },
  ],
  fine: [
    ['one role for everybody', draft((e) => credentials(e))],
    [
      'the roles of groups',
      draft((e) => {
        groupRole(e, role);
        credentials(e, { roleMapping: { by: 'token', ambiguousRole: 'Deny' } });
      }),
    ],
    ['roles by the groups of the token', draft((e) => credentials(e, { roleMapping: byRule() }))],
    [
      'a role by what an administrator decides',
      draft((e) => credentials(e, { roleMapping: byRule({ claim: 'custom:tenant', matchType: 'Equals' }) })),
    ],
    [
      'a role of the account that deploys, whichever that is',
      sandbox((e) => {
        e.account = 'deploying';
        groupRole(e, role.replace('111122223333', '444455556666'));
      }),
    ],
  ],
});
