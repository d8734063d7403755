import { sameAddress } from '../email-address';

/** What the legacy service is asked, as docs/user-migration.md describes it. */
export type Question =
  | { readonly kind: 'sign-in'; readonly username: string; readonly password: string }
  | { readonly kind: 'lookup'; readonly username: string };

/** What came back over HTTP. Only a reply with status 200 has a body that is looked at. */
export interface Reply {
  readonly status: number;
  /** The WWW-Authenticate header. */
  readonly challenge: string | null;
  readonly body: Uint8Array;
}

/** A user as the legacy service knows them. Its service vouches that the address belongs to the user. */
export interface LegacyAccount {
  readonly email: string;
  readonly name?: string;
  readonly locale?: string;
  readonly legacyId?: string;
}

/** Why the legacy service could not be used. */
export const failureReasons = [
  'token-unavailable',
  'token-refused',
  'unreachable',
  'deadline',
  'redirect',
  'unexpected-status',
  'oversize',
  'unreadable',
  'other-person',
] as const;

export type FailureReason = (typeof failureReasons)[number];

export type LegacyAnswer =
  | { readonly kind: 'account'; readonly account: LegacyAccount }
  /** No such user, or another password. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly status?: number };

/** The meaning of a reply to a question about a user. */
export function readReply(reply: Reply, username: string): LegacyAnswer {
  const { status } = reply;
  if (status === 200) return readAccount(reply.body, username);
  if (isTokenRefusal(reply)) return { kind: 'failure', reason: 'token-refused', status };
  if (status === 401 || status === 404) return { kind: 'nobody' };
  return { kind: 'failure', reason: status >= 300 && status < 400 ? 'redirect' : 'unexpected-status', status };
}

/** A 401 speaks of the token if it says so (RFC 6750 section 3), else of the user's password. */
function isTokenRefusal({ status, challenge }: Reply): boolean {
  return status === 403 || (status === 401 && /^bearer\b/i.test(challenge ?? ''));
}

function readAccount(body: Uint8Array, username: string): LegacyAnswer {
  const account = accountIn(body);
  if (account === undefined) return { kind: 'failure', reason: 'unreadable' };
  // An account under another address would let one person in as another.
  if (!sameAddress(account.email, username)) return { kind: 'failure', reason: 'other-person' };
  return { kind: 'account', account };
}

/** The fields of an account; a reply may have no others. */
export const fields: readonly string[] = ['email', 'name', 'locale', 'legacyId'] satisfies (keyof LegacyAccount)[];
/** The longest value that an attribute of a user pool can have, in characters. */
export const longestValue = 2048;

/** Strict: every field known, a string, neither empty nor too long. What is not agreed on is not guessed. */
function accountIn(body: Uint8Array): LegacyAccount | undefined {
  const value = parsed(body);
  return isAccount(value) ? value : undefined;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function isAccount(value: unknown): value is LegacyAccount {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    Object.hasOwn(value, 'email') &&
    Object.entries(value).every(
      ([name, field]) =>
        fields.includes(name) && typeof field === 'string' && field !== '' && field.length <= longestValue,
    )
  );
}
