import type { Client, Pool } from '../pool';
import type { PendingChallenge } from '../state/sessions';
import type { User } from '../state/user';

/** Challenges that this pool offers; the names are those of the wire. */
export type OfferedChallenge = 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';

/** A sign-in under way: what a session stands for between two requests. */
export interface SignIn extends PendingChallenge {
  /** The challenge that the next answer must meet. */
  readonly challenge: OfferedChallenge;
  /** The DEVICE_KEY that the client presented at the start. */
  readonly deviceKey: string | undefined;
  /** Whether this sign-in chose a new password; the token trigger then has another source. */
  readonly choseNewPassword: boolean;
  /** Whether a code of the proposed authenticator was right (VerifySoftwareToken with this session). */
  readonly softwareTokenVerified: boolean;
}

/** The parts of a sign-in that do not depend on the challenge asked. */
export interface Attempt {
  readonly pool: Pool;
  readonly client: Client;
  /** As it stood when this request began; state that matters is read anew through `pool.users`. */
  readonly user: User;
  readonly deviceKey: string | undefined;
  readonly choseNewPassword: boolean;
  /** Whether the second factor was shown in this sign-in. */
  readonly secondFactorShown: boolean;
  readonly clientMetadata: Readonly<Record<string, string>>;
}
