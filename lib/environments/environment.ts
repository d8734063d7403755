import { z } from 'zod';
import { appClient } from './app-client';
import { customAttribute, standardAttribute } from './attributes';
import { oneLine } from './one-line';
import { protection, reason } from './protection';
import { triggers } from './triggers';

const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/);

const signIn = z
  .strictObject({
    identifier: z
      .literal('email')
      .describe('What users type to sign in. The user pool makes its own username (a UUID).'),
    caseSensitive: z
      .literal(false)
      .describe('Whether Anna@ and anna@ are two users. Cannot be changed once the pool exists.'),
  })
  .describe(
    'How users name themselves (UsernameAttributes, UsernameConfiguration). Cannot be changed once the pool exists.',
  );

const selfSignUp = z
  .discriminatedUnion('allowed', [
    z.strictObject({ allowed: z.literal(false).describe('Only administrators create users.') }),
    z.strictObject({ allowed: z.literal(true).describe('Anybody may sign up; say why.'), reason }),
  ])
  .describe('Whether anybody may create an account (AdminCreateUserConfig.AllowAdminCreateUserOnly).');

const passwordPolicy = z
  .strictObject({
    minimumLength: z.int().min(6).max(99).describe('Characters.'),
    requireLowercase: z.boolean().describe('At least one lower-case letter.'),
    requireUppercase: z.boolean().describe('At least one upper-case letter.'),
    requireNumbers: z.boolean().describe('At least one digit.'),
    requireSymbols: z.boolean().describe('At least one symbol.'),
    temporaryPasswordValidityDays: z.int().min(1).max(365).describe('Days until an invitation expires.'),
    passwordHistorySize: z
      .int()
      .min(0)
      .max(24)
      .describe('How many previous passwords are refused; more than 0 needs ESSENTIALS.'),
  })
  .describe('What a password must be (Policies.PasswordPolicy).');

/** The second factors that can be declared; the names are those of EnabledMfas. */
export const mfaFactor = z.enum(['SOFTWARE_TOKEN_MFA']).describe('TOTP codes of an authenticator app.');
const factors = z.array(mfaFactor).min(1).describe('The second factors on offer.');

const mfa = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('off').describe('The password is the only factor; say why.'), reason }),
    z.strictObject({ mode: z.literal('optional').describe('Each user decides.'), factors }),
    z.strictObject({ mode: z.literal('required').describe('Nobody signs in without a second factor.'), factors }),
  ])
  .describe('Multi-factor authentication (MfaConfiguration, EnabledMfas).');

const deviceTracking = z
  .discriminatedUnion('tracking', [
    z.strictObject({
      tracking: z.literal('on').describe('Devices get keys and can be remembered.'),
      challengeRequiredOnNewDevice: z
        .boolean()
        .describe('A remembered device signs in by its own secret instead of MFA.'),
      deviceOnlyRememberedOnUserPrompt: z
        .boolean()
        .describe('A confirmed device is remembered only after the user agrees.'),
    }),
    z.strictObject({ tracking: z.literal('off').describe('No device is known; say why.'), reason }),
  ])
  .describe('Remembered devices (DeviceConfiguration: present means on, whatever its flags).');

const threatProtection = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z
        .literal('enforced')
        .describe('The risk configuration of the pool decides what follows from a risky sign-in.'),
    }),
    z.strictObject({ mode: z.literal('audit').describe('The risk of a sign-in is recorded, and nothing is done.') }),
    z.strictObject({ mode: z.literal('off').describe('No risk is looked at; say why.'), reason }),
  ])
  .describe('Threat protection (UserPoolAddOns.AdvancedSecurityMode).');

const emailSender = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('built-in').describe('The sender of Cognito: 50 messages a day, fixed texts.') }),
    z.strictObject({
      kind: z.literal('ses').describe('An identity of Amazon SES in this account.'),
      fromAddress: z.email().describe('Whom the messages come from.'),
      fromName: oneLine.max(64).describe('The name shown beside it, on one line.'),
      replyToAddress: z.email().describe('Where answers go.'),
      verifiedIdentity: z
        .string()
        .min(3)
        .describe('The SES identity, written exactly as it is verified: a domain or an address.'),
      region: region.describe('The Region of the SES identity.'),
    }),
  ])
  .describe('Who sends e-mail (EmailConfiguration).');

const removal = z
  .strictObject({
    deletionProtection: protection.describe('DeletionProtection of the user pool.'),
    policy: z.enum(['retain', 'destroy']).describe('What happens to the user pool when it leaves the template.'),
  })
  .describe('What keeps the users from being deleted with the stack.');

const group = z
  .strictObject({
    description: z.string().min(1).max(2048).describe('Who is in it and what it permits.'),
    precedence: z.int().min(0).describe('The group with the lowest number comes first in tokens.'),
  })
  .describe('A group (AWS::Cognito::UserPoolGroup).');

const waiver = z
  .strictObject({
    control: z.string().min(1).describe('The id of the control that is not met, for instance AwsSolutions-COG2.'),
    reason,
    owner: z.string().min(1).describe('Who answers for it: a team or an address.'),
    expires: z.iso.date().describe('The last day on which the waiver counts (UTC).'),
  })
  .describe('One control, excused until a date.');

/** A name that is a key in a record, a part of a construct path and of an SSM parameter name. */
const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(64)
  .describe('A name: lower-case letters, digits and single hyphens, starting with a letter.');

/** Everything that is declared about one environment. The one source of its type, its checks and its documentation. */
export const environment = z
  .strictObject({
    name: key.max(20).describe("The name of the Stage: dev is deployed by npx cdk deploy 'dev/*'."),
    class: z
      .enum(['sandbox', 'pre-production', 'production'])
      .describe('What is at stake: some settings are for the sandbox only, and findings weigh more in production.'),
    account: z
      .union([z.string().regex(/^\d{12}$/), z.literal('deploying')])
      .describe('The AWS account, 12 digits; a sandbox may say "deploying": the account of the credentials at hand.'),
    region: region.describe('The AWS Region.'),
    signIn,
    selfSignUp,
    passwordPolicy,
    mfa,
    deviceTracking,
    accountRecovery: z
      .enum(['verified_email', 'admin_only'])
      .describe('How a forgotten password is replaced (AccountRecoverySetting).'),
    verificationBeforeUpdate: protection.describe(
      'A changed e-mail address counts only after its verification (UserAttributeUpdateSettings).',
    ),
    emailSender,
    featurePlan: z.enum(['LITE', 'ESSENTIALS', 'PLUS']).describe('What Cognito offers and charges (UserPoolTier).'),
    threatProtection,
    removal,
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
      .describe('Attributes named custom:NAME. Append-only.'),
    groups: z.record(key, group).describe('Groups by name.'),
    clients: z
      .record(key, appClient)
      .describe('App clients by name; the name is the identity, the order means nothing.'),
    triggers,
    waivers: z.array(waiver).describe('Controls that this environment knowingly does not meet.'),
    tags: z
      .record(
        z.string().min(1).max(128).describe('A key, which does not begin with aws:.'),
        z.string().max(256).describe('The value of the tag.'),
      )
      .describe('Tags of every resource.'),
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
