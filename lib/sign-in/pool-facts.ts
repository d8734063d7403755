import { z } from 'zod';
import { metadataKeys } from '../template/metadata';
import { resourcesOfType } from '../template/resolve';
import type { ResolvedStack, Resource } from '../template/resolve';
import { attributeReference, isObject } from '../template/value';
import type { Reference, Value, ValueObject } from '../template/value';
import { withNested } from '../template/with-nested';
import { clientFacts } from './client-facts';
import type { ClientFacts } from './client-facts';
import { findUserPool } from './find-user-pool';
import type { DeclaredUserPool } from './find-user-pool';
import { UnreadablePoolError } from './unreadable-pool-error';

/** What the template tells of a user pool, as far as the journeys depend on it. */
export interface PoolFacts {
  readonly logicalId: string;
  /** From the template's Metadata; undefined where another app made it. */
  readonly environmentClass: 'sandbox' | 'pre-production' | 'production' | undefined;
  /** Which of its two issuers the service signs tokens as (IssuerConfiguration.Type). */
  readonly issuerType: 'ORIGINAL' | 'UPDATED';
  /** `email`: UsernameAttributes, and the username is a UUID. */
  readonly signInWith: 'email' | 'username';
  /** Whether anybody may sign up. */
  readonly selfSignUp: boolean;
  /** What a sign-up verifies with a code: `email`, `phone_number`. */
  readonly autoVerified: readonly string[];
  /** Attributes that the schema requires, `email` aside. */
  readonly requiredAttributes: readonly string[];
  /** Those of them that can be set only when the user is created. */
  readonly immutableAttributes: readonly string[];
  readonly minimumPasswordLength: number;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  /** EnabledMfas, whether MFA is on or not. */
  readonly factors: readonly string[];
  /** Whether TOTP is among the factors. */
  readonly softwareTokens: boolean;
  /** Names of AccountRecoverySetting; undefined where the template leaves it to the service. */
  readonly recovery: readonly string[] | undefined;
  /** undefined: device tracking is off. */
  readonly deviceTracking:
    | {
        /** A confirmed device is remembered only once the user says so. */
        readonly asksUser: boolean;
        /** A remembered device signs in by its own secret instead of MFA. */
        readonly standsInForMfa: boolean;
      }
    | undefined;
  /** The triggers that are set, by their names in LambdaConfig. */
  readonly triggers: readonly string[];
  /** The claim that the pre-token-generation trigger writes the groups to, if this project's trigger is in the template. */
  readonly groupsClaim: string | undefined;
  /** Whether it has a domain, and with it the OAuth 2.0 endpoints. */
  readonly domain: boolean;
  readonly clients: readonly ClientFacts[];
}

const attribute = z.object({
  Name: z.string(),
  Required: z.boolean().default(false),
  Mutable: z.boolean().default(true),
});

const userPool = z.object({
  IssuerConfiguration: z.object({ Type: z.enum(['ORIGINAL', 'UPDATED']).default('ORIGINAL') }).prefault({}),
  UsernameAttributes: z.array(z.string()).default([]),
  AutoVerifiedAttributes: z.array(z.string()).default([]),
  AdminCreateUserConfig: z.object({ AllowAdminCreateUserOnly: z.boolean().default(false) }).prefault({}),
  Schema: z.array(attribute).default([]),
  // The service's own minimum where the template has no policy.
  Policies: z.object({ PasswordPolicy: z.object({ MinimumLength: z.number().default(8) }).prefault({}) }).prefault({}),
  MfaConfiguration: z.enum(['OFF', 'OPTIONAL', 'ON']).default('OFF'),
  EnabledMfas: z.array(z.string()).default([]),
  AccountRecoverySetting: z
    .object({ RecoveryMechanisms: z.array(z.object({ Name: z.string() })).optional() })
    .optional(),
  DeviceConfiguration: z
    .object({
      DeviceOnlyRememberedOnUserPrompt: z.boolean().default(false),
      ChallengeRequiredOnNewDevice: z.boolean().default(false),
    })
    .optional(),
  LambdaConfig: z.record(z.string(), z.unknown()).default({}),
});

const environment = z.object({ class: z.enum(['sandbox', 'pre-production', 'production']) });

/** The environment variable of the pre-token-generation trigger; lambda/pre-token-generation/environment.ts writes it. */
const groupsVariable = 'GROUPS_CLAIM';

/**
 * @param root the stack at the top, with all that is nested in it
 * @param pool one of its user pools; the only one otherwise
 * @throws UnreadablePoolError when there is not exactly one user pool and none is given, or a property that the journeys
 * depend on is not known before deployment
 */
export function readPoolFacts(root: ResolvedStack, pool: DeclaredUserPool = findUserPool(root)): PoolFacts {
  const { stack, resource } = pool;
  const parsed = userPool.safeParse(resource.properties);
  if (!parsed.success) throw UnreadablePoolError.ofProperties(stack, resource, parsed.error);
  const { Schema, MfaConfiguration, EnabledMfas, DeviceConfiguration, ...properties } = parsed.data;
  const required = Schema.filter(({ Name, Required }) => Required && Name !== 'email');
  return {
    logicalId: resource.logicalId,
    environmentClass: environment.safeParse(root.metadata[metadataKeys.environment]).data?.class,
    issuerType: properties.IssuerConfiguration.Type,
    signInWith: properties.UsernameAttributes.includes('email') ? 'email' : 'username',
    selfSignUp: !properties.AdminCreateUserConfig.AllowAdminCreateUserOnly,
    autoVerified: properties.AutoVerifiedAttributes,
    requiredAttributes: required.map(({ Name }) => Name),
    immutableAttributes: required.filter(({ Mutable }) => !Mutable).map(({ Name }) => Name),
    minimumPasswordLength: properties.Policies.PasswordPolicy.MinimumLength,
    mfa: MfaConfiguration,
    factors: EnabledMfas,
    softwareTokens: MfaConfiguration !== 'OFF' && EnabledMfas.includes('SOFTWARE_TOKEN_MFA'),
    recovery: properties.AccountRecoverySetting?.RecoveryMechanisms?.map(({ Name }) => Name),
    deviceTracking: DeviceConfiguration && {
      asksUser: DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt,
      standsInForMfa: DeviceConfiguration.ChallengeRequiredOnNewDevice,
    },
    triggers: Object.keys(properties.LambdaConfig),
    groupsClaim: groupsClaim(root, pool),
    domain: partsOf(root, pool, 'AWS::Cognito::UserPoolDomain').length > 0,
    clients: partsOf(root, pool, 'AWS::Cognito::UserPoolClient').map(({ stack, resource: client }) => {
      const facts = clientFacts(stack, client);
      return stack === pool.stack ? facts : { ...facts, logicalId: `${stack.artifact.path}/${facts.logicalId}` };
    }),
  };
}

/** The resources of a type that name the pool as theirs, each with its stack. */
function partsOf(root: ResolvedStack, pool: DeclaredUserPool, type: string): readonly DeclaredUserPool[] {
  return withNested(root).flatMap((stack) =>
    resourcesOfType(stack, type)
      .filter(({ properties }) => {
        const owner = attributeReference(properties['UserPoolId']);
        return owner?.stack === pool.stack.artifact.path && owner.logicalId === pool.resource.logicalId;
      })
      .map((resource) => ({ stack, resource })),
  );
}

function groupsClaim(root: ResolvedStack, { resource }: DeclaredUserPool): string | undefined {
  const lambdas = objectAt(resource, 'LambdaConfig');
  const versioned = lambdas['PreTokenGenerationConfig'];
  const arn = isObject(versioned) ? versioned['LambdaArn'] : undefined;
  const trigger = referenced(root, arn ?? lambdas['PreTokenGeneration']);
  const lambda =
    trigger?.type === 'AWS::Lambda::Alias' ? referenced(root, trigger.properties['FunctionName']) : trigger;
  const environmentOf = lambda && objectAt(lambda, 'Environment');
  const variables = environmentOf?.['Variables'];
  const claim = isObject(variables) ? variables[groupsVariable] : undefined;
  return typeof claim === 'string' ? claim : undefined;
}

function referenced(root: ResolvedStack, value: Value | undefined): Resource | undefined {
  const reference = attributeReference(value);
  const declaring = withNested(root).find(({ artifact }) => artifact.path === reference?.stack);
  return declaring?.resources.get(reference?.logicalId ?? '');
}

function objectAt({ properties }: Resource, name: string): ValueObject {
  const value = properties[name];
  return isObject(value) ? value : {};
}

/** The output of the stack that holds what a Ref or Fn::GetAtt of the resource gives. */
export function outputReferring(root: ResolvedStack, { stack, logicalId, attribute }: Reference): string | undefined {
  const found = [...root.outputs].find(([, value]) => {
    const reference = attributeReference(value);
    return reference?.stack === stack && reference.logicalId === logicalId && reference.attribute === attribute;
  });
  return found?.[0];
}

/** What the facts call a resource, by its place: one of another stack than the pool's has the path of its stack before it. */
export function placeOf(pool: DeclaredUserPool, name: string): Omit<Reference, 'attribute'> {
  const end = name.lastIndexOf('/');
  return { stack: end === -1 ? pool.stack.artifact.path : name.slice(0, end), logicalId: name.slice(end + 1) };
}
