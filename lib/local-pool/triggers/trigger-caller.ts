import type { PoolSettings } from '../settings/pool-settings';
import type { LambdaRuntime } from './lambda';

/** On whose behalf a trigger runs. */
export interface TriggerCaller {
  readonly pool: {
    readonly id: string;
    readonly settings: Pick<PoolSettings, 'region' | 'triggers' | 'email'>;
    readonly lambda: LambdaRuntime;
  };
  /** The app client of the request; undefined for operations that name none (Admin operations). */
  readonly clientId: string | undefined;
}

/** The user as an event shows it. */
export interface TriggerUser {
  /** The stored username. */
  readonly username: string;
  /** With `sub` and `cognito:user_status` once the user exists. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A map that the app sends along and that reaches the trigger alone. */
export type Metadata = Readonly<Record<string, string>>;

/** What the app sent along, for an event; undefined for a map without entries too, as the service shows none then. */
export function sentAlong(metadata: Metadata | undefined): Metadata | undefined {
  return metadata === undefined || Object.keys(metadata).length === 0 ? undefined : metadata;
}
