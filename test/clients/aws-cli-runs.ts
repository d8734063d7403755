import { equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** How a run of the CLI ended. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly problem: string;
}

/** Exit codes of the CLI by its major version (user guide, "Command line return codes"); the first one has older ones. */
const exitCodes = { 1: { refused: 255, misused: 2 }, 2: { refused: 254, misused: 252 } } as const;

/** The AWS CLI on this machine, and nothing of the developer's configuration of it. */
export class AwsCli {
  readonly version: string;
  readonly #command: string;
  readonly #exitCodes: (typeof exitCodes)[1 | 2];

  private constructor(command: string, version: string) {
    this.#command = command;
    this.version = version;
    this.#exitCodes = exitCodes[version.startsWith('aws-cli/1.') ? 1 : 2];
  }

  /** undefined when it is not there. */
  static find(command: string): AwsCli | undefined {
    const { error, status, stdout, stderr } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    // The first version tells it on the other channel where Python is old.
    return error === undefined && status === 0 ? new AwsCli(command, `${stdout}${stderr}`.trim()) : undefined;
  }

  /** What a call that succeeds prints. */
  text(endpoint: string, ...args: readonly string[]): string {
    const { status, output, problem } = this.#run(endpoint, args);
    equal(status, 0, `aws ${args[0] ?? ''} ${args[1] ?? ''}: ${problem}`);
    return output;
  }

  /** What a call that succeeds prints as JSON; nothing is an empty object, as operations without an output print it. */
  json(endpoint: string, ...args: readonly string[]): Record<string, unknown> {
    const output = this.text(endpoint, ...args, '--output', 'json');
    return output === '' ? {} : (JSON.parse(output) as Record<string, unknown>);
  }

  /** Demands that the service refuses a call: `refusal` is what the CLI tells a person, the exit code is for scripts. */
  refused(endpoint: string, refusal: RegExp, ...args: readonly string[]): void {
    const { status, output, problem } = this.#run(endpoint, args);
    equal(status, this.#exitCodes.refused, `aws ${args[1] ?? ''} was not refused: ${problem}`);
    equal(output, '');
    match(problem, refusal);
  }

  /** Demands that the CLI itself refuses a call. */
  misused(endpoint: string, ...args: readonly string[]): void {
    equal(this.#run(endpoint, args).status, this.#exitCodes.misused);
  }

  #run(endpoint: string, args: readonly string[]): Ended {
    const { status, stdout, stderr } = spawnSync(
      this.#command,
      [...args, '--endpoint-url', endpoint, '--region', 'eu-west-1'],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          HOME: '/nonexistent',
          AWS_ACCESS_KEY_ID: 'local',
          AWS_SECRET_ACCESS_KEY: 'local',
          AWS_PAGER: '',
        },
      },
    );
    return { status, output: stdout.trim(), problem: stderr.trim() };
  }
}
