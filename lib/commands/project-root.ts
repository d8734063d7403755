import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage-error';

/** The folder of cdk.json; in the installed package, the folder of what is built, which has none. */
export const projectRoot = join(__dirname, '..', '..');

/** Whether there are environments to synthesize. The installed package has none: it works on the assemblies of others. */
export function isProject(root = projectRoot): boolean {
  return existsSync(join(root, 'cdk.json'));
}

/** @throws UsageError outside the project, for a command that works on its environments */
export function requireProject(command: string, root = projectRoot): void {
  if (isProject(root)) return;
  throw new UsageError(
    `userpool ${command} works on the environments of the userpool project, and the installed package has none. ` +
      'Synthesize your own app with npx cdk synth, and name its assembly: userpool posture --assembly cdk.out',
  );
}
