import type { PoolFacts } from '../pool-facts';
import { answerWithCode } from '../steps/answer-with-code';
import { confirmDevice } from '../steps/confirm-device';
import { noDeviceTracking } from '../steps/no-device-tracking';
import { noSoftwareTokens } from '../steps/no-software-tokens';
import { otherSecretIsRefused } from '../steps/other-secret-is-refused';
import { proveDevice } from '../steps/prove-device';
import { readDeviceBack } from '../steps/read-device-back';
import { refreshTokens } from '../steps/refresh-tokens';
import { refreshWithoutDevice } from '../steps/refresh-without-device';
import { rememberDevice } from '../steps/remember-device';
import { signInAgain } from '../steps/sign-in-again';
import { signInFromDevice } from '../steps/sign-in-from-device';
import { signOut } from '../steps/sign-out';
import { verifyClaims, verifyDeviceClaims } from '../steps/verify-claims';
import { enrolment, newUser } from './enrolment';
import { noWayIn } from './getting-in';
import type { Journey } from './journey';

/** What the journeys with a remembered device ask of a pool and its client. */
export const deviceNeeds = {
  client: { flows: ['USER_SRP_AUTH'] },
  needs:
    'a pool with TOTP whose remembered devices stand in for it ' +
    '(DeviceConfiguration with ChallengeRequiredOnNewDevice true)',

  unsuitable({ pool }: { readonly pool: PoolFacts }) {
    if (pool.deviceTracking?.standsInForMfa === false)
      return 'Remembered devices do not stand in for MFA in this pool (ChallengeRequiredOnNewDevice false).';
    return noSoftwareTokens({ pool }) ?? noDeviceTracking({ pool }) ?? noWayIn(pool);
  },
} as const satisfies Partial<Journey>;

export const rememberedDevice: Journey = {
  ...deviceNeeds,
  name: 'J12',
  what: 'A remembered device stands in for TOTP',

  steps: ({ pool }) => [
    ...newUser,
    ...enrolment(pool),
    signInAgain,
    answerWithCode,
    verifyClaims,
    confirmDevice,
    rememberDevice,
    readDeviceBack,
    otherSecretIsRefused,
    signInFromDevice,
    proveDevice,
    verifyDeviceClaims,
    refreshWithoutDevice,
    refreshTokens,
    signOut,
  ],
};
