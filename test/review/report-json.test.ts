import { renderJson } from '../../lib/review/report-json';
import { clientChange, elsewhere, part, pool } from './corpus/pair';
import { outcomeOf } from './outcome-of';

const { before, after } = clientChange({ GenerateSecret: false }, { GenerateSecret: true });
const outcome = outcomeOf(before, after);
const approval = {
  environment: 'dev',
  logicalId: 'Client',
  verdict: 'new-client-id',
  headTemplate: outcome.environments[0]?.headTemplate ?? '',
  reason: 'All applications are moved tonight.',
  owner: 'identity-team',
} as const;

test('it has every fact of a change, with the threshold and what stops', () => {
  expect(JSON.parse(renderJson(outcome))).toMatchObject({
    version: 1,
    base: 'base',
    head: 'head',
    stopped: true,
    summary: 'Stopped by 1 of 1 change',
    environments: [
      {
        name: 'dev',
        class: 'production',
        headTemplate: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        stopped: true,
        changes: [
          {
            paired: 'by id',
            resource: {
              before: { stack: 'dev/auth', logicalId: 'Client', type: 'AWS::Cognito::UserPoolClient' },
              after: { stack: 'dev/auth', logicalId: 'Client', constructPath: null },
            },
            property: 'GenerateSecret',
            before: 'false',
            after: 'true',
            judgements: [
              { verdict: 'new-client-id', rule: 'client-replaced', stops: true, approval: null },
              { verdict: 'signs-users-out', rule: 'client-replaced', stops: true, instead: [], approval: null },
            ],
          },
        ],
      },
    ],
    approvalFindings: [],
  });
});

test('an approval is with what it lets pass; one that does nothing is told in words', () => {
  const other = { ...approval, environment: 'prod' };
  const report = JSON.parse(renderJson(outcomeOf(before, after, { approvals: [approval, other] }))) as unknown;
  expect(report).toMatchObject({
    stopped: true,
    environments: [
      {
        changes: [
          {
            judgements: [
              { stops: false, approval },
              { verdict: 'signs-users-out', stops: true },
            ],
          },
        ],
      },
    ],
    approvalFindings: [{ approval: other, problem: 'unknown environment', message: expect.stringMatching(/^The app/) }],
  });
});

test('of the same change it says the same, to the byte; what is not there is null', () => {
  const change = [pool(), { ...pool(), ...part('Group', 'UserPoolGroup', { GroupName: elsewhere }) }] as const;
  const text = renderJson(outcomeOf(...change));
  expect(renderJson(outcomeOf(...change))).toBe(text);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).toContain('"before": null');
});
