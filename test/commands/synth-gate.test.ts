import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judgement } from '../../lib/commands/judgement';
import { judgeSynthesis } from '../../lib/commands/synth-gate';

/** See test/synth-gate/planted-app.js. */
const plants = [
  'a template that the validator refuses',
  'a finding of cdk-nag',
  'a plugin that throws',
  'a finding without a construct',
  'no plugin at all',
  'an app that fails',
] as const;
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
  test('refuses a template that the validator of aws-cdk-lib refuses', () => {
    expect(judgements.get('a template that the validator refuses')).toMatchObject({
      accepted: false,
      conclusions: [
        {
          plugin: 'CloudFormation Validate',
          passed: false,
          findings: [{ description: expect.stringContaining('200'), constructs: ['planted/auth/Planted'] }],
        },
      ],
    });
  });

  test('refuses a finding of cdk-nag', () => {
    expect(judgements.get('a finding of cdk-nag')).toMatchObject({
      accepted: false,
      conclusions: [
        {
          plugin: 'AwsSolutions',
          passed: false,
          findings: expect.arrayContaining([expect.objectContaining({ rule: 'AwsSolutions-COG8' })]),
        },
      ],
    });
  });

  test('refuses what a plugin could not check because it throws', () => {
    expect(judgements.get('a plugin that throws')).toMatchObject({
      accepted: false,
      conclusions: [{ plugin: 'Planted', passed: false, error: expect.stringContaining('This plugin is broken.') }],
    });
  });

  test('refuses a finding that names no construct', () => {
    expect(judgements.get('a finding without a construct')).toMatchObject({
      accepted: false,
      conclusions: [{ plugin: 'Planted', passed: false, findings: [{ rule: 'planted-rule', constructs: [] }] }],
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
