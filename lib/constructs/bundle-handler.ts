import { buildSync } from 'esbuild';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOptions } from './bundle-options';

const lambda = join(__dirname, '..', '..', 'lambda');

/** What each handler below lambda/ was bundled to, by its file. */
let bundles: ReadonlyMap<string, Uint8Array> | undefined;

/** Bundles the handler in `entry` into `outfile`; esbuild prints what is wrong with a handler and throws. */
export function bundleHandler(entry: string, outfile: string): void {
  bundles ??= bundleEvery(handlers());
  const bundle = bundles.get(entry) ?? bundleEvery([entry]).get(entry);
  if (bundle === undefined) throw new TypeError(`esbuild made no bundle of ${entry}`);
  writeFileSync(outfile, bundle);
}

/** All of them in one run: to start esbuild takes longer than to bundle one more. */
function bundleEvery(entries: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const named = entries.map((entry, index) => ({ in: entry, out: String(index) }));
  const { outputFiles } = buildSync({ ...bundleOptions(named), outdir: lambda, write: false });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  return new Map(
    entries.flatMap((entry, index) => {
      const contents = files.get(join(lambda, `${index}.js`));
      return contents === undefined ? [] : [[entry, contents]];
    }),
  );
}

function handlers(): readonly string[] {
  return readdirSync(lambda)
    .map((folder) => join(lambda, folder, 'handler.ts'))
    .filter((file) => existsSync(file));
}
