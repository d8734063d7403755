import { defineRule, type Finding, type Rule } from './rule';

/** Logical ids hold letters and digits only, so a hyphen or a capital is no difference. */
function sameLogicalId(
  field: 'groups' | 'clients' | 'identityProviders' | 'resourceServers',
  names: readonly string[],
): readonly Finding[] {
  const bare = (name: string) => name.replaceAll('-', '').toLowerCase();
  return names.flatMap((name, index) => {
    const other = names.slice(0, index).find((earlier) => bare(earlier) === bare(name));
    if (other === undefined) return [];
    return [
      {
        path: [field, name],
        got: name,
        allowed: `a name that differs from "${other}" in more than hyphens`,
        instead: 'Rename it.',
      },
    ];
  });
}

/** Names that become logical ids and group memberships. */
export const nameRules: readonly Rule[] = [
  defineRule({
    id: 'client-names-differ',
    what: 'Client names differ in more than hyphens.',
    source: 'AWS CloudFormation: a logical id is alphanumeric, and it is what keeps a client id alive.',
    reads: ['clients'],
    check: ({ clients }) => sameLogicalId('clients', Object.keys(clients)),
  }),
  defineRule({
    id: 'group-names-differ',
    what: 'Group names differ in more than hyphens.',
    source: 'AWS CloudFormation: a logical id is alphanumeric, and it is what keeps memberships alive.',
    reads: ['groups'],
    check: ({ groups }) => sameLogicalId('groups', Object.keys(groups)),
  }),
  defineRule({
    id: 'identity-provider-names-differ',
    what: 'Names of identity providers differ in more than hyphens.',
    source: 'AWS CloudFormation: a logical id is alphanumeric, and it is what keeps the users of a provider alive.',
    reads: ['identityProviders'],
    check: ({ identityProviders }) => sameLogicalId('identityProviders', Object.keys(identityProviders)),
  }),
  defineRule({
    id: 'resource-server-names-differ',
    what: 'Names of resource servers differ in more than hyphens.',
    source: 'AWS CloudFormation: a logical id is alphanumeric, and another one is another resource server.',
    reads: ['resourceServers'],
    check: ({ resourceServers }) => sameLogicalId('resourceServers', Object.keys(resourceServers)),
  }),
  defineRule({
    id: 'group-precedence-unique',
    what: 'No two groups have the same precedence.',
    source: 'Cognito API, CreateGroup: with equal precedence no group comes first in the claims.',
    reads: ['groups'],
    check: ({ groups }) => {
      const entries = Object.entries(groups);
      return entries.flatMap(([name, { precedence }], index) => {
        const other = entries.slice(0, index).find(([, group]) => group.precedence === precedence);
        if (other === undefined) return [];
        return [
          {
            path: ['groups', name, 'precedence'],
            got: precedence,
            allowed: `a number that no other group has; "${other[0]}" has this one`,
            instead: 'Write a lower number if this group is to come first, else a higher one.',
          },
        ];
      });
    },
  }),
  defineRule({
    id: 'default-group-declared',
    what: 'The default group of new users is a declared group.',
    source: 'Cognito API, AdminAddUserToGroup: ResourceNotFoundException would fail every confirmation.',
    reads: ['groups', 'triggers'],
    check: ({ groups, triggers: { postConfirmation } }) =>
      postConfirmation === undefined || Object.hasOwn(groups, postConfirmation.defaultGroup)
        ? []
        : [
            {
              path: ['triggers', 'postConfirmation', 'defaultGroup'],
              got: postConfirmation.defaultGroup,
              allowed: Object.keys(groups).join(', ') || 'nothing, as no group is declared',
              instead: `Write a declared group, or add "${postConfirmation.defaultGroup}" to groups.`,
            },
          ],
  }),
];
