import { buildSync } from 'esbuild';
import { bundleOptions } from './bundle-options';

/** Bundles the handler in `entry` into `outfile`; esbuild prints what is wrong with a handler and throws. */
export function bundleHandler(entry: string, outfile: string): void {
  buildSync(bundleOptions(entry, outfile));
}
