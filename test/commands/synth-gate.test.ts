import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judgement } from '../../lib/commands/judgement';
import { judgeSynthesis } from '../../lib/commands/synth-gate';

/** See test/synth-gate/planted-app.js. */
const plants = ['a finding of each kind', 'a plugin that throws', 'no plugin at all', 'an app that fails'] as const;
type Plant = (typeof plants)[number];

const workspace = mkdtempSync(join(tmpdir(), 'userpool-gate-'));
const judgements = new Map<Plant, Judgement>();

// Each starts the CDK's command line, which takes seconds: two at a time.
beforeAll(async () => {
  const waiting = plants.values();
  const worker = async () => {
    for (const planted of waiting) {
      const app = `node test/synth-gate/planted-app.js '${planted}'`;
      const directory = join(workspace, planted.replaceAll(' ', '-'));
      judgements.set(planted, await judgeSynthesis({ directory, env: process.env, app }));
    }
  };
  await Promise.all([worker(), worker()]);
}, 120_000);
afterAll(() => rmSync(workspace, { recursive: true }));

// synth.test.ts sees it accept the project itself.
describe('the gate', () => {
  // judgement.test.ts sees that one finding is enough.
  test.each<readonly [what: string, conclusion: object]>([
    [
      'a template that the validator of aws-cdk-lib refuses',
      {
        plugin: 'CloudFormation Validate',
        findings: [
          expect.objectContaining({
            description: expect.stringContaining('200') as unknown,
            constructs: ['planted/auth/Planted'],
          }),
        ],
      },
    ],
    [
      'a finding of cdk-nag',
      {
        plugin: 'AwsSolutions',
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'AwsSolutions-COG8' })]) as unknown,
      },
    ],
    [
      'a finding that names no construct',
      { plugin: 'Planted', findings: [expect.objectContaining({ rule: 'planted-rule', constructs: [] })] },
    ],
  ])('refuses %s', (_, conclusion) => {
    const { accepted, conclusions } = judgements.get('a finding of each kind') ?? {};
    expect(accepted).toBe(false);
    expect(conclusions).toContainEqual(expect.objectContaining({ passed: false, ...conclusion }));
  });

  test('refuses what a plugin could not check because it throws', () => {
    expect(judgements.get('a plugin that throws')).toMatchObject({
      accepted: false,
      conclusions: [{ plugin: 'Planted', passed: false, error: expect.stringContaining('This plugin is broken.') }],
    });
  });

  test('refuses an assembly without a report', () => {
    expect(judgements.get('no plugin at all')).toEqual({
      accepted: false,
      problems: [expect.stringContaining('There is no validation-report.json')],
      conclusions: [],
    });
  });

  test('refuses an app that fails, and shows what it wrote', () => {
    expect(judgements.get('an app that fails')).toEqual({
      accepted: false,
      problems: [expect.stringContaining('This app is broken.')],
      conclusions: [],
    });
  });

  test('leaves nothing of what it refuses', () => {
    expect(readdirSync(workspace)).toEqual([]);
  });
});
