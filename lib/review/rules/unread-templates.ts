import { canonicalOf } from '../effective/canonical-of';
import type { EnvironmentRule } from './rule';
import { noResource } from './rule';

const instead = ['Compare the templates that the service has after it processed them (a change set).'];

export const unreadNestedStack: EnvironmentRule = {
  kind: 'environment',
  id: 'unread-nested-stack',
  what: 'What is in a nested stack whose template is not in the assembly cannot be told.',
  source: 'CloudFormation User Guide, nested stacks',
  observe: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { before, after } = pair;
      if (after?.resource.type !== 'AWS::CloudFormation::Stack' || after.stack.nested.has(after.resource.logicalId))
        return [];
      const [from, to] = [before, after].map((each) => canonicalOf(each?.resource.properties));
      const effect = 'Its template is not in the assembly; it may remove a user pool.';
      const rulings = [{ verdict: 'effect-uncertain' as const, effect, instead }];
      return from === to ? [] : [{ pair, property: 'TemplateURL', before: undefined, after: undefined, rulings }];
    }),
};

export const macros: EnvironmentRule = {
  kind: 'environment',
  id: 'macros',
  what: 'A macro may add, change or remove anything when the template is deployed.',
  source: 'CloudFormation User Guide, template macros',
  observe: ({ before, after }) => {
    const left = new Map(before.stacks.map((stack) => [stack.artifact.path, stack]));
    return after.stacks.flatMap((stack) => {
      if (stack.macros.length === 0) return [];
      const was = left.get(stack.artifact.path);
      const isSame = was !== undefined && canonicalOf(was.artifact.template) === canonicalOf(stack.artifact.template);
      if (isSame) return [];
      const effect = `${stack.macros.join(', ')} works on the template when it is deployed: what is said here may not be all.`;
      const rulings = [{ verdict: 'effect-uncertain' as const, effect, instead }];
      return [
        {
          pair: noResource,
          property: `${stack.artifact.path}: Transform`,
          before: was?.macros.join(', '),
          after: stack.macros.join(', '),
          rulings,
        },
      ];
    });
  },
};
