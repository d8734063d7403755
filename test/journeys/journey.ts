import {
  AdminDeleteUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { JwtVerifier } from 'aws-jwt-verify';
import { secretHash } from '../../lib/local-pool/authentication/secret-hash';
import { startLocalPool, type LocalPoolOptions } from '../../lib/local-pool/local-pool';
import type { Message, MessageKind, PoolMessage } from '../../lib/local-pool/state/inbox';
import type { StackArtifact } from '../../lib/template/assembly';
import { SetClock } from '../local-pool/set-clock';
import { signingKeys } from '../local-pool/signing-keys';
import { fixtureStack } from '../synthesis/assembly';

export interface JourneyClient {
  readonly ClientId: string;
  /** SECRET_HASH for a name, where the client is confidential. */
  hash(username: string): { readonly SECRET_HASH?: string };
  /** SecretHash for a name, as the operations outside sign-in spell it. */
  secretHash(username: string): { readonly SecretHash?: string };
}

/** A local user pool from the synthesized template of a fixture environment, and the AWS SDK pointed at it. */
export interface Journey {
  readonly cognito: CognitoIdentityProviderClient;
  readonly origin: string;
  readonly UserPoolId: string;
  readonly issuer: string;
  /** The time of the pool; it stands still until a test moves it. */
  readonly clock: SetClock;
  readonly log: readonly string[];
  client(name: string): JourneyClient;
  /** The newest message to an address. */
  message(to: string, kind?: MessageKind): PoolMessage;
  messages(): readonly Message[];
  /**
   * Deletes every user, and forgets messages and log: for another test in the same pool, as starting one with its
   * trigger functions takes longer than most tests. The time goes on.
   */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

/** @param environment its name, or a stack of the test's own. */
export async function beginJourney(
  environment: string | StackArtifact,
  options: Partial<Pick<LocalPoolOptions, 'secrets' | 'triggerEnvironment' | 'triggerLimitMilliseconds'>> = {},
): Promise<Journey> {
  // The tokens are verified by a library that looks at this machine's clock.
  const clock = new SetClock(Date.now());
  const log: string[] = [];
  const local = await startLocalPool({
    stack: typeof environment === 'string' ? fixtureStack(environment) : environment,
    port: 0,
    clock,
    signingKeys,
    log: (line) => log.push(line),
    ...options,
  });
  const cognito = new CognitoIdentityProviderClient({
    endpoint: local.origin,
    region: local.pool.settings.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const UserPoolId = local.pool.id;
  let forgotten = 0;
  const messages = (): readonly Message[] => local.inbox.all().slice(forgotten);
  return {
    cognito,
    origin: local.origin,
    UserPoolId,
    issuer: local.pool.issuer,
    clock,
    log,
    client(name) {
      const client = [...local.pool.clients.values()].find((each) => each.name === name);
      if (client === undefined) throw new Error(`the pool has no app client ${name}`);
      const { id, secret } = client;
      const hash = (username: string): string | undefined =>
        secret === undefined ? undefined : secretHash(secret, username, id);
      return {
        ClientId: id,
        hash: (username) => ({ ...(secret !== undefined && { SECRET_HASH: hash(username) ?? '' }) }),
        secretHash: (username) => ({ ...(secret !== undefined && { SecretHash: hash(username) ?? '' }) }),
      };
    },
    message(to, kind) {
      const message = messages().findLast((each) => each.to === to && (kind === undefined || each.kind === kind));
      if (message === undefined || message.kind === 'Sent')
        throw new Error(`no ${kind ?? 'message'} was sent to ${to}`);
      return message;
    },
    messages,
    async startOver() {
      const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId }));
      for (const { Username } of Users) await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
      forgotten = local.inbox.all().length;
      log.length = 0;
    },
    async close() {
      cognito.destroy();
      await local.close();
    },
  };
}

/** Claims of a token, verified by aws-jwt-verify with the keys that the pool publishes. */
export async function verified(
  journey: Journey,
  token: string | undefined,
  use: 'id' | 'access',
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${journey.issuer}/.well-known/jwks.json`);
  const verifier = JwtVerifier.create({
    issuer: journey.issuer,
    audience: null,
    jwksUri: `${journey.issuer}/.well-known/jwks.json`,
  });
  verifier.cacheJwks((await response.json()) as Parameters<typeof verifier.cacheJwks>[0]);
  const claims = await verifier.verify(token ?? '');
  expect(claims['token_use']).toBe(use);
  return claims;
}

/** One digit changed: certainly not the code. */
export function alter(code: string): string {
  return code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);
}

/** What a refused call is refused with: exception type and message. */
export function refusal(type: string, message: string | RegExp): unknown {
  return expect.objectContaining({
    name: type,
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
  });
}
