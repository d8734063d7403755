import { requireParameter } from '../authentication/parameters';
import type { Attempt, SrpStart } from '../authentication/sign-in';
import type { Pool } from '../pool';
import { isCurrent } from '../srp/claim-time';
import { provesSecret, type Exchange, type SrpIdentity } from '../srp/exchange';
import { InvalidParameterException } from '../wire/exceptions';
import type { Responses } from './challenge';

/** What a claim is held against. */
export interface SrpSecret {
  readonly verifier: bigint;
  readonly identity: SrpIdentity;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * The secret block by which a claim names its exchange.
 * @throws InvalidParameterException when it is missing, or no Base64: the service tells that from a wrong block. The words
 * are ours, its own are not known.
 */
export function requireSecretBlock(responses: Responses): string {
  const secretBlock = requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  if (!base64.test(secretBlock))
    throw new InvalidParameterException(
      'PASSWORD_CLAIM_SECRET_BLOCK must be the SECRET_BLOCK of the challenge, in Base64.',
    );
  return secretBlock;
}

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
 * @throws InvalidParameterException for a response that is missing, and see requireSecretBlock.
 */
export function isProved(
  pool: Pool,
  exchange: Exchange | undefined,
  secret: SrpSecret | undefined,
  responses: Responses,
): boolean {
  const claim = {
    secretBlock: requireSecretBlock(responses),
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
