import { everyFlow } from '../choose-client';
import type { PoolFacts } from '../pool-facts';
import type { Step } from '../step';
import { answerWithCode } from '../steps/answer-with-code';
import { confirmDevice } from '../steps/confirm-device';
import { readUserBack } from '../steps/read-user-back';
import { refreshIsRefused } from '../steps/refresh-is-refused';
import { refreshTokens } from '../steps/refresh-tokens';
import { signInAgain, signInAgainWithPassword } from '../steps/sign-in-again';
import { signOut } from '../steps/sign-out';
import { signOutEverywhere } from '../steps/sign-out-everywhere';
import { verifyClaims } from '../steps/verify-claims';
import { enrolment } from './enrolment';
import type { Journey } from './journey';

function steps(pool: Pick<PoolFacts, 'mfa' | 'softwareTokens'>): readonly Step[] {
  return [
    ...enrolment(pool),
    readUserBack,
    signOutEverywhere,
    pool.softwareTokens ? signInAgain : signInAgainWithPassword,
    answerWithCode,
    verifyClaims,
    confirmDevice,
    refreshTokens,
    signOut,
    refreshIsRefused,
  ];
}

export const enrolAfterSignIn: Journey = {
  name: 'J7',
  what: 'A user enrols TOTP after signing in',
  flows: everyFlow,
  needs: 'a pool that lets a user in without a second factor (MfaConfiguration OPTIONAL or OFF)',
  unsuitable: ({ mfa }) => (mfa === 'ON' ? 'MFA is required in this pool (MfaConfiguration ON).' : undefined),
  steps,
};

export const enrolToGetIn: Journey = {
  name: 'J8',
  what: 'A user must enrol TOTP to get in',
  flows: everyFlow,
  needs: 'a pool where MFA is required, TOTP among the factors (MfaConfiguration ON)',
  unsuitable({ mfa, softwareTokens }) {
    if (mfa !== 'ON') return `MFA is not required in this pool (MfaConfiguration ${mfa}).`;
    return softwareTokens ? undefined : 'TOTP is no factor of this pool (EnabledMfas).';
  },
  steps,
};
