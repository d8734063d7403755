import { secretHash } from '../../lib/local-pool/authentication/secret-hash';
import { operations } from '../../lib/local-pool/operations/registry';
import { makeIdentity, type Client, type Pool } from '../../lib/local-pool/pool';
import { LocalService } from '../../lib/local-pool/service';
import type { ClientSettings, PoolSettings } from '../../lib/local-pool/settings/pool-settings';
import { standardAttributes } from '../../lib/local-pool/settings/standard-attributes';
import { KmsKeys } from '../../lib/local-pool/stand-ins/kms-key';
import { Inbox } from '../../lib/local-pool/state/inbox';
import type { LambdaRuntime } from '../../lib/local-pool/triggers/lambda';
import { countedRandomness } from './counted-randomness';
import { SetClock } from './set-clock';
import { signingKeys } from './signing-keys';
import { TableRuntime, triggerSettings, type SeenEvent, type Triggers } from './table-runtime';

/** A password that every policy of these tests takes. */
export const password = 'Correct-Horse-9';

const region = 'eu-west-1';

const client: ClientSettings = {
  logicalId: 'App',
  name: 'app',
  generateSecret: false,
  explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  preventUserExistenceErrors: true,
  tokenRevocation: true,
  refreshTokenRotation: undefined,
  accessTokenSeconds: 3600,
  idTokenSeconds: 3600,
  refreshTokenSeconds: 30 * 86_400,
  authSessionSeconds: 180,
  readAttributes: undefined,
  writeAttributes: undefined,
  oauth: {
    allowed: false,
    flows: [],
    scopes: [],
    callbackUrls: [],
    logoutUrls: [],
    defaultRedirectUri: undefined,
    localUsers: true,
  },
};

/** People sign in with e-mail and confirm the address; MFA and device tracking are off, no trigger is there. */
export const settings: PoolSettings = {
  logicalId: 'UserPool',
  name: 'people',
  region,
  account: '000000000000',
  signInWith: 'email',
  aliases: [],
  caseSensitive: false,
  autoVerifiedAttributes: ['email'],
  schema: standardAttributes,
  passwordPolicy: {
    minimumLength: 12,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
    temporaryPasswordValidityDays: 7,
    passwordHistorySize: 0,
  },
  mfa: { mode: 'OFF', factors: [] },
  firstFactors: ['PASSWORD'],
  deviceTracking: undefined,
  accountRecovery: ['verified_email'],
  requireVerificationBeforeUpdate: [],
  adminCreateUserOnly: false,
  email: { sender: 'DEVELOPER', from: 'people@example.com' },
  sms: undefined,
  messages: {
    verificationSubject: 'Your code',
    verificationMessage: 'The code is {####}.',
    invitationSubject: 'Welcome',
    invitationMessage: 'You are {username}, your password is {####}',
    smsVerificationMessage: 'Code {####}',
    smsInvitationMessage: '{username}: {####}',
  },
  featurePlan: 'ESSENTIALS',
  threatProtection: 'OFF',
  deletionProtection: false,
  tags: {},
  triggers: {},
  senderKey: undefined,
  groups: [
    { name: 'admins', description: 'May do all', precedence: 1, roleArn: undefined },
    { name: 'readers', description: undefined, precedence: undefined, roleArn: undefined },
  ],
  clients: [],
};

export interface PoolOptions {
  readonly settings?: Partial<Omit<PoolSettings, 'clients' | 'triggers'>>;
  /** By name. Default: `app`, a public client that masks user existence, and `open`, one that does not. */
  readonly clients?: Readonly<Record<string, Partial<ClientSettings>>>;
  readonly triggers?: Triggers;
  /** Functions that run in the place of `triggers`, and what runs them. */
  readonly functions?: { readonly runtime: LambdaRuntime; readonly triggers: PoolSettings['triggers'] };
}

export interface BuiltPool {
  readonly service: LocalService;
  readonly pool: Pool;
  readonly clock: SetClock;
  readonly inbox: Inbox;
  /** What the triggers were sent, oldest first. */
  readonly events: readonly SeenEvent[];
  /** What the pool logged. */
  readonly log: readonly string[];
  readonly client: (name: string) => Client;
  /** Runs an operation with a body as the wire has it. */
  readonly call: (operation: string, body: object) => Promise<Readonly<Record<string, unknown>>>;
  /** The same for an operation of an app, with the client id and, where the client has one, its secret hash. */
  readonly callAs: (
    clientName: string,
    operation: string,
    body: { readonly Username: string } & Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** The same for an administrator's operation. */
  readonly callAsAdmin: (operation: string, body: object) => Promise<Readonly<Record<string, unknown>>>;
  /** The access token of a password sign-in through `app`. */
  readonly accessToken: (name: string, password: string) => Promise<string>;
  /** A confirmed user with a verified address and `password`. */
  readonly addConfirmedUser: (email: string) => Promise<string>;
}

/** A pool in memory with a clock that stands still: what an operation does to it can be looked at afterwards. */
export function buildPool(options: PoolOptions = {}): BuiltPool {
  const { clients = { app: {}, open: { preventUserExistenceErrors: false } }, triggers = {} } = options;
  const clock = new SetClock();
  const randomness = countedRandomness();
  const inbox = new Inbox(clock);
  const lambda = new TableRuntime(triggers);
  const log: string[] = [];
  const poolSettings: PoolSettings = {
    ...settings,
    ...options.settings,
    triggers: options.functions?.triggers ?? triggerSettings(triggers),
    clients: Object.entries(clients).map(([name, given]) => ({ ...client, ...given, logicalId: name, name })),
  };
  const identity = makeIdentity(poolSettings.region, Object.keys(clients), randomness);
  const origin = 'http://localhost:9229';
  const service = new LocalService({
    clock,
    randomness,
    lambda: options.functions?.runtime ?? lambda,
    inbox,
    kmsKeys: new KmsKeys(randomness),
    log: (line) => log.push(line),
    origin,
    makeKeys: () => signingKeys,
  });
  const pool = service.createPool(identity, poolSettings);

  const clientOf = (name: string): Client => {
    const found = [...pool.clients.values()].find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`No client ${name} was built.`);
    return found;
  };
  const call: BuiltPool['call'] = async (name, body) => {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`No operation ${name} is registered.`);
    return { ...(await operation.handle(service, body, { region })) };
  };
  const callAs: BuiltPool['callAs'] = (clientName, operation, body) => {
    const { id, secret } = clientOf(clientName);
    const hash = secret === undefined ? {} : { SecretHash: secretHash(secret, body.Username, id) };
    return call(operation, { ClientId: id, ...hash, ...body });
  };
  const callAsAdmin: BuiltPool['callAsAdmin'] = (operation, body) => call(operation, { UserPoolId: pool.id, ...body });
  return {
    service,
    pool,
    clock,
    inbox,
    events: lambda.events,
    log,
    client: clientOf,
    call,
    callAs,
    callAsAdmin,
    async accessToken(name, secret) {
      const reply = await call('InitiateAuth', {
        ClientId: clientOf('app').id,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: name, PASSWORD: secret },
      });
      const { AuthenticationResult: tokens } = reply as {
        readonly AuthenticationResult?: { readonly AccessToken: string };
      };
      if (tokens === undefined) throw new Error(`${name} was asked for more: ${String(reply['ChallengeName'])}`);
      return tokens.AccessToken;
    },
    async addConfirmedUser(email) {
      await callAsAdmin('AdminCreateUser', {
        Username: email,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
      });
      await callAsAdmin('AdminSetUserPassword', { Username: email, Password: password, Permanent: true });
      return pool.requireUser(email).username;
    },
  };
}
