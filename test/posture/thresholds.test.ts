import type { Severity } from '../../lib/posture/control';
import type { EnvironmentClass } from '../../lib/posture/intent';
import { isStopped, stopsOf } from '../../lib/posture/thresholds';
import { controlThat, postureOf, waiverOf } from './planted-controls';

const failing = (severity: Severity) =>
  controlThat('fail', 'CGN-TST-01', {
    severity: { sandbox: severity, 'pre-production': severity, production: severity },
  });

test.each<readonly [EnvironmentClass | undefined, readonly Severity[]]>([
  ['sandbox', []],
  ['pre-production', ['critical']],
  ['production', ['critical', 'high']],
  [undefined, ['critical', 'high']],
])('failures stop %s at these severities and no other: %j', (environmentClass, stopping) => {
  const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'informational'];
  const stopped = severities.filter((each) => isStopped(postureOf([failing(each)], { class: environmentClass })));
  expect(stopped).toEqual(stopping);
});

test.each(['pass', 'manual', 'not-applicable'] as const)('%s stops nothing', (verdict) => {
  expect(isStopped(postureOf([controlThat(verdict, 'CGN-TST-01')]))).toBe(false);
});

test('the unknown stops as a failure does: a value from elsewhere is no way around the threshold', () => {
  const controls = [controlThat('unknown', 'CGN-TST-01')];
  expect(isStopped(postureOf(controls))).toBe(true);
  expect(isStopped(postureOf(controls, { class: 'pre-production' }))).toBe(false);
});

test.each(['fail', 'unknown'] as const)('what is waived does not stop: %s', (verdict) => {
  const posture = postureOf([controlThat(verdict, 'CGN-TST-01')], { waivers: [waiverOf('CGN-TST-01')] });
  expect(posture.results.map((result) => result.verdict)).toEqual(['waived']);
  expect(isStopped(posture)).toBe(false);
});

test('the last day of a waiver counts, the day after it stops', () => {
  expect(isStopped(postureOf([failing('critical')], { waivers: [waiverOf('CGN-TST-01', '2026-11-21')] }))).toBe(false);
  const { results, waiverFindings } = stopsOf(
    postureOf([failing('critical')], { waivers: [waiverOf('CGN-TST-01', '2026-11-20')] }),
  );
  expect(results.map(({ control }) => control.id)).toEqual(['CGN-TST-01']);
  expect(waiverFindings.map(({ problem }) => problem)).toEqual(['expired']);
});

test.each([
  ['an expired one stops', waiverOf('CGN-TST-01', '2026-11-20'), ['expired'], true],
  ['one for no control stops', waiverOf('CGN-TST-99'), ['unknown control'], true],
  ['one for a control that does not fail is reported and does not stop', waiverOf('CGN-TST-01'), ['unused'], false],
  ['one for another tool is no business of ours', waiverOf('AwsSolutions-COG2'), [], false],
])('of waivers in a sandbox, %s', (_title, waiver, problems, stopped) => {
  const posture = postureOf([controlThat('pass', 'CGN-TST-01')], { class: 'sandbox', waivers: [waiver] });
  expect(posture.waiverFindings.map(({ problem }) => problem)).toEqual(problems);
  expect(isStopped(posture)).toBe(stopped);
});
