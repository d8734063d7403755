import { z } from 'zod';
import { metadataKeys } from '../template/metadata';
import { resourcesOfType } from '../template/resolve';
import type { ResolvedStack, Resource } from '../template/resolve';
import { attributeReference, isObject, Token } from '../template/value';
import { clientFacts } from './client-facts';
import type { ClientFacts } from './client-facts';
import { UnreadablePoolError } from './unreadable-pool-error';

/** What the template tells of a user pool, as far as the journey depends on it. */
export interface PoolFacts {
  readonly logicalId: string;
  /** From the template's Metadata; undefined where another app made it. */
  readonly environmentClass: 'sandbox' | 'pre-production' | 'production' | undefined;
  /** Which of its two issuers the service signs tokens as (IssuerConfiguration.Type). */
  readonly issuerType: 'ORIGINAL' | 'UPDATED';
  /** `email`: UsernameAttributes, and the username is a UUID. */
  readonly signInWith: 'email' | 'username';
  /** Attributes that the schema requires, `email` aside. */
  readonly requiredAttributes: readonly string[];
  readonly minimumPasswordLength: number;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  /** Whether TOTP is among the factors. */
  readonly softwareTokens: boolean;
  /** undefined: device tracking is off. */
  readonly deviceTracking:
    | {
        /** A confirmed device is remembered only once the user says so. */
        readonly asksUser: boolean;
        /** A remembered device signs in by its own secret instead of MFA. */
        readonly standsInForMfa: boolean;
      }
    | undefined;
  /** The claim that the pre-token-generation trigger writes the groups to, if this project's trigger is in the template. */
  readonly groupsClaim: string | undefined;
  readonly clients: readonly ClientFacts[];
}

const userPool = z.object({
  IssuerConfiguration: z.object({ Type: z.enum(['ORIGINAL', 'UPDATED']).default('ORIGINAL') }).prefault({}),
  UsernameAttributes: z.array(z.string()).default([]),
  Schema: z.array(z.object({ Name: z.string(), Required: z.boolean().default(false) })).default([]),
  // The service's own minimum where the template has no policy.
  Policies: z.object({ PasswordPolicy: z.object({ MinimumLength: z.number().default(8) }).prefault({}) }).prefault({}),
  MfaConfiguration: z.enum(['OFF', 'OPTIONAL', 'ON']).default('OFF'),
  EnabledMfas: z.array(z.string()).default([]),
  DeviceConfiguration: z
    .object({
      DeviceOnlyRememberedOnUserPrompt: z.boolean().default(false),
      ChallengeRequiredOnNewDevice: z.boolean().default(false),
    })
    .optional(),
});

const environment = z.object({ class: z.enum(['sandbox', 'pre-production', 'production']) });

/** The environment variable of the pre-token-generation trigger; lambda/pre-token-generation/environment.ts writes it. */
const groupsVariable = 'GROUPS_CLAIM';

/**
 * @throws UnreadablePoolError when the stack has not exactly one user pool, or a property that the journey depends on is
 * not known before deployment
 */
export function readPoolFacts(stack: ResolvedStack): PoolFacts {
  const pool = onlyUserPool(stack);
  const parsed = userPool.safeParse(pool.properties);
  if (!parsed.success) throw UnreadablePoolError.ofProperties(stack, pool, parsed.error);
  const { Schema, Policies, MfaConfiguration, EnabledMfas, DeviceConfiguration, UsernameAttributes } = parsed.data;
  return {
    logicalId: pool.logicalId,
    environmentClass: environment.safeParse(stack.metadata[metadataKeys.environment]).data?.class,
    issuerType: parsed.data.IssuerConfiguration.Type,
    signInWith: UsernameAttributes.includes('email') ? 'email' : 'username',
    requiredAttributes: Schema.filter(({ Name, Required }) => Required && Name !== 'email').map(({ Name }) => Name),
    minimumPasswordLength: Policies.PasswordPolicy.MinimumLength,
    mfa: MfaConfiguration,
    softwareTokens: MfaConfiguration !== 'OFF' && EnabledMfas.includes('SOFTWARE_TOKEN_MFA'),
    deviceTracking: DeviceConfiguration && {
      asksUser: DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt,
      standsInForMfa: DeviceConfiguration.ChallengeRequiredOnNewDevice,
    },
    groupsClaim: groupsClaim(stack, pool),
    clients: resourcesOfType(stack, 'AWS::Cognito::UserPoolClient').map((client) => clientFacts(stack, client)),
  };
}

function onlyUserPool(stack: ResolvedStack): Resource {
  const [pool, ...others] = resourcesOfType(stack, 'AWS::Cognito::UserPool');
  if (pool === undefined || others.length > 0)
    throw UnreadablePoolError.ofCount(stack, pool === undefined ? 0 : 1 + others.length);
  return pool;
}

function groupsClaim(stack: ResolvedStack, pool: Resource): string | undefined {
  const lambdas = pool.properties['LambdaConfig'];
  const trigger = isObject(lambdas) ? attributeReference(lambdas['PreTokenGeneration']) : undefined;
  const environmentOf = stack.resources.get(trigger?.logicalId ?? '')?.properties['Environment'];
  const variables = isObject(environmentOf) ? environmentOf['Variables'] : undefined;
  const claim = isObject(variables) ? variables[groupsVariable] : undefined;
  return typeof claim === 'string' ? claim : undefined;
}

/** The output of the stack that holds the Ref of a resource. */
export function outputReferring(stack: ResolvedStack, logicalId: string, attribute?: string): string | undefined {
  const found = [...stack.outputs].find(([, value]) => {
    if (!(value instanceof Token)) return false;
    const reference = attributeReference(value);
    return reference?.logicalId === logicalId && reference.attribute === attribute;
  });
  return found?.[0];
}
