import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../../lib/commands/run-node';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'userpool-run-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

test('what a script writes and its exit code come back', async () => {
  const script = 'console.log(process.env.WHO); console.error(process.cwd()); process.exit(3)';
  expect(await runNode({ args: ['-e', script], cwd, env: { WHO: 'somebody' } })).toEqual({
    exitCode: 3,
    stdout: 'somebody\n',
    stderr: `${cwd}\n`,
  });
});

test('a script that a signal has ended has no exit code', async () => {
  const { exitCode } = await runNode({ args: ['-e', 'process.kill(process.pid)'], cwd, env: {} });
  expect(exitCode).toBeUndefined();
});

test('what a script has started is waited for, also when the script has ended before it', async () => {
  const inner = 'setImmediate(() => require("node:fs").writeFileSync("written", ""))';
  const outer = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" }).unref()`;
  await runNode({ args: ['-e', outer], cwd, env: {} });
  expect(readdirSync(cwd)).toEqual(['written']);
});

test('an interruption ends the script and is told', async () => {
  const endless = 'setInterval(() => {}, 1000)';
  await expect(runNode({ args: ['-e', endless], cwd, env: {}, signal: AbortSignal.abort() })).rejects.toThrow(
    'aborted',
  );
});
