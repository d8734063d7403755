import { resolve } from 'node:path';
import { npmCommand, readCommandLine } from './command-line';
import type { Io } from './io';
import type { Judgement } from './judgement';
import { requireProject } from './project-root';
import { reportError } from './report-error';
import { judgeSynthesis } from './synth-gate';
import type { Conclusion, Finding } from './validation-report';

/** `npm run synth`: 0 when the assembly is accepted, 1 when something speaks against it, 2 for wrong use. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const command = npmCommand('synth', 'Synthesizes every stack, and refuses the result when any plugin has a finding.')
    .option('--output <dir>', 'where the cloud assembly goes when it is accepted', 'cdk.out')
    .option('--sandbox <name>', 'synthesize a copy of the sandbox too, under the name dev-NAME');
  try {
    const line = readCommandLine<{ readonly output: string; readonly sandbox?: string }>(command, args, io);
    if (line.kind === 'done') return line.exitCode;
    requireProject('synth');
    const { output, sandbox } = line.options;
    const directory = resolve(io.cwd, output);
    const context = sandbox === undefined ? {} : { sandbox };
    const judgement = await judgeSynthesis({ directory, env: io.env, context, signal: io.signal });
    for (const text of linesOf(judgement, directory)) io.out(text);
    return judgement.accepted ? 0 : 1;
  } catch (error) {
    return reportError(error, io);
  }
}

function linesOf({ accepted, problems, conclusions }: Judgement, directory: string): readonly string[] {
  const verdict = accepted
    ? `Accepted: no plugin has a finding against any template. The assembly is in ${directory}.`
    : `Refused: ${directory} stays as it was.`;
  const isFound = conclusions.some(({ findings }) => findings.length > 0);
  return [...conclusions.flatMap(conclusionLines), ...problems, ...(isFound ? [advice] : []), verdict];
}

const advice =
  'Correct what is found. A control that an environment knowingly does not meet is excused under its waivers.';

function conclusionLines({ plugin, passed, findings, error }: Conclusion): readonly string[] {
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  return [
    `${passed ? 'success' : 'failure'}  ${plugin}  ${error ?? count}`,
    ...findings.map((found) => `         ${findingLine(found)}`),
  ];
}

function findingLine({ severity, rule, description, constructs }: Finding): string {
  const where = constructs.length > 0 ? constructs.join(', ') : 'no construct named';
  return `${severity} ${rule} at ${where}: ${description}`;
}
