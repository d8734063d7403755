import { isList, isObject, member } from '../../template/value';
import type { Located } from '../../posture/subject';
import type { EnvironmentRule, Ruling } from './rule';
import { standardAttributes } from './standard-attributes';

const mostAtOnce = 25;
const most = 50;

const custom = ({ resource }: Located): readonly string[] => {
  const schema = resource.properties['Schema'];
  const names = (isList(schema) ? schema : []).map((each) => (isObject(each) ? member(each, 'Name') : undefined));
  return names.filter((name) => typeof name === 'string').filter((name) => !standardAttributes.has(name));
};

export const schemaLimits: EnvironmentRule = {
  kind: 'environment',
  id: 'schema-limits',
  what: `A pool takes at most ${mostAtOnce} new attributes in one update, and has at most ${most} of its own.`,
  source: 'AddCustomAttributes; Amazon Cognito quotas',
  observe: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { before, after, paired } = pair;
      if (before?.resource.type !== 'AWS::Cognito::UserPool' || after === undefined || paired !== 'by id') return [];
      const [left, right] = [custom(before), custom(after)];
      const added = right.filter((name) => !left.includes(name)).length;
      const rulings: Ruling[] = [];
      const refuse = (effect: string, instead: readonly string[]): unknown =>
        rulings.push({ verdict: 'refused-at-deploy', effect, instead });
      if (added > mostAtOnce) {
        refuse(`At once ${added} attributes are added: the service takes ${mostAtOnce}, and the stack rolls back.`, [
          `Add at most ${mostAtOnce} in each deployment.`,
        ]);
      }
      if (right.length > most && added > 0) {
        refuse(`The pool would have ${right.length} attributes of its own: the service takes ${most}.`, ['Add fewer.']);
      }
      return rulings.length === 0
        ? []
        : [
            {
              pair,
              property: 'Schema',
              before: `${left.length} of its own`,
              after: `${right.length} of its own`,
              rulings,
            },
          ];
    }),
};
