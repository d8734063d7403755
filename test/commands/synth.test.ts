import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotTexts } from '../../lib/commands/snapshot';
import { main } from '../../lib/commands/synth';
import { readAssembly } from '../../lib/template/assembly';
import { fixtureAssembly } from '../synthesis/assembly';
import { capturedIo } from './captured-io';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'userpool-synth-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

test('the project passes its own gate, strict validator and all, with the templates that every other test reads', async () => {
  const io = capturedIo({ cwd });
  const exitCode = await main([], io);
  expect({ exitCode, ...io }).toMatchObject({
    exitCode: 0,
    written: [`Accepted: no plugin has a finding against any template. The assembly is in ${join(cwd, 'cdk.out')}.`],
  });
  const accepted = snapshotTexts(readAssembly(join(cwd, 'cdk.out')));
  const tested = snapshotTexts(fixtureAssembly());
  expect([...accepted.keys()]).toEqual([
    'dev/auth.json',
    'staging/auth.json',
    'prod/certificate.json',
    'prod/auth.json',
  ]);
  for (const [file, text] of accepted) expect(text).toBe(tested.get(file));
}, 120_000);

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
