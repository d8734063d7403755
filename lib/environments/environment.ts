import { z } from 'zod';
import { appClient } from './fields/app-client';
import { customAttribute, standardAttribute } from './fields/attributes';
import { deviceTracking } from './fields/device-tracking';
import { group } from './fields/group';
import { identityPool } from './fields/identity-pool';
import { identityProviders } from './fields/identity-provider';
import { encryptionKey, issuer, replicas } from './fields/keys-and-regions';
import { logDelivery } from './fields/log-delivery';
import { managedLogin } from './fields/managed-login';
import { messages } from './fields/messages';
import { mfa } from './fields/mfa';
import { monitoring } from './fields/monitoring';
import { nameKey } from './fields/name-key';
import { passkeys } from './fields/passkeys';
import { passwordPolicy } from './fields/password-policy';
import { posture } from './fields/posture';
import { protection, reason } from './fields/protection';
import { region } from './fields/region';
import { removal } from './fields/removal';
import { resourceServer } from './fields/resource-server';
import { emailSender, smsSender } from './fields/senders';
import { accountRecovery, autoVerifiedAttributes, signIn } from './fields/sign-in';
import { threatProtection } from './fields/threat-protection';
import { triggers } from './fields/triggers';
import { waiver } from './fields/waiver';
import { webAcl } from './fields/web-acl';

const selfSignUp = z
  .discriminatedUnion('allowed', [
    z.strictObject({ allowed: z.literal(false).describe('Only administrators create users.') }),
    z.strictObject({ allowed: z.literal(true).describe('Anybody may sign up; say why.'), reason }),
  ])
  .describe('Whether anybody may create an account (AdminCreateUserConfig.AllowAdminCreateUserOnly).');

/** Everything that is declared about one environment. The one source of its type, its checks and its documentation. */
export const environment = z
  .strictObject({
    name: nameKey.max(20).describe("The name of the Stage: dev is deployed by npx cdk deploy 'dev/*'."),
    class: z
      .enum(['sandbox', 'pre-production', 'production'])
      .describe('What is at stake: some settings are for the sandbox only, and findings weigh more in production.'),
    posture,
    account: z
      .union([z.string().regex(/^\d{12}$/), z.literal('deploying')])
      .describe('The AWS account, 12 digits; a sandbox may say "deploying": the account of the credentials at hand.'),
    region: region.describe('The AWS Region.'),
    featurePlan: z.enum(['LITE', 'ESSENTIALS', 'PLUS']).describe('What Cognito offers and charges (UserPoolTier).'),
    signIn,
    selfSignUp,
    passwordPolicy,
    mfa,
    passkeys,
    deviceTracking,
    autoVerifiedAttributes,
    accountRecovery,
    verificationBeforeUpdate: protection.describe(
      'A changed address counts only after its verification (UserAttributeUpdateSettings, for autoVerifiedAttributes).',
    ),
    emailSender,
    smsSender,
    messages,
    threatProtection,
    webAcl,
    logDelivery,
    monitoring,
    removal,
    encryptionKey,
    issuer,
    replicas,
    standardAttributes: z
      .partialRecord(standardAttribute.name, standardAttribute.settings)
      .describe('The standard attributes in use. What is required cannot be changed once the pool exists.'),
    customAttributes: z
      .record(
        z
          .string()
          .regex(/^[a-z][a-z0-9_]{0,19}$/)
          .describe('A name: 1 to 20 lower-case letters, digits and underscores, without the prefix custom:.'),
        customAttribute,
      )
      .describe(
        'Attributes named custom:NAME. Append-only: npm run snapshot refuses another change of what is committed.',
      ),
    groups: z.record(nameKey, group).describe('Groups by name.'),
    managedLogin,
    resourceServers: z.record(nameKey, resourceServer).describe('Resource servers by name.'),
    identityProviders,
    clients: z
      .record(nameKey, appClient)
      .describe('App clients by name; the name is the identity, the order means nothing.'),
    identityPool,
    triggers,
    waivers: z.array(waiver).describe('Controls that this environment knowingly does not meet.'),
    tags: z
      .record(
        z.string().min(1).max(128).describe('A key, which does not begin with aws:.'),
        z.string().min(1).max(256).describe('The value of the tag; a dashboard takes none that is empty.'),
      )
      .describe('Tags of the stacks, which CloudFormation puts on every resource that can have some.'),
  })
  .describe('A file of lib/environments exports it under the name that environments.ts there imports.');

/** One environment as it is declared. */
export type Environment = DeepReadonly<z.infer<typeof environment>>;

/** Environment files are data: nothing may write to them. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
