import { projectRoot } from '../../lib/commands/project-root';
import { runNode } from '../../lib/commands/run-node';

const userpool = (...args: string[]) =>
  runNode({ args: ['-r', 'ts-node/register', 'bin/userpool.ts', ...args], cwd: projectRoot, env: process.env });

test('an unknown command is wrong use: exit code 2, with the commands that there are', async () => {
  const { exitCode, stderr } = await userpool('sing-in');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/unknown command 'sing-in'[^]*sign-in[^]*local[^]*synth[^]*snapshot/);
});

test('no command at all is wrong use', async () => {
  const { exitCode, stderr } = await userpool();
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Usage: userpool');
});

test('the options of a command are its own, --help included', async () => {
  const { exitCode, stdout } = await userpool('sign-in', '--help');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Usage: npm run sign-in --');
});
