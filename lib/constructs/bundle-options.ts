import type { BuildOptions } from 'esbuild';

/**
 * How esbuild makes Lambda bundles: each is one CommonJS file with everything in it that runs on Node 20 and later, without paths
 * of the machine in it, so that the same sources always give the same digest.
 *
 * @param entryPoints the source files of the handlers, each with the name of its bundle
 */
export function bundleOptions(entryPoints: { readonly in: string; readonly out: string }[]) {
  return {
    entryPoints,
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
