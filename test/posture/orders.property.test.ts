import fc from 'fast-check';
import type { Control } from '../../lib/posture/control';
import { controls } from '../../lib/posture/controls';
import { evaluate } from '../../lib/posture/evaluate';
import type { Intent } from '../../lib/posture/intent';
import { direction, type Direction, type Order } from '../../lib/posture/order';
import { subjectOf, type Subject } from '../../lib/posture/subject';
import type { StackArtifact } from '../../lib/template/assembly';
import { resolveStage } from '../../lib/template/resolve';
import { isObject, type RawObject, type RawValue } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';
import { explicitValues, otherProperties, type Written } from './explicit-values';
import { perhaps, strict, undecided } from './subject-from';

const opposite: Readonly<Record<Direction, Direction>> = {
  weaker: 'stronger',
  stronger: 'weaker',
  same: 'same',
  both: 'both',
  unknown: 'unknown',
};

const poolPath = 'dev/auth/Pool';
const clientPath = 'dev/auth/Subject';

function mayBe<Key, Value>(key: Key, values: readonly Value[]): fc.Arbitrary<ReadonlyMap<Key, Value>> {
  return fc.constantFrom(new Map<Key, Value>(), ...values.map((value) => new Map([[key, value]])));
}

const intents: fc.Arbitrary<Partial<Intent>> = fc.record({
  class: fc.constantFrom('sandbox', 'pre-production', 'production', undefined),
  assurance: fc.constantFrom('aal1', 'aal2', undefined),
  composition: fc.constantFrom('nist', 'aws-fsbp', undefined),
  authorizationAttributes: mayBe(poolPath, [['custom:tenant', 'email']]),
  publicSignUp: mayBe(poolPath, [true, false]),
  clientKinds: mayBe(clientPath, ['browser', 'native', 'server', 'machine', 'legacy-password'] as const),
});

/** Two values of an order, in the same place of the same environment. */
interface Sides {
  readonly before: Written;
  readonly after: Written;
  readonly other: RawObject;
  readonly intent: Partial<Intent>;
}

function sidesOf(order: Order): fc.Arbitrary<Sides> {
  const values = explicitValues(order);
  return fc.record({
    before: values,
    after: values,
    other: otherProperties[order.type] ?? fc.constant({}),
    intent: intents,
  });
}

/** A user pool with a client, and the resource that the order is about, which names them as its type does. */
function environmentWith(
  { type }: Order,
  written: Written,
  other: RawObject,
  intent: Partial<Intent>,
  attributes: RawObject = {},
): Subject {
  const isPool = type === 'AWS::Cognito::UserPool';
  const names: RawObject = isPool
    ? {}
    : { UserPoolId: { Ref: 'Pool' }, IdentityPoolId: { Ref: 'IdentityPool' }, ClientId: 'ALL' };
  const subject = { Type: type, ...attributes, ...merged({ Properties: { ...names, ...other } }, written.subject) };
  return environmentFrom(
    {
      Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      IdentityPool: { Type: 'AWS::Cognito::IdentityPool', Properties: {} },
      Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Pool' } } },
      [isPool ? 'Pool' : 'Subject']: subject,
      ...written.beside,
    },
    written.facts,
    intent,
  );
}

function environmentFrom(Resources: RawObject, facts: Partial<StackArtifact>, intent: Partial<Intent>): Subject {
  return subjectOf('test', { ...strict, ...intent }, resolveStage([stackArtifact({ ...undecided, Resources }, facts)]));
}

/** Both objects in one; where they differ, what the second says. */
function merged(first: RawObject, second: RawObject): RawObject {
  const both = (left: RawValue | undefined, right: RawValue): RawValue =>
    isObject(left) && isObject(right) ? merged(left, right) : right;
  return {
    ...first,
    ...Object.fromEntries(Object.entries(second).map(([key, value]) => [key, both(first[key], value)])),
  };
}

function measured(order: Order, subject: Subject) {
  const id = order.type === 'AWS::Cognito::UserPool' ? 'Pool' : 'Subject';
  const at = subject.ofType(order.type).find(({ resource }) => resource.logicalId === id);
  if (at === undefined) throw new Error(`The template has no ${id} of type ${order.type}.`);
  return order.measure(at, subject);
}

function compared(order: Order, { before, after, other, intent }: Sides, attributes: RawObject = {}) {
  const [left, right] = [before, after].map((written) => environmentWith(order, written, other, intent, attributes));
  if (left === undefined || right === undefined) throw new Error('There are two sides.');
  const [from, to] = [measured(order, left), measured(order, right)];
  return { left, right, there: direction(order.scale, from, to), back: direction(order.scale, to, from) };
}

const verdictIn = (control: Control, subject: Subject) =>
  evaluate(subject, '2026-11-20', [control]).results[0]?.verdict;

const orders = controls.flatMap((control) =>
  control.orders.map((order) => [`${control.id}: ${order.type} ${order.property}`, control, order] as const),
);

const hasSteps = ({ scale }: Order): boolean => scale.kind !== 'levels' || scale.weakToStrong.length > 0;
const steps = orders.filter(([, , order]) => hasSteps(order));

/** The controls whose orders have no steps to climb, and why. */
const withoutSteps: readonly (readonly [control: string, why: string])[] = [
  ['CGN-TRG-02', 'No function is stronger than another, or than none: what its code decides no template tells.'],
];
const unordered = orders.filter(([, , order]) => !hasSteps(order));

test.each(withoutSteps)('%s alone has orders without steps: %s', (id) => {
  expect(new Set(unordered.map(([, control]) => control.id))).toEqual(new Set([id]));
});

describe.each(unordered)('%s', (_, __, order) => {
  test('every change, and no other, is for somebody to look at', () => {
    fc.assert(
      fc.property(sidesOf(order), (sides) => {
        const isSame = JSON.stringify(sides.before) === JSON.stringify(sides.after);
        expect(compared(order, sides).there).toBe(isSame ? 'same' : 'unknown');
      }),
    );
  });
});

describe.each(orders)('%s', (_, __, order) => {
  test('swapping the sides swaps the direction', () => {
    fc.assert(
      fc.property(sidesOf(order), (sides) => {
        const { there, back } = compared(order, sides);
        expect(back).toBe(opposite[there]);
      }),
    );
  });
});

/** Facts beside the properties, which hold of a resource whether it exists or not. */
const besideProperties = ['DeletionPolicy', 'UpdateReplacePolicy', 'terminationProtection'];

/** Orders of which the two sides show what they are about in the resource itself. */
const conditional = orders.filter(([, , { property }]) => property !== '' && !besideProperties.includes(property));

describe.each(conditional)('%s', (_, __, order) => {
  test('under the same undecided condition the same text is the same, and no other step is', () => {
    fc.assert(
      fc.property(sidesOf(order), (sides) => {
        const { there } = compared(order, sides);
        const conditionally = compared(order, sides, perhaps).there;
        const same = compared(order, { ...sides, after: sides.before }, perhaps).there;
        expect(same).toBe('same');
        if (there !== 'same') expect(conditionally).toBe('unknown');
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(steps)('%s', (_, control, order) => {
  test('what is stronger never turns a pass into a failure', () => {
    fc.assert(
      fc.property(sidesOf(order), (sides) => {
        const { left, right, there } = compared(order, sides);
        fc.pre(there === 'stronger');
        expect([verdictIn(control, left), verdictIn(control, right)]).not.toEqual(['pass', 'fail']);
      }),
    );
  });

  test('some of the values that can be written are stronger than others', () => {
    const samples = fc.sample(sidesOf(order), { seed: 63, numRuns: 150 });
    expect(samples.map((sides) => compared(order, sides).there)).toContain('stronger');
  });
});
