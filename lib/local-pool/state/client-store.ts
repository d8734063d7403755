import { seconds, type Clock } from '../clock';
import { lowercaseAlphanumerics, type Randomness } from '../randomness';
import type { ClientSettings } from '../settings/pool-settings';

/** One of the secrets of a confidential client; while they are exchanged two are active, and either is good. */
export interface ClientSecret {
  readonly id: string;
  readonly value: string;
  readonly created: number;
}

/** An app client with what the service gives it. Records are replaced, never written to; times are milliseconds. */
export interface Client extends ClientSettings {
  readonly id: string;
  /** The oldest active one, which DescribeUserPoolClient tells; undefined for a public client. */
  readonly secret: string | undefined;
  /** Every active one, the oldest first. */
  readonly secrets: readonly ClientSecret[];
  readonly created: number;
  readonly modified: number;
}

/** What changes about a client; its secret follows from its secrets. */
type Change = Partial<ClientSettings & Pick<Client, 'secrets'>>;

/** The app clients of one pool, by id. */
export class ClientStore {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  readonly #clients = new Map<string, Client>();
  #changed: ((id: string) => void) | undefined;

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  get size(): number {
    return this.#clients.size;
  }

  get(id: string): Client | undefined {
    return this.#clients.get(id);
  }

  keys(): IterableIterator<string> {
    return this.#clients.keys();
  }

  /** In order of creation. */
  values(): IterableIterator<Client> {
    return this.#clients.values();
  }

  /**
   * Gives confidential clients the secrets that they had, for whoever keeps them beyond the end of the process.
   * @param changed is told of every change after that
   */
  restoreSecrets(secrets: ReadonlyMap<string, readonly ClientSecret[]>, changed: (id: string) => void): void {
    for (const client of this.#clients.values()) {
      const kept = secrets.get(client.id);
      if (kept !== undefined && kept.length > 0 && client.secret !== undefined)
        this.#store({ ...client, secrets: kept });
    }
    this.#changed = changed;
  }

  /** @param secret default for a confidential client: one that is made up here */
  add(id: string, settings: ClientSettings, secret?: string): Client {
    const now = this.#clock.now();
    const secrets = settings.generateSecret || secret !== undefined ? [this.#newSecret(id, secret, [])] : [];
    return this.#store({ ...settings, id, secret: undefined, secrets, created: now, modified: now });
  }

  /** Applies `change` to the latest record; undefined when the client is gone. */
  update(id: string, change: Change): Client | undefined {
    const latest = this.#clients.get(id);
    return latest && this.#store({ ...latest, ...change, modified: this.#clock.now() });
  }

  remove(id: string): void {
    this.#clients.delete(id);
  }

  /** A further secret for a client, the value given or made up; undefined when the client is gone. */
  addSecret(id: string, value?: string): ClientSecret | undefined {
    const latest = this.#clients.get(id);
    if (latest === undefined) return undefined;
    const secret = this.#newSecret(id, value, latest.secrets);
    this.update(id, { secrets: [...latest.secrets, secret] });
    return secret;
  }

  /** Id as the service forms it: client id and epoch seconds, one more for a second one of the same second. */
  #newSecret(
    clientId: string,
    value: string = this.#randomness.text(52, lowercaseAlphanumerics),
    others: readonly ClientSecret[],
  ): ClientSecret {
    const created = this.#clock.now();
    const newest = others.at(-1);
    const stamp = Math.max(seconds(created), newest === undefined ? 0 : seconds(newest.created) + 1);
    return { id: `${clientId}--${stamp}`, value, created: Math.max(created, stamp * 1000) };
  }

  #store(client: Client): Client {
    const stored = { ...client, secret: client.secrets[0]?.value };
    this.#clients.set(client.id, stored);
    this.#changed?.(client.id);
    return stored;
  }
}
