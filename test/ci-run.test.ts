import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lib/commands/project-root';
import { directoryWith, removeDirectories } from './template/assembly-on-disk';

afterAll(removeDirectories);

/** What stands behind `step` for npm, in the order of the file. */
const script = readFileSync(path.join(projectRoot, '.ci/run'), 'utf8');
const steps = [...script.matchAll(/^step npm (.+)$/gm)].map(([, args = '']) => args);

/** Runs .ci/run with a stand-in for npm that writes down what it is asked for, and fails at that step. */
function runWith(failing: string) {
  const npm = `#!/usr/bin/env bash\necho "$*" >> "$ASKED"\n[ "$*" != "$FAILING" ]\n`;
  const never = '#!/usr/bin/env bash\nexit 1\n';
  const bin = directoryWith({ npm, aws: never, chromium: never, asked: '' });
  for (const name of ['npm', 'aws', 'chromium']) chmodSync(path.join(bin, name), 0o755);
  const asked = path.join(bin, 'asked');
  const env = { PATH: `${bin}:${process.env['PATH']}`, ASKED: asked, FAILING: failing };
  const { status, stdout } = spawnSync(path.join(projectRoot, '.ci/run'), [], { encoding: 'utf8', env });
  return { status, last: stdout.trimEnd().split('\n').at(-1), asked: readFileSync(asked, 'utf8').trim().split('\n') };
}

test('all that package.json has for checks and tests is a step', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const suites = Object.keys(scripts).filter((name) => name.startsWith('test:') || ['check', 'synth'].includes(name));
  expect(steps).toEqual(expect.arrayContaining(['cit', ...suites.map((name) => `run ${name}`)]));
});

test('it takes every step, and its last line says that all passed', () => {
  expect(runWith('')).toEqual({ status: 0, last: 'all passed', asked: steps });
});

test.each(steps)('it ends at npm %s when that fails, and its last line says so', (step) => {
  expect(runWith(step)).toEqual({
    status: 1,
    last: `failed: npm ${step}, exit code 1`,
    asked: steps.slice(0, steps.indexOf(step) + 1),
  });
});
