import { z } from 'zod';
import { ExpectationError } from './expectation-error';
import type { StepContext } from './step';

/** What calling the token endpoint is called in reports. */
export const tokenRequest = ['GET openid-configuration', 'POST /oauth2/token'] as const;

/** A refusal of the token endpoint. Its name is the code of RFC 6749 section 5.2, as the service spells it. */
export class TokenRefusal extends Error {
  constructor(code: string, description: string) {
    super(description);
    this.name = code;
  }
}

const discovery = z.object({ token_endpoint: z.url() });
const granted = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
  id_token: z.unknown().optional(),
  refresh_token: z.unknown().optional(),
});
const refused = z.object({ error: z.string(), error_description: z.string().default('without a description') });

export type Granted = z.output<typeof granted>;

/**
 * Asks for a token with client credentials (RFC 6749 section 4.4) at the endpoint that the discovery document of the issuer
 * names, with the secret in the Authorization header.
 * @throws TokenRefusal, ExpectationError for any other answer, FetchError
 */
export async function requestToken(
  { scope, secret }: { readonly scope: string | undefined; readonly secret: string },
  { target, surroundings, secrets, signal }: StepContext,
): Promise<Granted> {
  const document = await surroundings.fetchJson(`${target.issuer}/.well-known/openid-configuration`, signal);
  const { token_endpoint: url } = discovery.parse(document);
  const credentials = [target.client.id, secret].map(encodeURIComponent).join(':');
  const answer = await surroundings.postForm(
    {
      url,
      headers: { Authorization: `Basic ${secrets.keep(Buffer.from(credentials).toString('base64'))}` },
      fields: { grant_type: 'client_credentials', ...(scope !== undefined && { scope }) },
    },
    signal,
  );
  const refusal = refused.safeParse(answer.body);
  if (answer.status === 400 && refusal.success)
    throw new TokenRefusal(refusal.data.error, refusal.data.error_description);
  const tokens = granted.safeParse(answer.body);
  if (answer.status !== 200 || !tokens.success)
    throw new ExpectationError(
      `POST ${url} answered ${answer.status} without a token. Expected 200 and an access token.`,
    );
  secrets.keep(tokens.data.access_token);
  return tokens.data;
}
