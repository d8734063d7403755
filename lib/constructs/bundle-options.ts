import type { BuildOptions } from 'esbuild';

/**
 * How esbuild makes one Lambda bundle: everything in one CommonJS file that runs on Node 20 and later, without paths
 * of the machine in it, so that the same sources always give the same digest.
 *
 * @param entry the handler's source file
 * @param outfile where the bundle goes
 */
export function bundleOptions(entry: string, outfile: string) {
  return {
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // ES modules first: only they can be stripped of what is not used.
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: false,
    sourcemap: false,
    legalComments: 'none',
    // Without this every Japanese character would take six bytes instead of three.
    charset: 'utf8',
  } as const satisfies BuildOptions;
}
