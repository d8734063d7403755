import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/commands/synth';
import { readAssembly } from '../../lib/template/assembly';
import { capturedIo } from './captured-io';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'userpool-synth-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

// The project itself is what `npm run synth` is for: its templates are long in validation.
const app = "node test/synth-gate/planted-app.js 'nothing to find'";
const flawed = "node test/synth-gate/planted-app.js 'a finding of each kind'";

test('an app with nothing to find passes the gate, and its assembly takes its place', async () => {
  const io = capturedIo({ cwd, env: { ...process.env, CDK_APP: app } });
  expect({ exitCode: await main([], io), written: io.written }).toEqual({
    exitCode: 0,
    written: [`Accepted: no plugin has a finding against any template. The assembly is in ${join(cwd, 'cdk.out')}.`],
  });
  expect(readAssembly(join(cwd, 'cdk.out')).stacks.map(({ path }) => path)).toEqual(['planted/auth']);
});

test('an app with findings is refused: each with its rule and place, and then what to do', async () => {
  const io = capturedIo({ cwd, env: { ...process.env, CDK_APP: flawed } });
  expect(await main([], io)).toBe(1);
  expect(io.written).toContainEqual(
    expect.stringMatching(/^ +\w+ AwsSolutions-COG8 at planted\/auth\/\S+: The Cognito /),
  );
  expect(io.written.slice(-2)).toEqual([
    'Correct what is found. A control that an environment knowingly does not meet is excused under its waivers.',
    `Refused: ${join(cwd, 'cdk.out')} stays as it was.`,
  ]);
});

test('a directory that holds something else is wrong use, and nothing is written', async () => {
  mkdirSync(join(cwd, 'notes'));
  writeFileSync(join(cwd, 'notes', 'thesis.txt'), '');
  const io = capturedIo({ cwd });
  expect(await main(['--output', 'notes'], io)).toBe(2);
  expect(io.problems).toEqual([expect.stringContaining(`${join(cwd, 'notes')} is not empty`)]);
});

test('an unknown option is wrong use, with the usage', async () => {
  const io = capturedIo({ cwd });
  expect(await main(['--fast'], io)).toBe(2);
  expect(io.problems.join('\n')).toContain('Usage: npm run synth');
});
