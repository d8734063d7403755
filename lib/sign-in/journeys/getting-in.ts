import type { PoolFacts } from '../pool-facts';
import type { Step } from '../step';
import { answerWithCode } from '../steps/answer-with-code';
import { signInAgain, signInAgainWithPassword } from '../steps/sign-in-again';
import { signInWithPassword } from '../steps/sign-in-with-password';
import { verifyFirstTokens } from '../steps/verify-first-tokens';
import { enrolment } from './enrolment';

/** How a new user gets tokens for the first time: with an authenticator only where the pool asks for one. */
export function firstSignIn(pool: Pick<PoolFacts, 'mfa'>): readonly Step[] {
  return pool.mfa === 'ON' ? enrolment(pool) : [signInWithPassword, verifyFirstTokens];
}

/** How the same user gets tokens from then on. */
export function nextSignIn({ mfa }: Pick<PoolFacts, 'mfa'>): readonly Step[] {
  return mfa === 'ON' ? [signInAgain, answerWithCode] : [signInAgainWithPassword];
}

/** Why a new user cannot get in by {@link firstSignIn}. */
export function noWayIn({ mfa, softwareTokens, factors }: PoolFacts): string | undefined {
  if (mfa !== 'ON') return undefined;
  if (!softwareTokens) return 'MFA is required in this pool, and TOTP is no factor of it (EnabledMfas).';
  return factors.includes('EMAIL_OTP')
    ? 'MFA is required in this pool, and a code by e-mail may be asked for before TOTP is enrolled (EnabledMfas).'
    : undefined;
}

/** What {@link noWayIn} asks for, as part of a sentence. */
export const wayIn = 'lets a new user in by the password, or by enrolling TOTP where MFA is required';
