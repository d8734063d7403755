import { z } from 'zod';
import { clientFacts } from '../sign-in/client-facts';
import type { ClientFacts } from '../sign-in/client-facts';
import { UnreadablePoolError } from '../sign-in/unreadable-pool-error';
import type { ResolvedStack, Resource } from '../template/resolve';
import { clientSecretName } from './client-secret-name';

/** What the template tells of an app client to those who write the application. */
export interface ClientTemplate extends ClientFacts {
  /** OAuth 2.0 grants (RFC 6749), as Cognito calls them; none where the client has no OAuth. */
  readonly oauthFlows: readonly ('code' | 'implicit' | 'client_credentials')[];
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** By ProviderName; COGNITO is the user pool itself. */
  readonly identityProviders: readonly string[];
  /** The name of the secret in Secrets Manager that holds the client secret; undefined where the template has none. */
  readonly secretName: string | undefined;
}

const texts = z.array(z.string()).default([]);

const userPoolClient = z.object({
  AllowedOAuthFlowsUserPoolClient: z.boolean().default(false),
  AllowedOAuthFlows: z.array(z.enum(['code', 'implicit', 'client_credentials'])).default([]),
  AllowedOAuthScopes: texts,
  CallbackURLs: texts,
  LogoutURLs: texts,
  SupportedIdentityProviders: texts,
});

/** @throws UnreadablePoolError when a property is not known before deployment */
export function clientTemplate(stack: ResolvedStack, client: Resource): ClientTemplate {
  const parsed = userPoolClient.safeParse(client.properties);
  if (!parsed.success) throw UnreadablePoolError.ofProperties(stack, client, parsed.error);
  const { data } = parsed;
  // Without this switch the service lets nobody use the rest (API_CreateUserPoolClient).
  const oauth = data.AllowedOAuthFlowsUserPoolClient;
  return {
    ...clientFacts(stack, client),
    oauthFlows: oauth ? data.AllowedOAuthFlows : [],
    scopes: oauth ? data.AllowedOAuthScopes : [],
    callbackUrls: oauth ? data.CallbackURLs : [],
    logoutUrls: oauth ? data.LogoutURLs : [],
    identityProviders: data.SupportedIdentityProviders,
    secretName: clientSecretName(stack, client),
  };
}
