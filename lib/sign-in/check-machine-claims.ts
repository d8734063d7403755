import { demands, lifetime } from './check-claims';
import { ExpectationError } from './expectation-error';
import type { TargetClient } from './target';
import type { Claims } from './verify-tokens';

interface ExpectedMachineClaims {
  readonly client: Pick<TargetClient, 'id' | 'accessTokenSeconds'>;
  /** undefined: whatever the client is allowed. */
  readonly scope: string | undefined;
}

/** @throws ExpectationError naming every claim by which the token does not speak for the client alone */
export function checkMachineClaims(claims: Claims, { client, scope }: ExpectedMachineClaims): void {
  const wrong = demands('access', [
    ['token_use', claims['token_use'], 'access'],
    ['sub', claims['sub'], client.id],
    ['client_id', claims['client_id'], client.id],
    ['username', claims['username'], undefined],
    ['cognito:groups', claims['cognito:groups'], undefined],
    ['exp - iat', lifetime(claims), client.accessTokenSeconds],
    ...(scope === undefined ? [] : ([['scope', inOrder(claims['scope']), inOrder(scope)]] as const)),
  ]);
  if (wrong.length > 0) throw new ExpectationError(wrong.join('\n'));
}

/** Scopes have no order (RFC 6749 section 3.3). */
function inOrder(scope: unknown): unknown {
  return typeof scope === 'string' ? scope.split(' ').toSorted() : scope;
}
