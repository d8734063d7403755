import { customChallenge } from './journeys/custom-challenge';
import { forgottenDevice } from './journeys/forgotten-device';
import { forgottenPassword } from './journeys/forgotten-password';
import type { Journey, UnrunJourney } from './journeys/journey';
import { machineToMachine } from './journeys/machine-to-machine';
import { lostAuthenticator } from './journeys/lost-authenticator';
import { mfaByHand } from './journeys/mfa-by-hand';
import { migrationAtForgotPassword, migrationAtSignIn } from './journeys/migration';
import { oneAppForAll } from './journeys/one-app-for-all';
import { passwordSignIn } from './journeys/password-sign-in';
import { rememberedDevice } from './journeys/remembered-device';
import { serverSideSignIn } from './journeys/server-side-sign-in';
import { severalFactors } from './journeys/several-factors';
import { signedOutEverywhere } from './journeys/signed-out-everywhere';
import { temporaryPassword } from './journeys/temporary-password';
import { textMessage } from './journeys/text-message';
import { enrolAfterSignIn, enrolToGetIn } from './journeys/totp';
import type { PoolFacts } from './pool-facts';

export { removeUser as cleanUp } from './steps/remove-user';
export { canBeRun } from './journeys/journey';
export type { Journey, JourneyTitle, UnrunJourney } from './journeys/journey';

/** Every journey, in the order in which they are run. */
export const journeys: readonly (Journey | UnrunJourney)[] = [
  serverSideSignIn,
  passwordSignIn,
  forgottenPassword,
  migrationAtSignIn,
  migrationAtForgotPassword,
  mfaByHand,
  enrolAfterSignIn,
  enrolToGetIn,
  textMessage,
  severalFactors,
  lostAuthenticator,
  rememberedDevice,
  forgottenDevice,
  oneAppForAll,
  machineToMachine,
  temporaryPassword,
  signedOutEverywhere,
  customChallenge,
];

/** Those that one user can be taken through by itself: the ways to sign in with TOTP. */
export const signInJourneys: readonly Journey[] = [enrolAfterSignIn, enrolToGetIn, rememberedDevice];

/** The journey that the MFA of a pool asks for. */
export function usualJourney({ mfa }: Pick<PoolFacts, 'mfa'>): Journey {
  return mfa === 'ON' ? enrolToGetIn : enrolAfterSignIn;
}
