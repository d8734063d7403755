import { z } from 'zod';
import { metadataKeys } from '../template/metadata';
import type { ResolvedStack, Resource } from '../template/resolve';
import { UnreadablePoolError } from './unreadable-pool-error';

/** What the template tells of an app client. Lifetimes are in seconds. */
export interface ClientFacts {
  /** With the path of its stack before it where that is another one than the pool's. */
  readonly logicalId: string;
  readonly name: string;
  /** As the environment declares it; undefined where another app made the template. */
  readonly kind: string | undefined;
  readonly confidential: boolean;
  readonly authFlows: readonly string[];
  /** The grants of OAuth 2.0; none where AllowedOAuthFlowsUserPoolClient is false. */
  readonly oauthFlows: readonly string[];
  /** Those of AllowedOAuthScopes that the template says; one may be known only after deployment. */
  readonly oauthScopes: readonly string[];
  /** PreventUserExistenceErrors: an unknown user looks like a wrong password. */
  readonly hidesUnknownUsers: boolean;
  readonly tokenRevocation: boolean;
  readonly refreshTokenRotation: boolean;
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
  /** undefined: every attribute, as the service does where the list is absent. */
  readonly readAttributes: readonly string[] | undefined;
}

const unit = z.enum(['seconds', 'minutes', 'hours', 'days']).default('hours');

/** Defaults are the service's own (API_UserPoolClientType). */
const userPoolClient = z.object({
  ClientName: z.string().optional(),
  GenerateSecret: z.boolean().default(false),
  ExplicitAuthFlows: z
    .array(z.string())
    .default(['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']),
  AllowedOAuthFlowsUserPoolClient: z.boolean().default(false),
  AllowedOAuthFlows: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(z.unknown()).default([]),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
  EnableTokenRevocation: z.boolean().default(true),
  RefreshTokenRotation: z.object({ Feature: z.enum(['ENABLED', 'DISABLED']) }).optional(),
  AccessTokenValidity: z.number().default(1),
  IdTokenValidity: z.number().default(1),
  TokenValidityUnits: z.object({ AccessToken: unit, IdToken: unit }).prefault({}),
  ReadAttributes: z.array(z.string()).optional(),
});

const metadata = z.object({ name: z.string(), kind: z.string() });

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/** @throws UnreadablePoolError when a property that the journey depends on is not known before deployment */
export function clientFacts(stack: ResolvedStack, client: Resource): ClientFacts {
  const parsed = userPoolClient.safeParse(client.properties);
  if (!parsed.success) throw UnreadablePoolError.ofProperties(stack, client, parsed.error);
  const declared = metadata.safeParse(client.metadata[metadataKeys.client]).data;
  const { TokenValidityUnits: units, ...properties } = parsed.data;
  return {
    logicalId: client.logicalId,
    name: declared?.name ?? properties.ClientName ?? client.logicalId,
    kind: declared?.kind,
    confidential: properties.GenerateSecret,
    authFlows: properties.ExplicitAuthFlows,
    oauthFlows: properties.AllowedOAuthFlowsUserPoolClient ? properties.AllowedOAuthFlows : [],
    oauthScopes: properties.AllowedOAuthScopes.filter((scope) => typeof scope === 'string'),
    hidesUnknownUsers: properties.PreventUserExistenceErrors === 'ENABLED',
    tokenRevocation: properties.EnableTokenRevocation,
    refreshTokenRotation: properties.RefreshTokenRotation?.Feature === 'ENABLED',
    accessTokenSeconds: properties.AccessTokenValidity * seconds[units.AccessToken],
    idTokenSeconds: properties.IdTokenValidity * seconds[units.IdToken],
    readAttributes: properties.ReadAttributes,
  };
}
