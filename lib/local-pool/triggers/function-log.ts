import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Receives what a function prints, line by line, each with the name of the function before it. */
export type LogSink = (line: string) => void;

/** Hands every line of `output` to `log`; the last one also without a line break. */
export function forwardLines(output: Readable, functionName: string, log: LogSink): void {
  createInterface({ input: output, crlfDelay: Infinity }).on('line', (line) => log(`${functionName}: ${line}`));
}
