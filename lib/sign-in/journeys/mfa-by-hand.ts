import { anyPasswordClient } from '../choose-client';
import { confirmDevice } from '../steps/confirm-device';
import { refreshTokens } from '../steps/refresh-tokens';
import { signInAgainWithPassword } from '../steps/sign-in-again';
import { factorWithoutMfaIsRefused, mfaWithoutFactorIsRefused, readMfaOff, switchMfaOn } from '../steps/switch-mfa-on';
import { verifyClaims } from '../steps/verify-claims';
import { newUser } from './enrolment';
import { firstSignIn } from './getting-in';
import type { Journey } from './journey';

export const mfaByHand: Journey = {
  name: 'J6',
  what: 'An operator switches MFA on for the pool',
  client: anyPasswordClient,
  needs: 'a pool of its own where MFA is off (MfaConfiguration OFF)',

  unsuitable({ pool, ownPool }) {
    if (!ownPool) return 'It changes the settings of the pool, and this pool is used by others.';
    return pool.mfa === 'OFF' ? undefined : `MFA is on already in this pool (MfaConfiguration ${pool.mfa}).`;
  },

  steps: ({ pool }) => [
    ...newUser,
    ...firstSignIn(pool),
    confirmDevice,
    readMfaOff,
    factorWithoutMfaIsRefused,
    mfaWithoutFactorIsRefused,
    switchMfaOn,
    refreshTokens,
    signInAgainWithPassword,
    verifyClaims,
  ],
};
