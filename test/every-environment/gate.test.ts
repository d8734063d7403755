import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeSynthesis } from '../../lib/commands/synth-gate';

const workspace = mkdtempSync(join(tmpdir(), 'userpool-range-'));
afterAll(() => rmSync(workspace, { recursive: true }));

test.each([
  ['what is declared', 'ts-node bin/app.ts'],
  ['the range of what can be declared', 'ts-node test/synth-gate/range-app.ts'],
])(
  '%s passes the gate, cdk-nag and strict validator',
  async (_, app) => {
    const directory = join(workspace, 'cdk.out');
    expect(await judgeSynthesis({ directory, env: process.env, app })).toEqual({
      accepted: true,
      problems: [],
      conclusions: [],
    });
  },
  240_000,
);
