import { ResourceNotFoundException, UserNotFoundException, type ServiceException } from './wire/exceptions';
import type { Clock } from './clock';
import { alphanumerics, lowercaseAlphanumerics, type Randomness } from './randomness';
import type { SignIn } from './authentication/sign-in';
import { AuthorizationCodes } from './managed-login/authorization-codes';
import { BrowserState } from './managed-login/browser-state';
import type { MfaSettings, PoolSettings } from './settings/pool-settings';
import type { KmsKeys } from './stand-ins/kms-key';
import { ClientStore, type Client } from './state/client-store';
import { AttemptLimits } from './state/attempt-limits';
import { Codes } from './state/codes';
import { FailedPasswords } from './state/failed-passwords';
import type { Inbox } from './state/inbox';
import { Sessions, type SignUpSession } from './state/sessions';
import { StoredConfiguration } from './state/stored-configuration';
import type { User } from './state/user';
import { UserDirectory } from './state/user-directory';
import { noSessionTracking } from './tokens/session-tracking';
import type { SigningKeys } from './tokens/signing-keys';
import { TokenFamilies } from './tokens/token-families';
import type { LambdaRuntime } from './triggers/lambda';

export type { Client } from './state/client-store';

/** The `iss` of the tokens: the pool under the address at which this process answers. */
export function issuerOf(origin: string, poolId: string): string {
  return `${origin}/${poolId}`;
}

/** What a pool needs from the machine it runs on. */
export interface PoolEnvironment {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly lambda: LambdaRuntime;
  readonly inbox: Inbox;
  readonly kmsKeys: KmsKeys;
  /** One line about what no request is told. */
  readonly log: (line: string) => void;
  /** Where the pool can be reached, for instance http://localhost:9229. */
  readonly origin: string;
  readonly keys: Promise<SigningKeys>;
}

/** One user pool: its settings and everything that happened to it since the start. */
export class Pool implements PoolEnvironment {
  readonly id: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly lambda: LambdaRuntime;
  readonly inbox: Inbox;
  readonly kmsKeys: KmsKeys;
  readonly log: (line: string) => void;
  readonly origin: string;
  readonly created: number;
  readonly clients: ClientStore;
  readonly users: UserDirectory;
  readonly codes: Codes;
  readonly failedPasswords: FailedPasswords;
  readonly attemptLimits: AttemptLimits;
  readonly sessions: Sessions<SignIn>;
  /** Sign-ups under way that may end in a sign-in (USER_AUTH). */
  readonly signUps: Sessions<SignUpSession>;
  readonly families: TokenFamilies;
  readonly authorizationCodes: AuthorizationCodes;
  /** What the pages of managed login know of browsers. */
  readonly browserState: BrowserState;
  readonly stored = new StoredConfiguration();
  /** Replaced by SetUserPoolSessionConfiguration; no property of a template says anything of it. */
  sessionTracking = noSessionTracking;
  /** Known to this pool alone: what is invented for names without a user is derived from it. */
  readonly simulationKey: Buffer;
  readonly #environment: PoolEnvironment;
  #settings: PoolSettings;
  #modified: number;

  constructor(identity: PoolIdentity, settings: PoolSettings, environment: PoolEnvironment) {
    const { clock, randomness } = environment;
    this.id = identity.poolId;
    this.#settings = settings;
    this.clock = clock;
    this.randomness = randomness;
    this.lambda = environment.lambda;
    this.inbox = environment.inbox;
    this.kmsKeys = environment.kmsKeys;
    this.log = environment.log;
    this.origin = environment.origin;
    this.#environment = environment;
    this.created = clock.now();
    this.#modified = this.created;
    this.clients = new ClientStore(clock, randomness);
    for (const client of settings.clients) {
      const id = identity.clientIds[client.logicalId];
      if (id === undefined) throw new TypeError(`no id was made for the client ${client.logicalId}`);
      this.clients.add(id, client);
    }
    this.users = new UserDirectory(settings, clock);
    this.codes = new Codes(clock, randomness);
    this.failedPasswords = new FailedPasswords(clock);
    this.attemptLimits = new AttemptLimits(clock);
    this.sessions = new Sessions(clock, randomness);
    this.signUps = new Sessions(clock, randomness);
    this.families = new TokenFamilies(clock);
    this.authorizationCodes = new AuthorizationCodes(clock, randomness);
    this.simulationKey = randomness.bytes(32);
    this.browserState = new BrowserState(clock, randomness);
  }

  /** Replaced as a whole by the operations that change the pool. Its clients are in `clients`, as they are by now. */
  get settings(): PoolSettings {
    return this.#settings;
  }

  set settings(settings: PoolSettings) {
    this.#settings = settings;
    this.#modified = this.clock.now();
  }

  /** When the settings were replaced last, milliseconds. */
  get modified(): number {
    return this.#modified;
  }

  /** Made when they are asked for first, if the environment says so. */
  get keys(): Promise<SigningKeys> {
    return this.#environment.keys;
  }

  get mfa(): MfaSettings {
    return this.#settings.mfa;
  }

  /** The part of the id after `_`: what SRP and the password records call the pool name. */
  get poolName(): string {
    return this.id.slice(this.id.indexOf('_') + 1);
  }

  get issuer(): string {
    return issuerOf(this.origin, this.id);
  }

  get arn(): string {
    return `arn:aws:cognito-idp:${this.settings.region}:${this.settings.account}:userpool/${this.id}`;
  }

  /** @throws ResourceNotFoundException */
  requireClient(clientId: string): Client {
    const client = this.clients.get(clientId);
    if (client === undefined) throw new ResourceNotFoundException(`User pool client ${clientId} does not exist.`);
    return client;
  }

  /**
   * The user whom an administrator names, also by the sub (API reference, Username of the Admin operations).
   * @param absent what is thrown for an unknown name; not every operation declares UserNotFoundException.
   * @throws UserNotFoundException, or `absent`
   */
  requireUser(name: string, absent: ServiceException = new UserNotFoundException('User does not exist.')): User {
    const user = this.users.find(name) ?? this.users.findBySub(name);
    if (user === undefined) throw absent;
    return user;
  }

  /** @throws ResourceNotFoundException */
  requireGroup(name: string): PoolSettings['groups'][number] {
    const group = this.settings.groups.find((candidate) => candidate.name === name);
    if (group === undefined) throw new ResourceNotFoundException('Group not found.');
    return group;
  }
}

/** The ids that the service would have given out, made before the template is resolved because references need them. */
export interface PoolIdentity {
  readonly poolId: string;
  /** By logical id. */
  readonly clientIds: Readonly<Record<string, string>>;
}

/** New ids in the service's form: `<region>_` and 9 alphanumerics; 26 lower-case alphanumerics a client. */
export function makeIdentity(
  region: string,
  clientLogicalIds: readonly string[],
  randomness: Randomness,
): PoolIdentity {
  return {
    poolId: `${region}_${randomness.text(9, alphanumerics)}`,
    clientIds: Object.fromEntries(clientLogicalIds.map((id) => [id, makeClientId(randomness)])),
  };
}

export function makeClientId(randomness: Randomness): string {
  return randomness.text(26, lowercaseAlphanumerics);
}
