import { isOfCognito } from '../effective/tables';
import { isRetained } from '../left-behind';
import type { EnvironmentRule, Observation, PropertyRule } from './rule';

const source = 'CloudFormation User Guide, DeletionPolicy and UpdateReplacePolicy; DeleteUserPool';
const instead = [
  'If the resource is to go: lower the guard in one deployment, and remove the resource in a later one.',
];

export const deletionProtection: PropertyRule = {
  kind: 'property',
  id: 'deletion-protection',
  what: 'Without deletion protection one call deletes every user.',
  source,
  types: ['AWS::Cognito::UserPool'],
  properties: ['DeletionProtection'],
  judge: ({ to }) => {
    if (to.value === 'INACTIVE')
      return [
        {
          verdict: 'weakens',
          effect: 'Nothing happens to users yet; from here on one call deletes them all.',
          instead,
        },
      ];
    return to.value === 'ACTIVE' ? [{ verdict: 'strengthens', effect: 'The service refuses to delete the pool.' }] : [];
  },
};

export const deletionPolicies: EnvironmentRule = {
  kind: 'environment',
  id: 'deletion-policy',
  what: 'DeletionPolicy and UpdateReplacePolicy decide what becomes of a resource when it leaves the template or is replaced.',
  source,
  observe: ({ pairs }) =>
    pairs.flatMap((pair): readonly Observation[] => {
      const { before, after } = pair;
      if (before === undefined || after === undefined || !isOfCognito(after.resource.type)) return [];
      const policies = [
        ['DeletionPolicy', before.resource.deletionPolicy, after.resource.deletionPolicy],
        ['UpdateReplacePolicy', before.resource.updateReplacePolicy, after.resource.updateReplacePolicy],
      ] as const;
      return policies.flatMap(([property, from, to]) => {
        if ((from ?? 'Delete') === (to ?? 'Delete')) return [];
        return [{ pair, property, before: from, after: to, rulings: rulingsOf(from, to) }];
      });
    }),
};

function rulingsOf(from: string | undefined, to: string | undefined): Observation['rulings'] {
  if (to === 'Snapshot') {
    return [
      {
        verdict: 'refused-at-deploy',
        effect: 'CloudFormation has no snapshots of this type.',
        instead: ['Write Retain or Delete.'],
      },
    ];
  }
  if (isRetained(from) && !isRetained(to)) {
    const effect =
      'Nothing happens yet; a later change or the deletion of the stack destroys it, with everything in it.';
    return [{ verdict: 'weakens', effect, instead }];
  }
  return [
    {
      verdict: isRetained(from) === isRetained(to) ? 'neutral' : 'strengthens',
      effect: 'It stays in the account when it leaves the template.',
    },
  ];
}
