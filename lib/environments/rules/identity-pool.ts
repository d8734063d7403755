import type { Environment } from '../environment';
import type { Path } from '../problem';
import { isUserClient, userClients } from '../user-clients';
import { defineRule, type Rule } from './rule';

type IdentityPool = Environment['identityPool'];

function mappingRules(identityPool: IdentityPool) {
  return identityPool.credentials === 'enhanced-flow' && identityPool.roleMapping.by === 'rules'
    ? identityPool.roleMapping.rules
    : [];
}

/** The roles that are named, with where. */
function namedRoles(groups: Environment['groups'], identityPool: IdentityPool): readonly (readonly [Path, string])[] {
  return [
    ...Object.entries(groups).flatMap(([name, { roleArn }]) =>
      roleArn === undefined ? [] : [[['groups', name, 'roleArn'], roleArn] as const],
    ),
    ...mappingRules(identityPool).map(
      ({ roleArn }, index) => [['identityPool', 'roleMapping', 'rules', index, 'roleArn'], roleArn] as const,
    ),
  ];
}

/** Who gets AWS credentials, and which. */
export const identityPoolRules: readonly Rule[] = [
  defineRule({
    id: 'identity-pool-client-declared',
    what: 'The identity pool takes ID tokens of declared clients, each once, and none of a machine.',
    source: 'Cognito API, CognitoIdentityProvider: the client id is the audience of the ID token; a machine gets none.',
    reads: ['identityPool', 'clients'],
    check: ({ identityPool, clients }) => {
      if (identityPool.credentials === 'none') return [];
      const known = userClients(clients).map(([name]) => name);
      const list = identityPool.clients;
      return list.flatMap((name, index) => {
        const declared = Object.hasOwn(clients, name) ? clients[name] : undefined;
        if (declared && isUserClient(declared) && list.indexOf(name) === index) return [];
        return [
          {
            path: ['identityPool', 'clients', index],
            got: name,
            allowed: `each once: ${known.join(', ')}`,
            instead: 'Write the name of a client through which people sign in, or remove it.',
          },
        ];
      });
    },
  }),
  defineRule({
    id: 'token-mapping-needs-group-role',
    what: 'Where the token decides on the role, a group has one.',
    source:
      'Cognito Developer Guide, role-based access control: cognito:roles and cognito:preferred_role are of groups.',
    reads: ['identityPool', 'groups'],
    check: ({ identityPool, groups }) =>
      identityPool.credentials === 'enhanced-flow' &&
      identityPool.roleMapping.by === 'token' &&
      Object.values(groups).every(({ roleArn }) => roleArn === undefined)
        ? [
            {
              path: ['identityPool', 'roleMapping', 'by'],
              got: identityPool.roleMapping.by,
              allowed: '"authenticated-role" or "rules" while no group has a roleArn',
              instead: 'Add roleArn to the groups whose members get another role, or write "authenticated-role".',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'role-of-the-account',
    what: 'A role that users get is of this account.',
    source: 'IAM, passing a role to a service: only a role of the same account can be passed (iam:PassRole).',
    reads: ['identityPool', 'groups', 'account'],
    check: ({ identityPool, groups, account }) =>
      namedRoles(groups, identityPool).flatMap(([path, roleArn]) =>
        account === 'deploying' || roleArn.split(':')[4] === account
          ? []
          : [{ path, got: roleArn, allowed: `a role of ${account}`, instead: 'Write the ARN of a role there.' }],
      ),
  }),
  defineRule({
    id: 'mapping-claim-not-writable',
    what: 'No user can write the claim that decides on the role.',
    source: 'Cognito Developer Guide, role-based access control: users could give themselves any role.',
    reads: ['identityPool', 'clients'],
    check: ({ identityPool, clients }) =>
      mappingRules(identityPool).flatMap(({ claim }, index) => {
        const writing = userClients(clients).filter(([, { writeAttributes }]) => writeAttributes.includes(claim));
        if (writing.length === 0) return [];
        return [
          {
            path: ['identityPool', 'roleMapping', 'rules', index, 'claim'],
            got: claim,
            allowed: 'a claim that no client writes, for instance cognito:groups',
            instead: `Write another claim, or remove "${claim}" from writeAttributes of ${writing.map(([name]) => name).join(', ')}.`,
          },
        ];
      }),
  }),
  defineRule({
    id: 'identity-pool-needs-original-issuer',
    what: 'An identity pool takes tokens of the original issuer.',
    source: 'Our own choice: its provider names are documented as cognito-idp.REGION.amazonaws.com/POOL_ID alone.',
    reads: ['identityPool', 'issuer'],
    check: ({ identityPool, issuer }) =>
      identityPool.credentials === 'enhanced-flow' && issuer === 'UPDATED'
        ? [
            {
              path: ['identityPool', 'credentials'],
              got: identityPool.credentials,
              allowed: '"none" beside issuer "UPDATED"',
              instead: 'Write { credentials: "none" }, or keep issuer "ORIGINAL".',
            },
          ]
        : [],
  }),
];
