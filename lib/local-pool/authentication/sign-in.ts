import type { Client, Pool } from '../pool';
import type { PendingChallenge } from '../state/sessions';
import type { User } from '../state/user';

/** Challenges that this pool offers; the names are those of the wire. */
export type OfferedChallenge = 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';

/** What a sign-in has settled so far. It goes with the session from one request to the next. */
export interface Settled {
  /** The DEVICE_KEY that the client presented. */
  readonly deviceKey: string | undefined;
  /** Whether this sign-in chose a new password; the token trigger then has another source. */
  readonly choseNewPassword: boolean;
  /** Whether the second factor was shown. */
  readonly secondFactorShown: boolean;
}

/** What a challenge must remember between its offer and the answer; each has fields of its own. */
export interface Memory {
  /** MFA_SETUP: whether a code of the proposed authenticator was right (VerifySoftwareToken with this session). */
  readonly softwareTokenVerified?: boolean;
}

/** A sign-in under way: what a session stands for between two requests. */
export interface SignIn extends PendingChallenge, Settled {
  /** The challenge that the next answer must meet. */
  readonly challenge: OfferedChallenge;
  readonly memory: Memory;
}

/** A sign-in in the request that continues it. */
export interface Attempt extends Settled {
  readonly pool: Pool;
  readonly client: Client;
  /** As it stood when this request began; state that matters is read anew through `pool.users`. */
  readonly user: User;
  readonly clientMetadata: Readonly<Record<string, string>>;
}

/** The settled part alone. */
export function settledOf({ deviceKey, choseNewPassword, secondFactorShown }: Settled): Settled {
  return { deviceKey, choseNewPassword, secondFactorShown };
}
