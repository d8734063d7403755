import type { LogLine } from './log-line';
import { TriggerError } from './trigger-error';

const framesShown = 5;

/**
 * What the log says of a failed invocation. An error of this project is logged with its message and facts. Of any other
 * only the name and the place are: its message may quote a password or an address.
 */
export function failureLine(trigger: string, requestId: string, error: unknown): LogLine {
  const failure = { event: 'trigger-failed', trigger, requestId };
  if (error instanceof TriggerError) {
    return { ...error.facts, ...failure, error: error.name, message: error.message };
  }
  if (error instanceof Error) return { ...failure, error: error.name, frames: framesOf(error.stack ?? '') };
  return { ...failure, error: typeof error };
}

/** The lines of a stack that name a place in the code; the message above them is left out. */
function framesOf(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at (\S+ )*\(?\S+:\d+:\d+\)?$/.test(line))
    .slice(0, framesShown)
    .map((line) => line.trim());
}
