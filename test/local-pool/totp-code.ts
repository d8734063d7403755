import { Secret, TOTP } from 'otpauth';
import type { Clock } from '../../lib/local-pool/clock';

/** The TOTP code of a step: 0 is the one at the pool's time, -1 the one before. */
export function totpCode(secretCode: string | undefined, clock: Clock, step: -1 | 0 | 1 = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secretCode ?? ''), digits: 6, period: 30 });
  return totp.generate({ timestamp: clock.now() + step * 30_000 });
}

/** A code that is certainly wrong: none of the accepted steps has it. */
export function wrongTotpCode(secretCode: string | undefined, clock: Clock): string {
  const right = new Set(([-1, 0, 1] as const).map((step) => totpCode(secretCode, clock, step)));
  const candidates = Array.from({ length: 4 }, (_, index) => String(index).padStart(6, '0'));
  return candidates.find((candidate) => !right.has(candidate)) ?? '';
}
