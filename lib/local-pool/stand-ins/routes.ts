import type { Randomness } from '../randomness';
import type { Inbox } from '../state/inbox';
import type { StandInReply } from './json-protocol';
import { kms } from './kms';
import type { KmsKeys } from './kms-key';
import { secretsManager, type SecretStore } from './secrets-manager';
import { ses } from './ses';
import { sesQuery } from './ses-query';
import { sns } from './sns';

/** Where the functions of the pool find what stands in for an AWS service. */
export const standInPaths = {
  secretsManager: '/stand-ins/secrets-manager',
  kms: '/stand-ins/kms',
  ses: '/stand-ins/ses',
  sns: '/stand-ins/sns',
} as const;

export type StandIn = keyof typeof standInPaths;
const standIns = Object.keys(standInPaths) as readonly StandIn[];

/** What the stand-ins answer from, and where they put what is sent. */
export interface StandInState {
  readonly secrets: SecretStore;
  readonly kmsKeys: KmsKeys;
  readonly inbox: Inbox;
  readonly randomness: Pick<Randomness, 'uuid'>;
}

/** The part of an HTTP request that the stand-ins look at. */
export interface StandInRequest {
  readonly method: string;
  /** Without a final slash. */
  readonly path: string;
  /** The X-Amz-Target header. */
  readonly target: string | undefined;
  readonly body: string;
}

/** What goes back over HTTP. */
export interface StandInResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Where the stand-ins are, for a pool that answers at `origin`. */
export function standInEndpoints(origin: string): Readonly<Record<StandIn, string>> {
  const endpoints = Object.entries(standInPaths).map(([name, path]) => [name, `${origin}${path}`]);
  return Object.fromEntries(endpoints) as Record<StandIn, string>;
}

/** The service that the stand-in at this path stands in for; undefined where there is none. */
export function standInAt(path: string): StandIn | undefined {
  return standIns.find((name) => isBelow(standInPaths[name], path));
}

export function answerStandIn(name: StandIn, request: StandInRequest, state: StandInState): StandInResponse {
  const { method, path, target, body } = request;
  const { secrets, kmsKeys, inbox, randomness } = state;
  switch (name) {
    case 'secretsManager':
      return json(amzJson, secretsManager(target, body, secrets));
    case 'kms':
      return json(amzJson, kms(target, body, kmsKeys));
    case 'ses': {
      const below = path.slice(standInPaths.ses.length) || '/';
      // The first version of the API has one path, the second has others; the SDKs find both at one endpoint.
      if (method === 'POST' && below === '/') return { contentType: 'text/xml', ...sesQuery(body, inbox, randomness) };
      return json('application/json', ses({ method, path: below, body }, inbox, randomness));
    }
    case 'sns':
      return { contentType: 'text/xml', ...sns(body, inbox, randomness) };
  }
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

const amzJson = 'application/x-amz-json-1.1';

function json(contentType: string, { status, body }: StandInReply): StandInResponse {
  return { status, contentType, body: JSON.stringify(body) };
}
