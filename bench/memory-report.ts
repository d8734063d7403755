import { writeFileSync } from 'node:fs';

/** Names the file that an app writes its peak memory to: the app is a process below that of the CDK's command line. */
export const memoryVariable = 'BENCH_MEMORY_FILE';

/** Writes the peak resident memory of this process, in bytes, when it ends. */
export function reportMemory(): void {
  const file = process.env[memoryVariable];
  if (file === undefined) return;
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)));
}
