import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeSynthesis } from '../lib/commands/synth-gate';
import { memoryVariable } from './memory-report';

export interface Measured {
  readonly milliseconds: number;
  /** Peak resident memory of the CDK app; undefined where it does not report it. */
  readonly bytes: number | undefined;
}

export interface Subject {
  /** The command that runs the CDK app; undefined: that of cdk.json. */
  readonly app?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * Measures one run of the gate, as `npm run synth` runs it: the CDK's command line, the app, the validators.
 *
 * @throws Error when the assembly is not accepted: what ends early is fast
 */
export async function measure({ app, context = {} }: Subject, now: () => number): Promise<Measured> {
  const workspace = await mkdtemp(join(tmpdir(), 'userpool-bench-'));
  try {
    const memoryFile = join(workspace, 'memory');
    const began = now();
    const judgement = await judgeSynthesis({
      directory: join(workspace, 'assembly'),
      env: { ...process.env, [memoryVariable]: memoryFile },
      context,
      ...(app !== undefined && { app }),
    });
    const milliseconds = now() - began;
    if (!judgement.accepted) {
      const findings = judgement.conclusions.flatMap((each) => each.findings.map(({ rule }) => rule));
      throw new Error(`The assembly is not accepted: ${[...judgement.problems, ...findings].join('\n')}`);
    }
    const bytes = await readFile(memoryFile, 'utf8').then(Number, () => undefined);
    return { milliseconds, bytes };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** The fastest of several runs of each subject, taken in turn, so that what else the machine does falls on all alike. */
export async function fastest(
  subjects: readonly Subject[],
  rounds: number,
  now: () => number,
): Promise<readonly Measured[]> {
  const runs: Measured[][] = subjects.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, subject] of subjects.entries()) runs[index]?.push(await measure(subject, now));
  }
  return runs.map((each) => each.reduce((best, next) => (next.milliseconds < best.milliseconds ? next : best)));
}
