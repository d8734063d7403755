import { all, any, given, holds, names, not, says, verdictOf, type Truth } from '../../lib/posture/truth';
import type { Verdict } from '../../lib/posture/control';

const unknown = { kind: 'unknown', why: 'it is from elsewhere', written: '' } as const;
const absent = { kind: 'absent' } as const;

test.each<readonly [readonly Truth[], Truth, Truth]>([
  [[], true, false],
  [[true, true], true, true],
  [[true, undefined], undefined, true],
  [[true, false], false, true],
  [[false, undefined], false, undefined],
  [[undefined], undefined, undefined],
  [[false], false, false],
])('all of %j is %s, any of them %s', (truths, whole, some) => {
  expect(all(truths)).toBe(whole);
  expect(any(truths)).toBe(some);
});

test.each<readonly [Truth, Truth, Truth, Truth]>([
  [true, true, false, true],
  [false, true, false, false],
  [undefined, true, true, true],
  [undefined, false, false, false],
  [undefined, true, false, undefined],
])('where the condition is %s, %s or %s is %s', (condition, met, unmet, wanted) => {
  expect(given(condition, met, unmet)).toBe(wanted);
});

test.each<readonly [Truth, Truth, Verdict]>([
  [true, false, 'pass'],
  [false, true, 'fail'],
  [undefined, undefined, 'unknown'],
])('%s is not %s, and a %s', (truth, opposite, verdict) => {
  expect(not(truth)).toBe(opposite);
  expect(verdictOf(truth)).toBe(verdict);
});

test('what is absent says and names nothing, what is unknown might', () => {
  expect([says(absent, 'ON'), names(absent, 'email')]).toEqual([false, false]);
  expect([says(unknown, 'ON'), names(unknown, 'email')]).toEqual([undefined, undefined]);
  expect(says({ kind: 'known', value: 'ON' }, 'ON')).toBe(true);
  expect(names({ kind: 'known', value: ['email'] }, 'phone_number')).toBe(false);
});

test('what is no list of texts might name anything', () => {
  expect(names({ kind: 'known', value: [{ email: true }] }, 'email')).toBeUndefined();
});

test.each<readonly [readonly Verdict[], Truth]>([
  [[], true],
  [['pass', 'not-applicable'], true],
  [['pass', 'manual'], undefined],
  [['unknown', 'pass'], undefined],
  [['unknown', 'fail'], false],
])('findings %j hold: %s', (verdicts, wanted) => {
  const findings = verdicts.map((verdict) => ({ verdict, at: undefined, property: '', found: 'a', wanted: 'b' }));
  expect(holds(findings)).toBe(wanted);
});
