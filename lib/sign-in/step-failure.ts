import { adviceFor } from './advice';
import { clockIsOff, describeOffset } from './clock-offset';
import type { Secrets } from './secrets';
import type { Target } from './target';

/** Why a step failed, in words that may be shown. */
export interface StepFailure {
  /** The error's name as the service spells it. */
  readonly error: string;
  readonly message: string;
  /** What to try next. */
  readonly next: string;
}

/** Errors that a wrong clock causes. */
const clockSensitive =
  /^(CodeMismatch|ExpiredCode|EnableSoftwareTokenMFA|InvalidSignature|RequestExpired|JwtExpired|JwtNotBefore|SignatureDoesNotMatch|RequestTimeTooSkewed|CodeNotAccepted)/;

const longestMessage = 600;

/** Puts an error into words. What was secret in the journey is hidden, whatever the service repeats of it. */
export function failureOf(thrown: unknown, target: Pick<Target, 'clockOffset'>, secrets: Secrets): StepFailure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const name = nameOf(error);
  const causedByClock = clockIsOff(target) && clockSensitive.test(name);
  const next = adviceFor({ name, message: error.message, code: 'code' in error ? error.code : undefined });
  return {
    error: name,
    message: shorten(secrets.hide(error.message)),
    next: causedByClock ? `${describeOffset(target.clockOffset() ?? 0)} Set it right and run again.` : next,
  };
}

/** The classes of aws-jwt-verify give their errors no name of their own. */
function nameOf(error: Error): string {
  return error.name === 'Error' ? error.constructor.name : error.name;
}

/** After the first lines, a refused signature is followed by the whole request as the service saw it. */
function shorten(message: string): string {
  const [text = ''] = message.split('\n\n');
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}
