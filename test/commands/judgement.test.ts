import { judge } from '../../lib/commands/judgement';

const clean = JSON.stringify({ version: '55.0.0', title: 'Validation Report', pluginReports: [] });
const ended = { exitCode: 0, stderr: '' };

function reportOf(plugin: object): string {
  return JSON.stringify({ pluginReports: [{ pluginName: 'Any', conclusion: 'success', violations: [], ...plugin }] });
}

const finding = {
  ruleName: 'W3030',
  severity: 'warning',
  description: "Value 'GOLD' is not allowed",
  violatingConstructs: [{ constructPath: 'dev/auth/UserPool/Resource' }, { constructPath: '' }],
};

test('a synthesis that ended well, with a report that has nothing in it, is accepted', () => {
  expect(judge(ended, clean)).toEqual({ accepted: true, problems: [], conclusions: [] });
});

test('a plugin whose findings are all acknowledged is accepted, and named', () => {
  const { accepted, conclusions } = judge(ended, reportOf({ suppressedViolations: [finding] }));
  expect(accepted).toBe(true);
  expect(conclusions).toEqual([{ plugin: 'Any', passed: true, findings: [], error: undefined }]);
});

test.each<readonly [what: string, exit: { readonly exitCode: number | undefined }, report: string | undefined]>([
  ['a conclusion other than success', { exitCode: 0 }, reportOf({ conclusion: 'failure' })],
  ['a conclusion that nobody knows', { exitCode: 0 }, reportOf({ conclusion: 'SUCCESS' })],
  ['a warning, although its plugin concludes success', { exitCode: 0 }, reportOf({ violations: [finding] })],
  ['a failed synthesis, although the report is clean', { exitCode: 1 }, clean],
  ['a synthesis that a signal has ended', { exitCode: undefined }, clean],
  ['a missing report', { exitCode: 0 }, undefined],
  ['a report that is not JSON', { exitCode: 0 }, '{'],
  ['a report that is no object', { exitCode: 0 }, '[]'],
  ['a report without conclusions', { exitCode: 0 }, '{}'],
  ['a report of another shape', { exitCode: 0 }, reportOf({ violations: undefined })],
  ['a finding of another shape', { exitCode: 0 }, reportOf({ violations: [{ ...finding, ruleName: 7 }] })],
])('%s is refused', (_, exit, report) => {
  expect(judge({ ...ended, ...exit }, report).accepted).toBe(false);
});

test('a finding says its rule, its severity and the constructs that it names', () => {
  expect(judge(ended, reportOf({ violations: [finding] })).conclusions[0]?.findings).toEqual([
    {
      rule: 'W3030',
      severity: 'warning',
      description: "Value 'GOLD' is not allowed",
      constructs: ['dev/auth/UserPool/Resource'],
    },
  ]);
});

test('a report of another shape is refused with the place, what is there and what was expected', () => {
  expect(judge(ended, reportOf({ violations: [{ ...finding, ruleName: 7 }] })).problems).toEqual([
    'validation-report.json cannot be read: pluginReports[0].violations[0].ruleName is 7; expected a string.',
  ]);
});

test('what cdk synth wrote is shown when the report does not say why it failed', () => {
  expect(judge({ exitCode: 1, stderr: 'no such file\n' }, clean).problems).toEqual([
    'cdk synth failed (1):\nno such file',
  ]);
});
