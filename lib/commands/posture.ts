import { join, relative, sep } from 'node:path';
import { fieldLocator } from '../environments/field-place';
import type { Posture } from '../posture/evaluate';
import { renderJson } from '../posture/report-json';
import { renderMarkdown } from '../posture/report-markdown';
import { renderSarif } from '../posture/report-sarif';
import { isStopped, stopsOf } from '../posture/thresholds';
import { waiverSentence } from '../posture/wording';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { writeOutput } from './output-option';
import { readPolicyFile } from './policy-option';
import { readPostureOptions } from './posture-options';
import type { PostureOptions } from './posture-options';
import { dateOf, pickPosture, posturesOf } from './postures';
import { projectRoot } from './project-root';
import { reportError } from './report-error';
import { UsageError } from './usage-error';

/** `npm run posture`: 0 when nothing stops an environment, 1 when something does, 2 for wrong use. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const line = readPostureOptions(args, io);
    if (line.kind === 'done') return line.exitCode;
    const { options } = line;
    const policy = await readPolicyFile(options.policy, io);
    const assembly = await findAssembly(options.assembly, io);
    const all = posturesOf(assembly, dateOf(new Date()), policy);
    if (all.length === 0) {
      throw new UsageError(`${assembly.directory} has nothing of Cognito. Name another assembly with --assembly.`);
    }
    const postures = options.env === undefined ? all : [pickPosture(all, options.env)];
    await writeOutput(rendered(postures, assembly.directory, options, io), outputOf(options), io);
    for (const posture of postures) io.err(standing(posture));
    return postures.some(isStopped) ? 1 : 0;
  } catch (error) {
    return reportError(error, io);
  }
}

function rendered(postures: readonly Posture[], directory: string, { format }: PostureOptions, io: Io): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(postures);
    case 'json':
      return renderJson(postures);
    case 'sarif': {
      const readFrom = relative(io.cwd, join(directory, 'manifest.json')).split(sep).join('/');
      return renderSarif(postures, { locate: fieldLocator(projectRoot), readFrom });
    }
  }
}

function outputOf({ format, env, assembly, output }: PostureOptions): string | undefined {
  const whole = format === 'markdown' && env === undefined && assembly === undefined;
  return output ?? (whole ? 'POSTURE.md' : undefined);
}

function standing(posture: Posture): string {
  const { results, waiverFindings } = stopsOf(posture);
  const count = (verdict: string) => posture.results.filter((result) => result.verdict === verdict).length;
  const reasons = [
    ...results.map(({ control, severity }) => `  ${severity} ${control.id}: ${control.what}`),
    ...waiverFindings.map((finding) => `  ${waiverSentence(finding)}`),
  ];
  const counts = `${count('pass')} pass, ${count('fail')} fail, ${count('waived')} waived, ${count('unknown')} unknown`;
  const outcome = reasons.length === 0 ? 'nothing stops it' : 'stopped by';
  return [`${posture.subject.name}: ${counts}; ${outcome}`, ...reasons].join('\n');
}
