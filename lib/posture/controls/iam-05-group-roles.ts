import { Token } from '../../template/value';
import { absence } from '../absence';
import type { Control, Finding } from '../control';
import { permits, policiesOf, statementsOf } from '../iam-policies';
import type { Statement } from '../iam-policies';
import { trustFinding } from '../identity-trust';
import { conclude, look } from '../look';
import { policyFinding, shownStatement } from '../policy-findings';
import type { Located, PoolView, Subject } from '../subject';
import { any, type Truth } from '../truth';
import { roleOf, triggersOf } from '../triggers';
import { readingOf, resourcesIn, valueAt } from '../value-at';

const type = 'AWS::Cognito::UserPoolGroup';

export const groupRoles: Control = {
  id: 'CGN-IAM-05',
  what: 'The role of a group is for one identity pool, has a precedence, and is none of an administrator where code adds users.',
  why: 'Whoever gets into the group gets the AWS role with it.',
  sources: [
    { source: 'AWS developer guide', id: 'cognito-user-pools-user-groups' },
    { source: 'AWS developer guide', id: 'role-based-access-control' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'groups.NAME.roleArn',
  check: (subject) =>
    subject.pools.flatMap((view) =>
      view
        .parts(type)
        .filter(({ resource }) => valueAt(resource, 'RoleArn') !== undefined)
        .flatMap((group) => findings(group, view, subject)),
    ),
  orders: [
    {
      type,
      property: 'RoleArn',
      measure: absence('RoleArn'),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};

function findings(group: Located, view: PoolView, subject: Subject): readonly Finding[] {
  const arn = valueAt(group.resource, 'RoleArn');
  const precedence = look(group, 'Precedence', {
    wanted: 'a number, as of several roles the first is taken',
    passes: ({ kind }) => kind === 'known',
  });
  const role = resourcesIn(arn, subject).find(({ resource }) => resource.type === 'AWS::IAM::Role');
  if (role === undefined)
    return [precedence, conclude(group, 'RoleArn', readingOf(arn), 'a role of these templates', undefined)];
  const trust = trustFinding(role, {
    identities: 'authenticated',
    isAudience: (value) =>
      value instanceof Token
        ? isIdentityPool(value, subject)
        : typeof value === 'string' && /^[\w-]+:[0-9a-f-]{36}$/.test(value),
  });
  const joined = codeAdds(view, subject);
  if (joined === false) return [precedence, trust];
  const administrator = policiesOf(role, subject)
    .map((policy) => policyFinding(policy, subject, 'no role of an administrator, as a trigger adds users', everything))
    .map((each): Finding => (each.verdict === 'fail' && joined === undefined ? { ...each, verdict: 'unknown' } : each));
  return [precedence, trust, ...administrator];
}

function isIdentityPool(value: Token, subject: Subject): Truth {
  return (
    resourcesIn(value, subject).some(({ resource }) => resource.type === 'AWS::Cognito::IdentityPool') || undefined
  );
}

/** Whether a trigger of the pool may put users into groups, so that signing up can be enough. */
function codeAdds({ pool }: PoolView, subject: Subject): Truth {
  const adding = ['cognito-idp:AdminAddUserToGroup'];
  return any(
    triggersOf(pool).map(({ arn }) => {
      const role = roleOf(arn, subject);
      if (role === undefined) return undefined;
      return any(
        policiesOf(role, subject).flatMap(({ content, isHeld }) =>
          (content.kind === 'document' ? statementsOf(content.document) : []).map((each): Truth => {
            const permitted = each instanceof Token ? each : permits(each, adding);
            return permitted instanceof Token || (permitted && !isHeld) ? undefined : permitted;
          }),
        ),
      );
    }),
  );
}

/** Every action, or those that give oneself every action. */
function everything(statement: Statement): string | Token | undefined {
  const permitted = permits(statement, ['iam:*', 'organizations:*']);
  return permitted === true ? shownStatement(statement) : permitted === false ? undefined : permitted;
}
