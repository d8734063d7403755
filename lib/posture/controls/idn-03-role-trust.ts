import { Token } from '../../template/value';
import type { Control, Finding } from '../control';
import { attachedRoles, attachmentType, identityPoolOf } from '../identity-pools';
import type { AttachedRole } from '../identity-pools';
import { trustFinding } from '../identity-trust';
import { conclude } from '../look';
import { notKnown } from '../reading';
import type { Subject } from '../subject';
import { readingOf, resourcesIn, valueAt } from '../value-at';

export const roleTrust: Control = {
  id: 'CGN-IDN-03',
  what: 'The roles of an identity pool trust this pool alone, and only those who are signed in, or only guests.',
  why: 'Otherwise users of an identity pool of anybody, in any account, assume the role; or guests that of users.',
  sources: [
    { source: 'AWS developer guide', id: 'identity-pools-security-best-practices' },
    { source: 'AWS developer guide', id: 'iam-roles' },
  ],
  severity: { sandbox: 'high', 'pre-production': 'high', production: 'critical' },
  field: 'identityPool',
  check: (subject) => attachedRoles(subject).map((attached) => findingOf(attached, subject)),
  orders: [
    {
      type: attachmentType,
      property: 'Roles',
      measure: (at, subject) => {
        const own = attachedRoles(subject).filter((each) => each.at.resource === at.resource);
        const verdicts = own.map((each) => findingOf(each, subject).verdict);
        if (verdicts.includes('unknown')) {
          const trust = own.flatMap(({ arn }) => [
            arn,
            ...resourcesIn(arn, subject).map(({ resource }) => valueAt(resource, 'AssumeRolePolicyDocument')),
          ]);
          return notKnown('a trust policy that is not known', ...trust);
        }
        return { kind: 'known', value: !verdicts.includes('fail') };
      },
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};

function findingOf({ at, property, arn, identities, role }: AttachedRole, subject: Subject): Finding {
  if (role === undefined)
    return conclude(
      at,
      property,
      readingOf(arn),
      'a role of these templates, whose trust policy can be read',
      undefined,
    );
  const pool = identityPoolOf(at, subject);
  return trustFinding(role, {
    identities,
    isAudience: (value) => {
      const [named] = resourcesIn(value, subject);
      if (pool !== undefined && named !== undefined) return named.resource === pool.resource;
      return value instanceof Token ? undefined : value === at.resource.properties['IdentityPoolId'];
    },
  });
}
