import { alignedTable } from '../lib/commands/aligned-table';
import { bounds } from './bounds';
import { fastest } from './measure';

const counts = [1, 10, 100];
const rounds = 3;

/** `npm run bench:synth`: 0 when every bound holds, 1 when one does not, 2 when nothing can be measured. */
async function main(): Promise<number> {
  const now = () => performance.now();
  const [empty, declared] = await fastest([{ app: 'ts-node bench/empty-app.ts' }, {}], rounds, now);
  const subjects = counts.map((count) => ({
    app: 'ts-node bench/generated-app.ts',
    context: { environments: String(count) },
  }));
  // A hundred take long enough to be told from chance.
  const generated = await fastest(subjects, 1, now);
  if (empty === undefined || declared === undefined) throw new TypeError('two subjects have two measurements');
  const judged = bounds({
    empty: empty.milliseconds,
    declared: declared.milliseconds,
    generated: counts.map((count, index) => {
      const { milliseconds, bytes } = generated[index] ?? {};
      if (milliseconds === undefined || bytes === undefined)
        throw new TypeError(`${count} environments: no measurement`);
      return { count, milliseconds, bytes };
    }),
  });
  const rows = judged.map(({ what, measured, atMost, unit }) => [
    what,
    measured.toFixed(unit === 'times' ? 2 : 0),
    String(atMost),
    unit,
    measured <= atMost ? 'holds' : 'BROKEN',
  ]);
  const times = [
    ['empty app', empty.milliseconds],
    ['all environments', declared.milliseconds],
  ] as const;
  for (const [what, milliseconds] of times)
    console.log(`${what}: ${milliseconds.toFixed(0)} ms, the fastest of ${rounds}`);
  for (const [index, count] of counts.entries())
    console.log(`${count} generated: ${generated[index]?.milliseconds.toFixed(0)} ms`);
  console.log('');
  for (const line of alignedTable([['bound', 'measured', 'at most', '', ''], ...rows], [1, 2])) console.log(line);
  return judged.every(({ measured, atMost }) => measured <= atMost) ? 0 : 1;
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
