import { isOfCognito } from '../effective/tables';
import { shownToken } from '../shown-value';
import type { EnvironmentRule } from './rule';

export const existenceUnknown: EnvironmentRule = {
  kind: 'environment',
  id: 'existence-unknown',
  what: 'A resource under a condition that is not known may be there or not.',
  source: 'CloudFormation User Guide, Conditions (a resource whose condition turns false is deleted)',
  observe: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { before, after } = pair;
      const [from, to] = [before?.resource.condition, after?.resource.condition].map(
        (each) => each && shownToken(each),
      );
      if (!isOfCognito((after ?? before)?.resource.type ?? '') || from === to) return [];
      const effect = 'Whether the resource exists is decided at deployment; if the condition is false it is deleted.';
      const instead = ['Give the parameters that the condition depends on, or leave the condition away.'];
      return [
        {
          pair,
          property: 'Condition',
          before: from,
          after: to,
          rulings: [{ verdict: 'effect-uncertain', effect, instead }],
        },
      ];
    }),
};

export const typeChanged: EnvironmentRule = {
  kind: 'environment',
  id: 'type-changed',
  what: 'CloudFormation refuses another type under the same logical id.',
  source: 'CloudFormation User Guide, updating stacks',
  observe: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { before } = pair;
      if (before === undefined || pair.after !== undefined) return [];
      const other = pairs.find(
        ({ before: none, after }) =>
          none === undefined &&
          after?.resource.logicalId === before.resource.logicalId &&
          after.stack.artifact.path === before.stack.artifact.path,
      )?.after?.resource.type;
      const types = [before.resource.type, other];
      if (other === undefined || !types.some((type) => isOfCognito(type ?? ''))) return [];
      const effect = `The logical id stands for an ${before.resource.type} and cannot become an ${other}: the stack rolls back.`;
      const rulings = [
        { verdict: 'refused-at-deploy' as const, effect, instead: ['Give the new resource another logical id.'] },
      ];
      return [{ pair, property: 'Type', before: before.resource.type, after: other, rulings }];
    }),
};
