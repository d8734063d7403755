import { ResourceNotFoundException, UserNotFoundException } from './wire/exceptions';
import type { Clock } from './clock';
import { alphanumerics, lowercaseAlphanumerics, type Randomness } from './randomness';
import type { SignIn } from './authentication/sign-in';
import type { ClientSettings, MfaSettings, PoolSettings } from './settings/pool-settings';
import { Codes } from './state/codes';
import type { Inbox } from './state/inbox';
import { Sessions } from './state/sessions';
import type { User } from './state/user';
import { UserDirectory } from './state/user-directory';
import type { SigningKeys } from './tokens/signing-keys';
import { TokenFamilies } from './tokens/token-families';
import type { LambdaRuntime } from './triggers/lambda';

/** An app client with the id and secret that were made at start. */
export interface Client extends ClientSettings {
  readonly id: string;
  readonly secret: string | undefined;
}

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
  /** Where the pool can be reached, for instance http://localhost:9229. */
  readonly origin: string;
  readonly keys: Promise<SigningKeys>;
}

/** One user pool: its settings and everything that happened to it since the start. */
export class Pool implements PoolEnvironment {
  readonly id: string;
  readonly settings: PoolSettings;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly lambda: LambdaRuntime;
  readonly inbox: Inbox;
  readonly origin: string;
  readonly keys: Promise<SigningKeys>;
  readonly created: number;
  readonly clients: ReadonlyMap<string, Client>;
  readonly users: UserDirectory;
  readonly codes: Codes;
  readonly sessions: Sessions<SignIn>;
  readonly families: TokenFamilies;
  /** Known to this pool alone: what is invented for names without a user is derived from it. */
  readonly simulationKey: Buffer;
  /** Replaced by SetUserPoolMfaConfig. */
  mfa: MfaSettings;

  constructor(identity: PoolIdentity, settings: PoolSettings, environment: PoolEnvironment) {
    const { clock, randomness } = environment;
    this.id = identity.poolId;
    this.settings = settings;
    this.clock = clock;
    this.randomness = randomness;
    this.lambda = environment.lambda;
    this.inbox = environment.inbox;
    this.origin = environment.origin;
    this.keys = environment.keys;
    this.created = clock.now();
    this.clients = new Map(
      settings.clients.map((client) => {
        const id = identity.clientIds[client.logicalId];
        if (id === undefined) throw new TypeError(`no id was made for the client ${client.logicalId}`);
        const secret = client.generateSecret ? randomness.text(52, lowercaseAlphanumerics) : undefined;
        return [id, { ...client, id, secret }];
      }),
    );
    this.users = new UserDirectory(settings, clock);
    this.codes = new Codes(clock, randomness);
    this.sessions = new Sessions(clock, randomness);
    this.families = new TokenFamilies(clock);
    this.simulationKey = randomness.bytes(32);
    this.mfa = settings.mfa;
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
   * @throws UserNotFoundException
   */
  requireUser(name: string): User {
    const user = this.users.find(name) ?? this.users.findBySub(name);
    if (user === undefined) throw new UserNotFoundException('User does not exist.');
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
    clientIds: Object.fromEntries(clientLogicalIds.map((id) => [id, randomness.text(26, lowercaseAlphanumerics)])),
  };
}
