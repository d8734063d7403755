import { isObject, Token } from '../../template/value';
import { isWrittenByUsers } from '../claims';
import type { Control, Finding } from '../control';
import { conclude, judge, look } from '../look';
import { booleanIn, notKnown, textIn } from '../reading';
import type { Located, Subject } from '../subject';
import { not } from '../truth';
import { readingOf, valueAt } from '../value-at';

const type = 'AWS::Cognito::IdentityPoolPrincipalTag';
const tags = 'PrincipalTags';

export const principalTags: Control = {
  id: 'CGN-IDN-07',
  what: 'Tags of sessions come from claims that users cannot write, and the template says whether they are the defaults.',
  why: 'Policies decide by these tags: a user who writes the claim decides what is permitted.',
  sources: [{ source: 'AWS developer guide', id: 'using-attributes-for-access-control' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  check: (subject) => subject.ofType(type).flatMap((at) => findings(at, subject)),
  orders: [
    {
      type,
      property: tags,
      measure: (at, subject) => {
        const whole = valueAt(at.resource, tags);
        if (whole instanceof Token) return readingOf(whole);
        const claims = claimsOf(at).map(([, claim]) => textIn(readingOf(claim)));
        const written = claims.map((claim) => (claim === undefined ? undefined : isWrittenByUsers(claim, subject)));
        if (written.includes(undefined))
          return notKnown('a claim of which it is unknown who writes it', valueAt(at.resource, tags));
        return { kind: 'known', value: claims.filter((_, index) => written[index]).map((claim) => claim ?? '') };
      },
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

function findings(at: Located, subject: Subject): readonly Finding[] {
  const defaults = look(at, 'UseDefaults', {
    wanted: 'true or false, written out',
    passes: (reading) => booleanIn(reading) !== undefined,
  });
  const whole = valueAt(at.resource, tags);
  if (whole !== undefined && !isObject(whole))
    return [defaults, judge(at, tags, readingOf(whole), { wanted: 'claims by tag', passes: () => false })];
  const each = claimsOf(at).map(([tag, value]) => {
    const claim = readingOf(value);
    const name = textIn(claim);
    const written = name === undefined ? undefined : isWrittenByUsers(name, subject);
    return conclude(at, `${tags}.${tag}`, claim, 'a claim that users cannot write themselves', not(written));
  });
  return [defaults, ...each];
}

function claimsOf({ resource }: Located) {
  const whole = valueAt(resource, tags);
  return isObject(whole) ? Object.entries(whole) : [];
}
