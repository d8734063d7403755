import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignedTable } from '../../../lib/commands/aligned-table';
import { npmCommand, readCommandLine } from '../../../lib/commands/command-line';
import type { Io } from '../../../lib/commands/io';
import { projectRoot } from '../../../lib/commands/project-root';
import { withSection } from '../../../lib/local-pool/page-section';
import { corpus } from '../corpus';
import { comparePairs } from './compared-pairs';
import { inWords } from './diff-says';
import { countsOf } from './figures';
import type { Count } from './figures';

/** The page that quotes the counts. */
export const page = join(projectRoot, 'docs', 'review.md');

/**
 * `npm run review:compare`: 0, or 2 for wrong use.
 *
 * @param file the page that --write brings up to date
 */
export function main(args: readonly string[], io: Pick<Io, 'out' | 'err'>, file = page): number {
  const command = npmCommand(
    'review:compare',
    'Shows what @aws-cdk/cloudformation-diff says beside the review, pair by pair of test/review/corpus.',
  )
    .option('--json', 'the same for machines')
    .option('--write', 'also bring the counts in docs/review.md up to date');
  const line = readCommandLine<{ readonly json?: true; readonly write?: true }>(command, args, io);
  if (line.kind === 'done') return line.exitCode;
  const pairs = comparePairs(corpus);
  const counts = countsOf(pairs);
  if (line.options.write === true) writeFileSync(file, withCounts(readFileSync(file, 'utf8'), counts));
  if (line.options.json === true) {
    io.out(JSON.stringify({ pairs, counts }, undefined, 2));
    return 0;
  }
  const rows = pairs.map(({ title, templatesDiffer, diff, verdicts }) => [
    title,
    templatesDiffer ? inWords(diff) : 'the templates are the same',
    diff.security,
    verdicts.join(', ') || 'no change',
  ]);
  const head = ['pair', 'cloudformation-diff', 'under security', 'review'];
  for (const row of alignedTable([head, ...rows], [])) io.out(row);
  io.out('');
  io.out(renderCounts(counts));
  return 0;
}

/** A page with these counts in it. */
export function withCounts(text: string, counts: readonly Count[]): string {
  return withSection(text, 'compared', `\`\`\`\n${renderCounts(counts)}\n\`\`\``);
}

/** A line for each count. */
export function renderCounts(counts: readonly Count[]): string {
  return alignedTable(
    counts.map(({ what, count }) => [String(count), what]),
    [0],
  ).join('\n');
}
