import { isProject, projectRoot, requireProject } from '../../lib/commands/project-root';
import { UsageError } from '../../lib/commands/usage-error';
import { directoryWith, removeDirectories } from '../template/assembly-on-disk';

afterAll(removeDirectories);

test('the folder with cdk.json is the project', () => {
  expect(isProject()).toBe(true);
  expect(() => requireProject('synth', projectRoot)).not.toThrow();
});

test('a folder without cdk.json is none, and a command that needs the project says what to do instead', () => {
  const installed = directoryWith({ 'package.json': {} });
  expect(isProject(installed)).toBe(false);
  expect(() => requireProject('synth', installed)).toThrow(UsageError);
  expect(() => requireProject('synth', installed)).toThrow(/userpool synth .* npx cdk synth/);
});
