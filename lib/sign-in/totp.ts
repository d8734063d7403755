import { Secret, TOTP } from 'otpauth';
import type { Secrets } from './secrets';

/** RFC 6238 as Cognito uses it: HMAC-SHA-1, six digits, steps of 30 seconds. */
const parameters = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const stepMilliseconds = parameters.period * 1000;

/** A code of the step before is not worth sending so shortly before it becomes too old. */
const marginMilliseconds = 5000;

export interface CodeStep {
  /** Number of 30-second steps since the epoch. */
  readonly step: number;
  /** How long to wait until the service accepts its code: 0 except when three codes are needed within 30 seconds. */
  readonly waitMilliseconds: number;
}

/** The number of the step at that time. */
export function stepAt(now: number): number {
  return Math.floor(now / stepMilliseconds);
}

/** Milliseconds until the next step begins. */
export function untilNextStep(now: number): number {
  return stepMilliseconds - (now % stepMilliseconds);
}

/**
 * The oldest step whose code is accepted and not spent. The service accepts the codes of the steps -1, 0 and +1, each once:
 * with the oldest first, several codes can be used without waiting for the clock.
 */
export function chooseStep(now: number, lastStep: number | undefined): CodeStep {
  const current = stepAt(now);
  const oldest = untilNextStep(now) > marginMilliseconds ? current - 1 : current;
  const step = Math.max(oldest, lastStep === undefined ? oldest : lastStep + 1);
  return { step, waitMilliseconds: Math.max(0, (step - 1) * stepMilliseconds - now) };
}

/** The code of a step. */
export function totpCode(secretCode: string, step: number, secrets: Secrets): string {
  const totp = new TOTP({ ...parameters, secret: Secret.fromBase32(secretCode) });
  return secrets.keep(totp.generate({ timestamp: step * stepMilliseconds }));
}

/** The URI that authenticator apps read from a QR code (Key Uri Format of Google Authenticator). It holds the secret. */
export function otpauthUri(secretCode: string, label: string): string {
  return new TOTP({ ...parameters, secret: Secret.fromBase32(secretCode), issuer: 'userpool', label }).toString();
}
