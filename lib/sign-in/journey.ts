import type { Journey } from './journeys/journey';
import { rememberedDevice } from './journeys/remembered-device';
import { enrolAfterSignIn, enrolToGetIn } from './journeys/totp';
import type { PoolFacts } from './pool-facts';
import type { Step } from './step';

export { removeUser as cleanUp } from './steps/remove-user';
export type { Journey } from './journeys/journey';

/** Every journey, in the order in which they are run. */
export const journeys: readonly Journey[] = [enrolAfterSignIn, enrolToGetIn, rememberedDevice];

/** The journey that the MFA of a pool asks for. */
export function usualJourney({ mfa }: Pick<PoolFacts, 'mfa'>): Journey {
  return mfa === 'ON' ? enrolToGetIn : enrolAfterSignIn;
}

/** The steps that any user pool with these settings must pass, in order. The clean-up comes after them in any case. */
export function journeyFor(pool: Pick<PoolFacts, 'mfa' | 'softwareTokens'>): readonly Step[] {
  return usualJourney(pool).steps(pool);
}
