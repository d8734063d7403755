import { z } from 'zod';
import { UnreadablePoolError } from '../sign-in/unreadable-pool-error';
import { resourcesOfType } from '../template/resolve';
import type { ResolvedStack, Resource } from '../template/resolve';

/** What the template tells of a user pool to those who write an application. */
export interface PoolTemplate {
  /** UserPoolName, or the logical id where it has none. */
  readonly name: string;
  /** What a user signs in with instead of a username; empty: with a username. */
  readonly usernameAttributes: readonly string[];
  readonly requiredAttributes: readonly string[];
  readonly autoVerifiedAttributes: readonly string[];
  readonly passwordPolicy: {
    readonly minimumLength: number;
    readonly requireLowercase: boolean;
    readonly requireUppercase: boolean;
    readonly requireNumbers: boolean;
    readonly requireSymbols: boolean;
  };
  readonly mfaConfiguration: 'OFF' | 'OPTIONAL' | 'ON';
  readonly enabledMfas: readonly ('SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA')[];
  readonly firstFactors: readonly ('PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN')[];
  readonly passkeys:
    { readonly relyingPartyId: string; readonly userVerification: 'required' | 'preferred' } | undefined;
  readonly groups: readonly { readonly name: string; readonly precedence: number | undefined }[];
  readonly domain: DomainTemplate | undefined;
  readonly identityPool: { readonly logicalId: string; readonly guests: boolean } | undefined;
}

/** The domain of managed login: a name of one's own, or a prefix of the service's. */
export type DomainTemplate =
  { readonly kind: 'custom'; readonly name: string } | { readonly kind: 'prefix'; readonly prefix: string };

const flag = z.boolean().default(false);
const texts = z.array(z.string()).default([]);

/** Defaults are the service's own (API_UserPoolType, API_PasswordPolicyType). */
const userPool = z.object({
  UserPoolName: z.string().optional(),
  UsernameAttributes: texts,
  AutoVerifiedAttributes: texts,
  Schema: z.array(z.object({ Name: z.string(), Required: flag })).default([]),
  Policies: z
    .object({
      PasswordPolicy: z
        .object({
          MinimumLength: z.number().default(8),
          RequireLowercase: flag,
          RequireUppercase: flag,
          RequireNumbers: flag,
          RequireSymbols: flag,
        })
        .prefault({}),
      SignInPolicy: z
        .object({
          AllowedFirstAuthFactors: z
            .array(z.enum(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']))
            .default(['PASSWORD']),
        })
        .prefault({}),
    })
    .prefault({}),
  MfaConfiguration: z.enum(['OFF', 'OPTIONAL', 'ON']).default('OFF'),
  EnabledMfas: z.array(z.enum(['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'])).default([]),
  WebAuthnRelyingPartyID: z.string().optional(),
  WebAuthnUserVerification: z.enum(['required', 'preferred']).default('preferred'),
});

const group = z.object({ GroupName: z.string(), Precedence: z.number().optional() });
const domain = z.object({ Domain: z.string(), CustomDomainConfig: z.object({}).optional() });
const identityPool = z.object({ AllowUnauthenticatedIdentities: flag });

/** @throws UnreadablePoolError when a property is not known before deployment */
export function poolTemplate(stack: ResolvedStack, pool: Resource): PoolTemplate {
  const data = read(stack, pool, userPool);
  const { PasswordPolicy: policy, SignInPolicy: signIn } = data.Policies;
  const [identities] = resourcesOfType(stack, 'AWS::Cognito::IdentityPool');
  const relyingPartyId = data.WebAuthnRelyingPartyID;
  return {
    name: data.UserPoolName ?? pool.logicalId,
    usernameAttributes: data.UsernameAttributes,
    requiredAttributes: data.Schema.filter(({ Required }) => Required).map(({ Name }) => Name),
    autoVerifiedAttributes: data.AutoVerifiedAttributes,
    passwordPolicy: {
      minimumLength: policy.MinimumLength,
      requireLowercase: policy.RequireLowercase,
      requireUppercase: policy.RequireUppercase,
      requireNumbers: policy.RequireNumbers,
      requireSymbols: policy.RequireSymbols,
    },
    mfaConfiguration: data.MfaConfiguration,
    enabledMfas: data.MfaConfiguration === 'OFF' ? [] : data.EnabledMfas,
    firstFactors: signIn.AllowedFirstAuthFactors,
    passkeys:
      relyingPartyId === undefined ? undefined : { relyingPartyId, userVerification: data.WebAuthnUserVerification },
    groups: resourcesOfType(stack, 'AWS::Cognito::UserPoolGroup')
      .map((resource) => read(stack, resource, group))
      .map(({ GroupName: name, Precedence: precedence }) => ({ name, precedence })),
    domain: domainTemplate(stack),
    identityPool: identities && {
      logicalId: identities.logicalId,
      guests: read(stack, identities, identityPool).AllowUnauthenticatedIdentities,
    },
  };
}

/** A pool has room for one of each kind: then users see the custom one. */
function domainTemplate(stack: ResolvedStack): DomainTemplate | undefined {
  const found = resourcesOfType(stack, 'AWS::Cognito::UserPoolDomain').map((resource) => read(stack, resource, domain));
  const custom = found.find(({ CustomDomainConfig }) => CustomDomainConfig !== undefined);
  if (custom !== undefined) return { kind: 'custom', name: custom.Domain };
  const [prefix] = found;
  return prefix && { kind: 'prefix', prefix: prefix.Domain };
}

function read<Data>(stack: ResolvedStack, resource: Resource, shape: z.ZodType<Data>): Data {
  const parsed = shape.safeParse(resource.properties);
  if (!parsed.success) throw UnreadablePoolError.ofProperties(stack, resource, parsed.error);
  return parsed.data;
}
