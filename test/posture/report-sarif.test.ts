import type { Verdict } from '../../lib/posture/control';
import type { Posture } from '../../lib/posture/evaluate';
import type { Locate } from '../../lib/posture/locate';
import { renderSarif } from '../../lib/posture/report-sarif';
import type { RawObject } from '../../lib/template/value';
import { controlThat, postureOf, waiverOf } from './planted-controls';
import { sarif } from './sarif-shape';
import { client, userPool } from './test-control';

const nowhere: Locate = () => undefined;
const readFrom = 'cdk.out/manifest.json';

function resultsOf(postures: readonly Posture[], locate = nowhere) {
  const [run] = sarif.parse(JSON.parse(renderSarif(postures, { locate, readFrom }))).runs;
  return run?.results ?? [];
}

test('it is SARIF 2.1.0, with a rule for every control and every problem of a waiver', () => {
  const posture = postureOf([controlThat('pass', 'CGN-TST-01'), controlThat('fail', 'CGN-TST-02')]);
  const report = sarif.parse(JSON.parse(renderSarif([posture], { locate: nowhere, readFrom })));
  expect(report.runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual([
    'CGN-TST-01',
    'CGN-TST-02',
    'waiver-expired',
    'waiver-unused',
    'waiver-unknown-control',
  ]);
});

test.each<readonly [Verdict, readonly object[]]>([
  ['fail', [{ ruleId: 'CGN-TST-01', kind: 'fail', level: 'error' }]],
  ['unknown', [{ ruleId: 'CGN-TST-01', kind: 'open', level: 'none' }]],
  ['pass', []],
  ['manual', []],
  ['not-applicable', []],
])('of %s it has these results: %j', (verdict, results) => {
  expect(resultsOf([postureOf([controlThat(verdict, 'CGN-TST-01')])])).toMatchObject(results);
});

test.each([
  ['production', 'error'],
  ['pre-production', 'warning'],
  ['sandbox', 'note'],
] as const)('in %s a failure weighs as it does there: %s', (environmentClass, level) => {
  const posture = postureOf([controlThat('fail', 'CGN-TST-01')], { class: environmentClass });
  expect(resultsOf([posture])).toMatchObject([{ level }]);
});

test('only the findings that fail are results, each with the resource, and a fingerprint of its own', () => {
  const control = controlThat('fail', 'CGN-TST-01', {
    check: ({ pools }) =>
      pools.flatMap(({ clients }) =>
        clients.map((at) => ({
          verdict: at.resource.logicalId === 'Good' ? 'pass' : 'fail',
          at,
          property: 'GenerateSecret',
          found: 'absent',
          wanted: 'true',
        })),
      ),
  });
  const resources = { ...userPool(), ...client({}, 'Good'), ...client({}, 'Bad'), ...client({}, 'Worse') };
  const results = resultsOf([postureOf([control], {}, resources)]);
  expect(results.map(({ locations }) => locations[0]?.logicalLocations?.[0]?.fullyQualifiedName)).toEqual([
    'dev/auth/Bad',
    'dev/auth/Worse',
  ]);
  expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints['posture/v1'])).size).toBe(2);
  expect(results[0]?.message.text).toBe(
    'The user pool is as it is wanted. dev/auth Bad GenerateSecret: found absent; wanted true.',
  );
});

test('what is waived is suppressed, with the reason', () => {
  const posture = postureOf([controlThat('fail', 'CGN-TST-01')], { waivers: [waiverOf('CGN-TST-01')] });
  expect(resultsOf([posture])).toMatchObject([
    {
      kind: 'fail',
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'The old application cannot do better before spring. (identity-team, until 2027-01-31)',
        },
      ],
    },
  ]);
});

test('what is unknown and waived is suppressed too', () => {
  const posture = postureOf([controlThat('unknown', 'CGN-TST-01')], { waivers: [waiverOf('CGN-TST-01')] });
  expect(resultsOf([posture])).toMatchObject([{ kind: 'open', suppressions: [{ status: 'accepted' }] }]);
});

test('waivers that do not hold are errors, an unused one a warning', () => {
  const waivers = [waiverOf('CGN-TST-01', '2026-01-01'), waiverOf('CGN-TST-02'), waiverOf('CGN-TST-99')];
  const posture = postureOf([controlThat('pass', 'CGN-TST-01'), controlThat('pass', 'CGN-TST-02')], { waivers });
  expect(resultsOf([posture])).toMatchObject([
    { ruleId: 'waiver-expired', level: 'error' },
    { ruleId: 'waiver-unused', level: 'warning' },
    { ruleId: 'waiver-unknown-control', level: 'error' },
  ]);
});

const declaring: RawObject = { 'userpool:environment': { name: 'test', class: 'production', waivers: [] } };

test.each([
  [
    'a literal by its file and line',
    declaring,
    () => ({ file: 'lib/environments/test.ts', line: 7 }),
    { uri: 'lib/environments/test.ts', startLine: 7 },
  ],
  [
    'another value by its file',
    declaring,
    () => ({ file: 'lib/environments/test.ts', line: undefined }),
    { uri: 'lib/environments/test.ts', startLine: undefined },
  ],
  ['a field of no file by what was read', declaring, nowhere, { uri: readFrom, startLine: undefined }],
  [
    'a template of others by what was read',
    {},
    () => ({ file: 'lib/environments/test.ts', line: 7 }),
    { uri: readFrom, startLine: undefined },
  ],
] satisfies readonly (readonly [string, RawObject, Locate, object])[])(
  '%s is located',
  (_what, metadata, locate, place) => {
    const control = controlThat('fail', 'CGN-TST-01', { field: 'mfa.mode' });
    const [result] = resultsOf([postureOf([control], {}, userPool(), metadata)], locate);
    const physical = result?.locations[0]?.physicalLocation;
    expect({ uri: physical?.artifactLocation.uri, startLine: physical?.region?.startLine }).toEqual(place);
  },
);
