import type { Intent, Waiver } from '../../posture/intent';
import { canonicalOf } from '../effective/canonical-of';
import type { EnvironmentRule, Observation, Ruling } from './rule';
import { noResource } from './rule';

const source = 'This project: what is asked of an environment is part of its security.';

export const waiversChanged: EnvironmentRule = {
  kind: 'environment',
  id: 'waivers-changed',
  what: 'A waiver that is added or extended lets a control be unmet.',
  source,
  observe: ({ before, after }) => {
    const [left, right] = [before, after].map(
      ({ intent }) => new Map(intent.waivers.map((each) => [each.control, each])),
    );
    const ids = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])];
    return ids.flatMap((id) => {
      const [from, to] = [left?.get(id), right?.get(id)];
      if (canonicalOf(plain(from)) === canonicalOf(plain(to))) return [];
      return [
        {
          pair: noResource,
          property: `waivers.${id}`,
          before: told(from),
          after: told(to),
          rulings: [rulingOf(id, from, to)],
        },
      ];
    });
  },
};

function rulingOf(id: string, from: Waiver | undefined, to: Waiver | undefined): Ruling {
  if (to === undefined) return { verdict: 'strengthens', effect: `${id} has to be met again.` };
  if (from === undefined) return { verdict: 'weakens', effect: `${id} may be unmet until ${to.expires}.` };
  if (to.expires > from.expires)
    return { verdict: 'weakens', effect: `${id} may be unmet for longer, until ${to.expires}.` };
  if (to.expires < from.expires)
    return { verdict: 'strengthens', effect: `${id} has to be met earlier, after ${to.expires}.` };
  return { verdict: 'neutral', effect: 'Its reason or its owner is another one.' };
}

const plain = (waiver: Waiver | undefined) => (waiver === undefined ? undefined : { ...waiver });

function told(waiver: Waiver | undefined): string | undefined {
  return waiver && `until ${waiver.expires}, ${waiver.owner}: ${waiver.reason}`;
}

const classes = ['sandbox', 'pre-production', 'production'];
const levels = ['aal1', 'aal2'];

export const demandsChanged: EnvironmentRule = {
  kind: 'environment',
  id: 'demands-changed',
  what: 'Of a lower class or assurance level less is asked.',
  source,
  observe: ({ before: { intent: from }, after: { intent: to } }) => [
    ...level('class', classes, from.class, to.class),
    ...level('assurance', levels, from.assurance, to.assurance),
    ...(from.composition === to.composition
      ? []
      : [
          place('composition', from.composition, to.composition, {
            verdict: 'neutral',
            effect: 'The other school of password rules counts.',
          }),
        ]),
    ...declared('authorizationAttributes', from, to, 'Which attributes applications decide on is said otherwise.'),
    ...declared('publicSignUp', from, to, 'Whether anybody is meant to sign up is said otherwise.'),
    ...declared(
      'clientKinds',
      from,
      to,
      'What kind of application a client is for is said otherwise; other controls count for it.',
    ),
  ],
};

function level(
  property: string,
  order: readonly string[],
  from: string | undefined,
  to: string | undefined,
): readonly Observation[] {
  if (from === to) return [];
  const [left, right] = [order.indexOf(from ?? ''), order.indexOf(to ?? '')];
  const ruling: Ruling =
    from === undefined
      ? { verdict: 'neutral', effect: 'What is asked of the environment is said now; before it was unknown.' }
      : to === undefined
        ? {
            verdict: 'effect-uncertain',
            effect: 'What is asked of the environment is not said any more: controls that depend on it are unknown.',
          }
        : right < left
          ? { verdict: 'weakens', effect: 'Less is asked of the environment: controls may pass that failed before.' }
          : { verdict: 'strengthens', effect: 'More is asked of the environment.' };
  return [place(property, from, to, ruling)];
}

function declared(
  property: 'authorizationAttributes' | 'publicSignUp' | 'clientKinds',
  before: Intent,
  after: Intent,
  effect: string,
): readonly Observation[] {
  return [...before[property]].flatMap(([path, from]) => {
    const to = after[property].get(path);
    // What is new, or gone with its resource, is told there.
    if (to === undefined || canonicalOf(from) === canonicalOf(to)) return [];
    return [place(`${property}.${path}`, canonicalOf(from), canonicalOf(to), { verdict: 'effect-uncertain', effect })];
  });
}

function place(property: string, before: string | undefined, after: string | undefined, ruling: Ruling): Observation {
  return { pair: noResource, property, before, after, rulings: [ruling] };
}
