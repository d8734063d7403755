import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Control } from '../../lib/posture/control';
import { controls } from '../../lib/posture/controls';
import { evaluate } from '../../lib/posture/evaluate';
import { environmentPairs, judgeEnvironment, review } from '../../lib/review/review';
import { rank } from '../../lib/review/severity';
import { sideOf } from '../../lib/review/side';
import type { Side } from '../../lib/review/side';
import { verdictKinds } from '../../lib/review/verdict';
import type { Change, VerdictKind } from '../../lib/review/verdict';
import { TemplateError } from '../../lib/template/template-error';
import { chains } from './chains';
import type { Chain } from './chains';
import { corpus } from './corpus';
import type { PairSide } from './corpus/pair';
import { randomTemplate } from './random-templates';
import { sideFrom, stacksOf, today } from './review-of';
import { stackArtifact } from '../template/stack-artifact';

/** Without the short way for environments that are the same. */
const judged = (before: Side, after: Side): readonly Change[] =>
  environmentPairs(before, after).flatMap(([name, left, right]) =>
    judgeEnvironment(name, left, right, today, controls),
  );

const keyOf = (control: string, type: string, property: string): string => `${control} ${type} ${property}`;

/** The controls whose orders name no stronger side: every change of them needs a reviewer. */
const hasDirection = ({ scale }: Control['orders'][number]): boolean =>
  scale.kind !== 'levels' || scale.weakToStrong.length > 0;

test('every order of every control has a chain', () => {
  const orders = controls.flatMap(({ id, orders: own }) =>
    own.filter(hasDirection).map(({ type, property }) => keyOf(id, type, property)),
  );
  // The settings below RefreshTokenRotation and CustomDomainConfig are only complete together.
  const held = chains.flatMap(({ control, type, property }) =>
    [property, `${property}.RetryGracePeriodSeconds`, `${property}.SecurityPolicy`].map((each) =>
      keyOf(control, type, each),
    ),
  );
  expect(orders.filter((order) => !held.includes(order))).toEqual([]);
});

const steps = chains.flatMap((chain) =>
  chain.weakToStrong.flatMap((weak, index) =>
    chain.weakToStrong
      .slice(index + 1)
      .map((strong, distance) => ({ chain, weak, strong, step: `${index} to ${index + 1 + distance}` })),
  ),
);
const named = steps.map(
  (each) => [`${keyOf(each.chain.control, each.chain.type, each.chain.property)}, ${each.step}`, each] as const,
);

describe('along the order of a control, both sides written out', () => {
  test.each(named)('down is a weakening, up a strengthening: %s', (_, { chain, weak, strong }) => {
    expect(verdictsOf(chain, strong, weak)).toContain('weakens');
    expect(verdictsOf(chain, strong, weak)).not.toContain('strengthens');
    expect(verdictsOf(chain, weak, strong)).not.toContain('weakens');
    if (chain.endsInOmission === true) expect(gravestOf(changesOf(chain, weak, strong))).not.toBe('neutral');
    else expect(verdictsOf(chain, weak, strong)).toContain('strengthens');
  });

  test.each(named)('down never improves the verdict of the control: %s', (_, { chain, weak, strong }) => {
    const [above, below] = [strong, weak].map((side) => standing(chain, side));
    expect(above).toBeLessThanOrEqual(below ?? Infinity);
  });
});

/** What a user pool has where an order names no stronger side, written as the property that each is about. */
const triggerPool = (property: string, arn: string | undefined): PairSide => {
  const [, name = '', below] = property.split('.');
  const trigger = below === undefined ? arn : { [below]: arn ?? '', LambdaVersion: 'V2_0' };
  const LambdaConfig = arn === undefined || trigger === undefined ? {} : { [name]: trigger };
  return { Pool: { Type: 'AWS::Cognito::UserPool', Properties: { LambdaConfig } } };
};
const withoutDirection = controls.flatMap(({ id, orders }) =>
  orders.filter((order) => !hasDirection(order)).map(({ property }) => [id, property] as const),
);

describe('where an order names no stronger side, every change needs a reviewer', () => {
  test.each(withoutDirection)('%s: %s', (control, property) => {
    const sides = [undefined, 'arn:a', 'arn:b'].map((arn) => triggerPool(property, arn));
    for (const before of sides) {
      for (const after of sides.filter((each) => each !== before)) {
        const changes = review(sideFrom(before), sideFrom(after), today).flatMap(({ judgements }) => judgements);
        const own = changes.filter(({ rule }) => rule === control).map(({ verdict }) => verdict);
        expect(own).toEqual(['effect-uncertain']);
      }
    }
  });
});

/** 0 is met; what is not known lies between. */
const standings = ['not-applicable', 'manual', 'pass', 'unknown', 'waived', 'fail'];

function standing({ control, intent }: Chain, side: PairSide): number {
  const [subject] = [...sideFrom(side, intent).values()];
  const result = subject && evaluate(subject, today).results.find((each) => each.control.id === control);
  const at = standings.indexOf(result?.verdict ?? '');
  // What does not apply, and what somebody has to look at, is no worse than a pass.
  return Math.max(at, standings.indexOf('pass'));
}

function changesOf({ intent }: Chain, before: PairSide, after: PairSide): readonly Change[] {
  return review(sideFrom(before, intent), sideFrom(after, intent), today);
}

function verdictsOf(chain: Chain, before: PairSide, after: PairSide): readonly VerdictKind[] {
  const judgements = changesOf(chain, before, after).flatMap((change) => change.judgements);
  return judgements.filter(({ rule }) => rule === chain.control).map(({ verdict }) => verdict);
}

function gravestOf(changes: readonly Change[]): VerdictKind | undefined {
  return changes[0]?.judgements[0]?.verdict;
}

const corpusSides = corpus.flatMap((pair) => [pair.before, pair.after]);
const corpusSide = fc.constantFrom(...corpusSides);

test('a set of templates held against itself has no change', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        corpusSide.map((side) => sideFrom(side)),
        randomTemplate.map(readable),
      ),
      (side) => {
        fc.pre(side !== undefined);
        expect(judged(side, side)).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test('read twice, it has none either', () => {
  fc.assert(
    fc.property(randomTemplate, (template) => {
      const [left, right] = [readable(template), readable(structuredClone(template))];
      fc.pre(left !== undefined && right !== undefined);
      expect(judged(left, right)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('whatever two templates say, there is a review, and its order is by severity', () => {
  fc.assert(
    fc.property(randomTemplate, randomTemplate, (before, after) => {
      const [left, right] = [readable(before), readable(after)];
      fc.pre(left !== undefined && right !== undefined);
      const changes = review(left, right, today);
      for (const { judgements } of changes) {
        const ranks = judgements.map(({ verdict }) => rank(verdict));
        expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
        expect(judgements.length).toBeGreaterThan(0);
      }
      const gravest = changes.map(({ judgements: [first] }) => rank(first?.verdict ?? 'neutral'));
      expect(gravest).toEqual(gravest.toSorted((one, other) => one - other));
      expect(review(left, right, today)).toEqual(changes);
    }),
    { numRuns: 200 },
  );
});

test('any two sides of the corpus can be held against each other', () => {
  fc.assert(
    fc.property(corpusSide, corpusSide, (before, after) => {
      const changes = review(sideFrom(before), sideFrom(after), today);
      const kinds = changes.flatMap(({ judgements }) => judgements.map(({ verdict }) => verdict));
      expect(kinds.filter((kind) => !verdictKinds.includes(kind))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the order of resources and keys changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...corpus), (pair) => {
      const turned = stacksOf(pair.before).map((stack) => ({ ...stack, template: reversed(stack.template) }));
      const before = sideFrom(pair.before);
      const other = sideFrom(turned);
      expect(review(before, other, today)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a user pool that is on one side only is never passed over', () => {
  const lost = corpus.filter(({ before, after }) => poolsOf(before).some((id) => !poolsOf(after).includes(id)));
  expect(lost.length).toBeGreaterThan(5);
  for (const { before, after } of lost) {
    expect(gravestOf(review(sideFrom(before), sideFrom(after), today))).toBe('destroys-users');
  }
});

function poolsOf(side: PairSide): readonly string[] {
  return [...sideFrom(side).values()].flatMap(({ pools }) => pools.map(({ pool }) => pool.resource.logicalId));
}

function readable(template: Parameters<typeof stackArtifact>[0]): Side | undefined {
  try {
    return sideOf([stackArtifact(template)]);
  } catch (error) {
    // What cannot be read is refused by the reader, in its own words.
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reversed(each as unknown)] as const);
  const turned = Object.fromEntries(entries.toReversed()) as T;
  expect(isDeepStrictEqual(turned, value)).toBe(true);
  return turned;
}
