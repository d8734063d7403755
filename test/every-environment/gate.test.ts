import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeSynthesis } from '../../lib/commands/synth-gate';

const workspace = mkdtempSync(join(tmpdir(), 'userpool-range-'));
afterAll(() => rmSync(workspace, { recursive: true }));

test('the range of what can be declared passes the gate too, cdk-nag and strict validator', async () => {
  const directory = join(workspace, 'cdk.out');
  const app = 'ts-node test/synth-gate/range-app.ts';
  expect(await judgeSynthesis({ directory, env: process.env, app })).toEqual({
    accepted: true,
    problems: [],
    conclusions: [],
  });
}, 240_000);
