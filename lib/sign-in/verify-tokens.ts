import { JwtVerifier } from 'aws-jwt-verify';
import { assertIsJwks } from 'aws-jwt-verify/jwk';
import type { Jwks } from 'aws-jwt-verify/jwk';
import type { Json } from 'aws-jwt-verify/safe-json-parse';
import { jwksUri } from './target';
import type { StepContext } from './step';
import type { Tokens } from './progress';

export type Claims = Readonly<Record<string, unknown>>;

export interface VerifiedTokens {
  readonly id: Claims;
  readonly access: Claims;
}

/**
 * Verifies signature, issuer, expiry and (of the ID token) audience with the keys that the target publishes. The keys are
 * fetched here and nowhere else, as aws-jwt-verify fetches over HTTPS only and a local pool has no certificate.
 *
 * @throws the error of aws-jwt-verify that names the check, or FetchError
 */
export async function verifyTokens(
  { idToken, accessToken }: Pick<Tokens, 'idToken' | 'accessToken'>,
  context: StepContext,
): Promise<VerifiedTokens> {
  const verifier = await verifierOf(context);
  return {
    id: verifier.verifySync(idToken, { audience: context.target.client.id }),
    access: verifier.verifySync(accessToken, withoutAudience),
  };
}

/** The same for an access token that came alone. */
export async function verifyAccessToken(accessToken: string, context: StepContext): Promise<Claims> {
  return (await verifierOf(context)).verifySync(accessToken, withoutAudience);
}

/** An access token of Cognito names the client in client_id; it has no audience. */
const withoutAudience = { audience: null };

async function verifierOf({ target, surroundings, signal }: StepContext) {
  const uri = jwksUri(target);
  const verifier = JwtVerifier.create({ issuer: target.issuer, jwksUri: uri });
  verifier.cacheJwks(await fetchKeys(uri, surroundings, signal));
  return verifier;
}

async function fetchKeys(uri: string, { fetchJson }: StepContext['surroundings'], signal: AbortSignal): Promise<Jwks> {
  const document = (await fetchJson(uri, signal)) as Json;
  assertIsJwks(document);
  return document;
}
