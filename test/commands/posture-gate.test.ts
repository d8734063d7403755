import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import { judgeSynthesis } from '../../lib/commands/synth-gate';

const workspace = mkdtempSync(join(tmpdir(), 'userpool-posture-gate-'));
afterAll(() => rmSync(workspace, { recursive: true }));

test('the gate refuses production for a control that fails there, and not for the same in the sandbox', async () => {
  const app = 'ts-node test/synth-gate/weakened-app.ts';
  const directory = join(workspace, 'cdk.out');
  const { accepted, conclusions } = await judgeSynthesis({ directory, env: process.env, app });
  const lines = readFileSync(join(projectRoot, 'lib/environments/prod.ts'), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.startsWith('  verificationBeforeUpdate:')) + 1;
  expect(accepted).toBe(false);
  expect(conclusions).toMatchObject([
    {
      plugin: 'Posture',
      passed: false,
      findings: [
        {
          rule: 'CGN-ACC-02',
          severity: 'fatal',
          constructs: ['prod/auth/UserPool/Resource'],
          description: expect.stringContaining(`(verificationBeforeUpdate at lib/environments/prod.ts:${line})`),
        },
      ],
    },
  ]);
  expect(readdirSync(workspace)).toEqual([]);
}, 240_000);
