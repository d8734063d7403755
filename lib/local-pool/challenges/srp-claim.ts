import { requireParameter } from '../authentication/parameters';
import type { Attempt, SrpStart } from '../authentication/sign-in';
import type { Pool } from '../pool';
import { isCurrent } from '../srp/claim-time';
import { provesSecret, type Exchange, type SrpIdentity } from '../srp/exchange';
import type { Responses } from './challenge';

/** The response by which a claim names its exchange. */
export const secretBlockResponse = 'PASSWORD_CLAIM_SECRET_BLOCK';

/** What both SRP challenges send: the salt (hex) and the server's half. */
export function exchangeParameters(
  salt: string,
  { B, secretBlock }: Exchange,
): { readonly SALT: string; readonly SRP_B: string; readonly SECRET_BLOCK: string } {
  return { SALT: salt, SRP_B: B.toString(16), SECRET_BLOCK: secretBlock };
}

/** The SRP_A that whoever asks the challenge must have brought. */
export function requireSrpStart({ srp }: Attempt): SrpStart {
  if (srp === undefined) throw new TypeError('an SRP challenge is asked of a request without SRP_A');
  return srp;
}

/**
 * Whether the claim proves the secret in the exchange that it belongs to: the form and time of its TIMESTAMP, its secret
 * block and its signature.
 * @param secret undefined: whose secret it is has none (any more).
 * @throws InvalidParameterException for a response that is missing.
 */
export function isProved(
  pool: Pool,
  exchange: Exchange | undefined,
  secret: { readonly verifier: bigint; readonly identity: SrpIdentity } | undefined,
  responses: Responses,
): boolean {
  const claim = {
    secretBlock: requireParameter(responses, secretBlockResponse),
    timestamp: requireParameter(responses, 'TIMESTAMP'),
    signature: requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'),
  };
  return (
    exchange !== undefined &&
    secret !== undefined &&
    isCurrent(claim.timestamp, pool.clock.now()) &&
    provesSecret(exchange, secret.verifier, secret.identity, claim)
  );
}
