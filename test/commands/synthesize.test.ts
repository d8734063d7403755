import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotTexts } from '../../lib/commands/snapshot';
import { SynthesisError, synthesize } from '../../lib/commands/synthesize';
import { readReport } from '../../lib/commands/validation-report';
import { environments } from '../../lib/environments/environments';
import { readAssembly } from '../../lib/template/assembly';
import { fixtureAssembly } from '../synthesis/assembly';

let workspace: string;
let directory: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'userpool-synthesize-'));
  directory = join(workspace, 'cdk.out');
});
afterEach(() => rmSync(workspace, { recursive: true }));

// A process of its own each; the limit is for a machine that does other things too.
const seconds = 60_000;

describe('the environments, and a copy of the sandbox for whoever asks for one,', () => {
  const parent = mkdtempSync(join(tmpdir(), 'userpool-synthesized-'));
  const synthesized = join(parent, 'cdk.out');
  beforeAll(() => synthesize(synthesized, { env: process.env, context: { sandbox: 'anna' } }), seconds);
  afterAll(() => rmSync(parent, { recursive: true }));

  test('are all synthesized', () => {
    expect(readAssembly(synthesized).stacks.map(({ path, stackName }) => [path, stackName])).toEqual([
      ['dev/auth', 'userpool-dev-auth'],
      ['staging/auth', 'userpool-staging-auth'],
      ['prod/certificate', 'userpool-prod-certificate'],
      ['prod/auth', 'userpool-prod-auth'],
      ['dev-anna/auth', 'userpool-dev-anna-auth'],
    ]);
    expect(readdirSync(parent)).toEqual(['cdk.out']);
  });

  test('have the templates that every other test reads', () => {
    const made = snapshotTexts(readAssembly(synthesized));
    const tested = snapshotTexts(fixtureAssembly());
    for (const { name } of environments) {
      const file = `${name}/auth.json`;
      expect(made.get(file)).toBe(tested.get(file) ?? 'a template');
    }
  });

  test('have no finding of cdk-nag', () => {
    expect(readReport(readFileSync(join(synthesized, 'validation-report.json'), 'utf8'))).toEqual([]);
  });
});

test(
  'the problems of an environment are told without a stack trace, and nothing is left',
  async () => {
    const synthesis = synthesize(directory, { env: process.env, context: { sandbox: 'Anna!' } });
    await expect(synthesis).rejects.toThrow(SynthesisError);
    await expect(synthesis).rejects.toThrow(/bin\/app\.ts failed with exit code 1.*dev-Anna!/s);
    await expect(synthesis).rejects.not.toThrow(/^\s+at /m);
    expect(readdirSync(workspace)).toEqual([]);
  },
  seconds,
);

test(
  'the app has cdk-nag look at every template: without its waivers dev has findings, which do not end a fast synthesis',
  async () => {
    await synthesize(directory, { env: process.env, app: 'test/synth-gate/unwaived-app.ts' });
    const [nag] = readReport(readFileSync(join(directory, 'validation-report.json'), 'utf8'));
    expect(nag).toMatchObject({ plugin: 'AwsSolutions', passed: false });
    expect(nag?.findings.map(({ rule, constructs }) => [rule, constructs])).toEqual([
      ['AwsSolutions-COG2', ['dev/auth/UserPool/Resource']],
      ['AwsSolutions-COG8', ['dev/auth/UserPool/Resource']],
    ]);
  },
  seconds,
);

test('an interrupted synthesis leaves nothing', async () => {
  const signal = AbortSignal.abort();
  await expect(synthesize(directory, { env: process.env, signal })).rejects.toThrow('aborted');
  expect(readdirSync(workspace)).toEqual([]);
});
