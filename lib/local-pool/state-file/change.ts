import type { PoolSettings } from '../settings/pool-settings';
import type { ClientSecret } from '../state/client-store';
import type { User } from '../state/user';
import type { TokenFamily } from '../tokens/token-families';

/**
 * What a state file holds: one change after the other, each record in the place of the one before it. Times are
 * milliseconds since the epoch.
 */
export type Change =
  | { readonly change: 'pool'; readonly pool: PoolRecord }
  | { readonly change: 'pool-removed'; readonly poolId: string }
  | { readonly change: 'client'; readonly client: ClientRecord }
  | {
      readonly change: 'user';
      readonly poolId: string;
      readonly user: User;
      readonly withheld: Withheld | undefined;
    }
  | { readonly change: 'user-removed'; readonly poolId: string; readonly username: string }
  | { readonly change: 'family'; readonly poolId: string; readonly family: TokenFamily }
  | {
      readonly change: 'refresh-token';
      readonly poolId: string;
      readonly refreshToken: string;
      readonly eventId: string;
      /** When another token first took the place of this one; undefined: it is in force. */
      readonly replaced: number | undefined;
    };

/** What is kept of a pool beside what happened to it; everything else is the template's. */
export interface PoolRecord {
  readonly id: string;
  /** The stack that declares it, and its logical id there: `dev/auth/UserPool`. */
  readonly path: string;
  readonly region: string;
  /** Where it was last reached: the issuer of its tokens begins with it. */
  readonly origin: string;
  readonly names: SignInNames;
  /** What its tokens are signed with, PKCS #8 in PEM; undefined until that was needed. */
  readonly keys: { readonly id: string; readonly access: string } | undefined;
}

/** What users sign in with. None of it can change on the service without another pool. */
export type SignInNames = Pick<PoolSettings, 'signInWith' | 'aliases' | 'caseSensitive'>;

/** What is kept of an app client; everything else is the template's. */
export interface ClientRecord {
  readonly id: string;
  readonly poolId: string;
  /** The stack that declares it, and its logical id there. */
  readonly path: string;
  readonly name: string;
  readonly secrets: readonly ClientSecret[];
}

/** What the templates no longer have of a user's: not in force, and back when they have it again. */
export type Withheld = Pick<User, 'groups' | 'attributes' | 'pendingAttributes'>;
