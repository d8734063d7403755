import type { EnvironmentClass } from '../../lib/posture/intent';
import { isStopping } from '../../lib/review/outcome';
import { judgedClass, thresholds } from '../../lib/review/thresholds';
import { verdictKinds } from '../../lib/review/verdict';
import type { VerdictKind } from '../../lib/review/verdict';
import { clientChange, poolChange } from './corpus/pair';
import { outcomeOf } from './outcome-of';

test.each<readonly [EnvironmentClass, readonly VerdictKind[]]>([
  ['sandbox', ['refused-at-deploy']],
  ['pre-production', ['destroys-users', 'refused-at-deploy', 'irreversible', 'new-client-id']],
  [
    'production',
    [
      'destroys-users',
      'refused-at-deploy',
      'irreversible',
      'new-client-id',
      'signs-users-out',
      'breaks-clients',
      'weakens',
      'effect-uncertain',
    ],
  ],
])('%s is stopped by %j', (environmentClass, verdicts) => {
  expect(thresholds[environmentClass]).toEqual(verdicts);
});

test('what stops a class stops every class with more at stake', () => {
  const [sandbox, before, production] = [thresholds.sandbox, thresholds['pre-production'], thresholds.production];
  expect(before).toEqual(expect.arrayContaining([...sandbox]));
  expect(production).toEqual(expect.arrayContaining([...before]));
  for (const good of ['strengthens', 'neutral'] as const) expect(production).not.toContain(good);
  expect(verdictKinds.filter((kind) => !production.includes(kind))).toEqual(['strengthens', 'neutral']);
});

const weakening = poolChange({ DeletionProtection: 'ACTIVE' }, { DeletionProtection: 'INACTIVE' });

test.each<readonly [EnvironmentClass | undefined, EnvironmentClass | undefined, boolean]>([
  ['production', 'production', true],
  ['production', 'sandbox', true],
  ['sandbox', 'production', true],
  ['sandbox', undefined, true],
  [undefined, undefined, true],
  ['sandbox', 'pre-production', false],
  ['sandbox', 'sandbox', false],
])('by the side with more at stake: from %s to %s, a weakening stops the change: %s', (before, after, isStopped) => {
  const intent = { before: { class: before }, after: { class: after } };
  const outcome = outcomeOf(weakening.before, weakening.after, { intent });
  const own = outcome.changes.filter(({ change }) => change.property === 'DeletionProtection');
  expect(own.map(isStopping)).toEqual([isStopped]);
});

test('an environment without a side that knows its class is judged as production', () => {
  expect(judgedClass([])).toBe('production');
});

test('what stops comes before what does not, however severe that is elsewhere', () => {
  const { before, after } = clientChange({ GenerateSecret: false }, { GenerateSecret: true });
  const intent = { before: { class: 'pre-production' }, after: { class: 'pre-production' } } as const;
  const { changes } = outcomeOf(before, after, { intent });
  expect(changes.map(isStopping)).toEqual([...changes.map(isStopping)].toSorted((left, right) => +right - +left));
  expect(changes[0]?.judgements.map(({ judgement, isAbove }) => [judgement.verdict, isAbove])).toEqual([
    ['new-client-id', true],
    ['signs-users-out', false],
  ]);
});
