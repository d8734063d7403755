import { Secret, TOTP } from 'otpauth';
import { equalSecrets } from '../constant-time';
import type { Randomness } from '../randomness';
import type { SoftwareToken } from '../state/user';

/** RFC 6238 with the service's parameters: HMAC-SHA-1, six digits, steps of 30 seconds. */
const period = 30;
/** Codes of the step before and after are accepted too (developer guide: 30 seconds either way). */
const tolerance = 1;

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new shared secret: 256 bits, Base32 without padding. */
export function makeSecret(randomness: Randomness): string {
  return randomness.text(52, base32);
}

export type CodeCheck =
  | { readonly outcome: 'accepted'; readonly step: number }
  | { readonly outcome: 'wrong' }
  /** The code is right, but its step was accepted before: each code counts once (RFC 6238 section 5.2). */
  | { readonly outcome: 'already-used' };

/** Holds `code` against `secret` at `now` (milliseconds). */
export function checkCode(secret: string, code: string, now: number, spentSteps: readonly number[]): CodeCheck {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });
  // Two steps can share a code, so each is looked at: the one that is spent must not hide the one that is not.
  let fits = false;
  for (const step of reachableSteps(now)) {
    if (!equalSecrets(totp.generate({ timestamp: step * period * 1000 }), code)) continue;
    if (!spentSteps.includes(step)) return { outcome: 'accepted', step };
    fits = true;
  }
  return { outcome: fits ? 'already-used' : 'wrong' };
}

/** The token after `step` was accepted; steps that no code can reach any more are dropped. */
export function spendStep(token: SoftwareToken, step: number, now: number): SoftwareToken {
  const reachable = token.spentSteps.filter((spent) => spent >= stepAt(now) - tolerance);
  return { ...token, spentSteps: [...reachable, step] };
}

/** The steps whose codes are accepted at `now`, that of now first: it is the one that is shown nearly always. */
function reachableSteps(now: number): readonly number[] {
  const current = stepAt(now);
  return [current, current - tolerance, current + tolerance];
}

function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / period);
}
