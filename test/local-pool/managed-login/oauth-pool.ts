import { createHash } from 'node:crypto';
import type { Authorization } from '../../../lib/local-pool/managed-login/authorization-codes';
import type { Endpoint, HttpReply } from '../../../lib/local-pool/managed-login/http-exchange';
import { revokeEndpoint } from '../../../lib/local-pool/managed-login/revoke-endpoint';
import { tokenEndpoint } from '../../../lib/local-pool/managed-login/token-endpoint';
import { userInfoEndpoint } from '../../../lib/local-pool/managed-login/user-info-endpoint';
import type { ClientSettings, OAuthSettings } from '../../../lib/local-pool/settings/pool-settings';
import { buildPool, type BuiltPool, type PoolOptions } from '../pool-builder';

export const redirectUri = 'https://app.example.com/callback';
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
/** That of the verifier (RFC 7636 appendix B). */
export const challenge = createHash('sha256').update(verifier).digest('base64url');
export const email = 'ada@example.com';

const userScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin', 'orders/read'];

const oauth = (settings: Partial<OAuthSettings>): OAuthSettings => ({
  allowed: true,
  flows: ['code'],
  scopes: userScopes,
  callbackUrls: [redirectUri],
  logoutUrls: [],
  defaultRedirectUri: undefined,
  localUsers: true,
  ...settings,
});

/** `web` is public, `server` has a secret, `robot` acts for itself, and `app` uses the API alone. */
const clients: Readonly<Record<string, Partial<ClientSettings>>> = {
  web: { oauth: oauth({}) },
  other: { oauth: oauth({}) },
  server: { generateSecret: true, oauth: oauth({}) },
  robot: {
    generateSecret: true,
    oauth: oauth({ flows: ['client_credentials'], scopes: ['orders/read', 'orders/write'], callbackUrls: [] }),
  },
  app: {},
};

type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Claims = Readonly<Record<string, unknown>>;

export interface Exchange {
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OAuthPool extends BuiltPool {
  /** A confirmed user. */
  readonly username: string;
  /** A code as managed login would issue it: for `web`, with all of its scopes and the challenge. */
  readonly code: (changes?: Partial<Authorization>) => string;
  readonly token: (form: Fields, exchange?: Exchange) => Promise<HttpReply>;
  readonly revoke: (form: Fields, exchange?: Exchange) => Promise<HttpReply>;
  readonly userInfo: (authorization: string | undefined) => Promise<HttpReply>;
  /** The form that redeems a code at `web`; a value of `undefined` leaves a field out. */
  readonly redemption: (changes?: Readonly<Record<string, string | undefined>>) => Fields;
}

export interface OAuthPoolOptions extends Omit<PoolOptions, 'clients'> {
  /** In the place of clients, or of their OAuth 2.0 settings. */
  readonly clients?: Readonly<
    Record<string, Partial<Omit<ClientSettings, 'oauth'>> & { oauth?: Partial<OAuthSettings> }>
  >;
  readonly domain?: boolean;
}

export async function buildOAuthPool({ domain = true, ...options }: OAuthPoolOptions = {}): Promise<OAuthPool> {
  const changed = Object.entries(options.clients ?? {}).map(([name, { oauth: changes, ...settings }]) => [
    name,
    { ...clients[name], ...settings, oauth: { ...(clients[name]?.oauth ?? oauth({})), ...changes } },
  ]);
  const built = buildPool({ ...options, clients: { ...clients, ...Object.fromEntries(changed) } });
  const { service, pool, clock } = built;
  if (domain)
    service.domains.add(
      { name: 'people', custom: undefined, managedLoginVersion: 2 },
      { poolId: pool.id, region: pool.settings.region },
      pool.randomness,
    );
  const username = await built.addConfirmedUser(email);
  const code: OAuthPool['code'] = (changes) =>
    pool.authorizationCodes.issue({
      clientId: built.client('web').id,
      username,
      redirectUri,
      scopes: userScopes,
      codeChallenge: challenge,
      nonce: undefined,
      authenticated: clock.now(),
      secondFactorShown: false,
      ...changes,
    });
  const post =
    (endpoint: Endpoint, path: string) =>
    (form: Fields, { headers = {} }: Exchange = {}): Promise<HttpReply> =>
      endpoint(service, {
        method: 'POST',
        path,
        query: new URLSearchParams(),
        form: new URLSearchParams(
          Object.entries(form).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
        ),
        headers,
        cookies: new Map(),
      });
  return {
    ...built,
    username,
    code,
    token: post(tokenEndpoint, '/oauth2/token'),
    revoke: post(revokeEndpoint, '/oauth2/revoke'),
    userInfo: (authorization) =>
      userInfoEndpoint(service, {
        method: 'GET',
        path: '/oauth2/userInfo',
        query: new URLSearchParams(),
        form: new URLSearchParams(),
        headers: { authorization },
        cookies: new Map(),
      }),
    redemption(changes = {}) {
      const form: Readonly<Record<string, string | undefined>> = {
        grant_type: 'authorization_code',
        client_id: built.client('web').id,
        code: 'code' in changes ? changes['code'] : code(),
        redirect_uri: redirectUri,
        code_verifier: verifier,
        ...changes,
      };
      return Object.fromEntries(
        Object.entries(form).filter((field): field is [string, string] => field[1] !== undefined),
      );
    },
  };
}

export const basic = (id: string, secret: string): Exchange => ({
  headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
});

export function bodyOf({ body }: HttpReply): Claims {
  return JSON.parse(body) as Claims;
}

/** What a token says, and who signed it; the tests of the client suites verify it. */
export function claimsIn(token: unknown): Claims {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Claims;
}
