import { readAssembly } from '../../lib/template/assembly';
import type { Assembly, StackArtifact } from '../../lib/template/assembly';
import { assemblyVariable } from './assembly-variable';

let assembly: Assembly | undefined;

/** The assembly that was synthesized for this run: the declared environments and the fixtures. Never write to it. */
export function fixtureAssembly(): Assembly {
  const directory = process.env[assemblyVariable];
  if (directory === undefined) throw new Error(`${assemblyVariable} is not set: is globalSetup in jest.config.mjs?`);
  assembly ??= readAssembly(directory);
  return assembly;
}

/** The stack of a declared environment or of a fixture, by its name. */
export function fixtureStack(environment: string): StackArtifact {
  const { stacks } = fixtureAssembly();
  const stack = stacks.find(({ path }) => path === `${environment}/auth`);
  if (stack !== undefined) return stack;
  throw new Error(`There is no ${environment}/auth; there are ${stacks.map(({ path }) => path).join(', ')}.`);
}
