import { authFlows } from './auth-flows';
import type { Finding } from './control';
import type { ClientKind } from './intent';
import { textsAmong } from './members';
import { booleanIn, read } from './reading';
import type { Located, PoolView, Subject } from './subject';

export const clientType = 'AWS::Cognito::UserPoolClient';

/** An app client with what is declared about it. */
export interface AppClient {
  readonly at: Located;
  /** undefined: nobody has declared it. */
  readonly kind: ClientKind | undefined;
  /** undefined: its user pool is none of this environment. */
  readonly pool: PoolView | undefined;
}

/** Every app client, in whichever stack; also one of a user pool that is declared elsewhere. */
export function appClients(subject: Subject): readonly AppClient[] {
  return subject.ofType(clientType).map((at) => ({
    at,
    kind: kindOf(at, subject),
    pool: subject.pools.find(({ clients }) => clients.some(({ resource }) => resource === at.resource)),
  }));
}

export function kindOf({ stack, resource }: Located, { intent }: Pick<Subject, 'intent'>): ClientKind | undefined {
  return intent.clientKinds.get(`${stack.artifact.path}/${resource.logicalId}`);
}

/** Whether a client of that kind is confidential: it can keep a secret (RFC 6749 section 2.1). */
export function keepsSecret(kind: ClientKind): boolean {
  switch (kind) {
    case 'server':
    case 'machine':
      return true;
    case 'browser':
    case 'native':
    case 'legacy-password':
      return false;
  }
}

/** Whether the service makes a secret for it, which it does not by itself; undefined: not known before deployment. */
export function hasSecret({ resource }: Located): boolean | undefined {
  const reading = read(resource, 'GenerateSecret');
  return reading.kind === 'absent' ? false : booleanIn(reading);
}

/** A finding that fails because of the kind of a client, where nobody has declared that. */
export function withoutKind(finding: Finding): Finding {
  if (finding.verdict !== 'fail') return finding;
  return { ...finding, verdict: 'unknown', found: `${finding.found}, and the kind of the client is not declared` };
}

/**
 * Whether people can sign in through it and so hold a refresh token of it. Nobody can where the one grant is that of
 * client credentials and no flow of the API begins a session; what is not known counts as a way to sign in.
 */
export function signsPeopleIn({ resource }: Located): boolean {
  const only = (property: string, one: string) => {
    const texts = textsAmong(resource, property);
    return read(resource, property).kind === 'known' && texts.length > 0 && texts.every((each) => each === one);
  };
  return !(only('AllowedOAuthFlows', 'client_credentials') && only(authFlows, 'ALLOW_REFRESH_TOKEN_AUTH'));
}
