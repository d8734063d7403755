import { renderSarif } from '../../lib/review/report-sarif';
import { sarif } from '../posture/sarif-shape';
import { clientChange, poolChange } from './corpus/pair';
import { corpus } from './corpus';
import { outcomeOf } from './outcome-of';

const options = {
  locate: () => ({ file: 'test/snapshots/dev/auth.json', line: 7 }),
  approvals: 'approvals.json',
} as const;

function reportOf(...given: Parameters<typeof outcomeOf>) {
  const [run] = sarif.parse(JSON.parse(renderSarif(outcomeOf(...given), options))).runs;
  return { results: run?.results ?? [], rules: run?.tool.driver.rules ?? [] };
}

const replaced = clientChange({ GenerateSecret: false }, { GenerateSecret: true });

test('what stops the change is an error, at the line of the resource', () => {
  const { results, rules } = reportOf(replaced.before, replaced.after);
  expect(results).toMatchObject([
    {
      ruleId: 'client-replaced',
      kind: 'fail',
      level: 'error',
      message: { text: expect.stringMatching(/^dev Client GenerateSecret new client id, from false to true: .* 1\. /) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'test/snapshots/dev/auth.json' },
            region: { startLine: 7 },
          },
          logicalLocations: [{ name: 'Client', fullyQualifiedName: 'dev/auth/Client', kind: 'resource' }],
        },
      ],
    },
    { ruleId: 'client-replaced', level: 'error' },
  ]);
  expect(rules).toContainEqual({
    id: 'client-replaced',
    shortDescription: { text: expect.stringContaining('GenerateSecret') },
    defaultConfiguration: { level: 'error' },
  });
});

test('below the threshold of its environment it is a note', () => {
  const intent = { before: { class: 'sandbox' }, after: { class: 'sandbox' } } as const;
  const { results } = reportOf(replaced.before, replaced.after, { intent });
  expect(results.map(({ level }) => level)).toEqual(['note', 'note']);
});

test('what is approved is a suppressed note, and an approval of nothing a note of its own', () => {
  const { headTemplate = '' } = outcomeOf(replaced.before, replaced.after).environments[0] ?? {};
  const approval = {
    environment: 'dev',
    logicalId: 'Client',
    verdict: 'new-client-id',
    headTemplate,
    reason: 'All applications are moved tonight.',
    owner: 'identity-team',
  } as const;
  const approvals = [approval, { ...approval, logicalId: 'Gone' }];
  const { results } = reportOf(replaced.before, replaced.after, { approvals });
  expect(results).toMatchObject([
    { level: 'note', suppressions: [{ justification: 'All applications are moved tonight. (identity-team)' }] },
    { level: 'error' },
    {
      ruleId: 'approval-of-nothing',
      level: 'note',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'approvals.json' } } }],
    },
  ]);
});

test('what strengthens or does nothing is no result', () => {
  const { before, after } = poolChange({ DeletionProtection: 'INACTIVE' }, { DeletionProtection: 'ACTIVE' });
  expect(outcomeOf(before, after).changes).toHaveLength(1);
  expect(reportOf(before, after).results).toEqual([]);
});

test.each(corpus)('it is SARIF 2.1.0, with fingerprints that are not shared: $title', ({ before, after, intent }) => {
  const { results } = reportOf(before, after, intent === undefined ? {} : { intent });
  const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints['review/v1']);
  expect(fingerprints).toEqual([...new Set(fingerprints)]);
});

test('the catalogue has every rule once, as a sentence, whatever is found', () => {
  const [nothing, something] = [replaced.before, replaced.after].map((side) => reportOf(replaced.before, side).rules);
  expect(nothing).toEqual(something);
  const ids = nothing?.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { shortDescription } of nothing ?? []) expect(shortDescription.text).toMatch(/^[A-Z].*\.$/s);
});

test.each(corpus)('no judgement is by a rule that the catalogue lacks: $title', ({ before, after, intent }) => {
  const given = intent === undefined ? {} : { intent };
  const judged = outcomeOf(before, after, given).changes.flatMap(({ judgements }) => judgements);
  const ids = new Set(reportOf(before, after, given).rules.map(({ id }) => id));
  expect(judged.map(({ judgement }) => judgement.rule).filter((rule) => !ids.has(rule))).toEqual([]);
});

test.each([
  ['not-known', poolChange({}, { NotYetInvented: 1 })],
  ['property-removed', poolChange({ MfaConfiguration: 'ON' }, {})],
  ['new-resource', { before: poolChange({}, {}).before, after: replaced.after }],
] as const)('%s is in it', (rule, { before, after }) => {
  const { changes } = outcomeOf(before, after);
  expect(changes.flatMap(({ judgements }) => judgements.map(({ judgement }) => judgement.rule))).toContain(rule);
  expect(reportOf(before, after).rules.map(({ id }) => id)).toContain(rule);
});
