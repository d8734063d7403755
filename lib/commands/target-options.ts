import { Option } from 'commander';
import type { Command } from 'commander';

/** Adds what every command with a journey asks first: which environment, on which machine, from which assembly. */
export function withTarget(command: Command): Command {
  return command
    .option('--env <name>', 'environment: stage, path or name of a stack in the assembly', 'dev')
    .option('--pool <name>', 'path, logical id or name of the user pool, where the stack has several')
    .addOption(
      new Option('--target <where>', 'the pool on this machine, or the deployed one')
        .choices(['local', 'aws'])
        .default('local'),
    )
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)');
}
