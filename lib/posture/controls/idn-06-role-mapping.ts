import { Token } from '../../template/value';
import { below } from '../below';
import { isWrittenByUsers } from '../claims';
import type { Control, Finding } from '../control';
import { attachmentType, roleMappings, rulesOfMapping } from '../identity-pools';
import type { RoleMapping } from '../identity-pools';
import { conclude, judge } from '../look';
import { notKnown, textIn } from '../reading';
import type { Subject } from '../subject';
import { not } from '../truth';
import { readingOf, valueAt } from '../value-at';

export const roleMapping: Control = {
  id: 'CGN-IDN-06',
  what: 'Roles follow from claims that users cannot write, compared as a whole; where none follows there are no credentials.',
  why: 'A user who writes the claim chooses the role; and whoever matches no rule gets that of everybody.',
  sources: [{ source: 'AWS developer guide', id: 'role-based-access-control' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'identityPool.roleMapping',
  check: (subject) => roleMappings(subject).flatMap((each) => findings(each, subject)),
  orders: [
    {
      type: attachmentType,
      property: 'RoleMappings',
      measure: (at, subject) => {
        const own = roleMappings(subject).filter((each) => each.at.resource === at.resource);
        const readings = own.map(({ mapping }) => readingOf(below(mapping, 'AmbiguousRoleResolution')));
        const unknown = readings.find(({ kind }) => kind === 'unknown');
        if (unknown?.kind === 'unknown') return notKnown(unknown.why, valueAt(at.resource, 'RoleMappings'));
        return { kind: 'known', value: readings.every((each) => textIn(each) === 'Deny') };
      },
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};

function findings(each: RoleMapping, subject: Subject): readonly Finding[] {
  const { at, property, mapping } = each;
  if (mapping instanceof Token)
    return [judge(at, property, readingOf(mapping), { wanted: 'Deny', passes: () => false })];
  const ambiguous = judge(
    at,
    `${property}.AmbiguousRoleResolution`,
    readingOf(below(mapping, 'AmbiguousRoleResolution')),
    {
      wanted: '"Deny"',
      passes: (reading) => textIn(reading) === 'Deny',
    },
  );
  const rules = rulesOfMapping(each).flatMap(([path, rule]) => {
    const claim = readingOf(below(rule, 'Claim'));
    const name = textIn(claim);
    const writable = name === undefined ? undefined : isWrittenByUsers(name, subject);
    return [
      judge(at, `${path}.MatchType`, readingOf(below(rule, 'MatchType')), {
        wanted: '"Equals"',
        passes: (reading) => textIn(reading) === 'Equals',
      }),
      conclude(at, `${path}.Claim`, claim, 'a claim that users cannot write themselves', not(writable)),
    ];
  });
  return [ambiguous, ...rules];
}
