import { z } from 'zod';
import { oneLine } from './one-line';

const allowedEmailDomains = z
  .array(
    z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
      .describe('A domain in lower case, without @.'),
  )
  .min(1)
  .describe('The domains; a subdomain is another domain.');

const preSignUp = z.strictObject({ allowedEmailDomains }).describe('Only addresses of these domains may sign up.');

const postConfirmation = z
  .strictObject({ defaultGroup: z.string().min(1).describe('The name of a declared group.') })
  .describe('Adds a newly confirmed user to a group.');

const preTokenGeneration = z
  .strictObject({
    eventVersion: z
      .enum(['V1_0', 'V2_0', 'V3_0'])
      .describe('V1_0 changes the ID token alone, V2_0 access tokens as well, V3_0 also those of machines.'),
    groupsClaim: z
      .string()
      .min(1)
      .describe('The claim of the tokens that lists the groups of the user; with V1_0 one text, with spaces between.'),
    attributeClaims: z
      .record(z.string().min(1).describe('A name for the claim.'), z.string().min(1).describe('A declared attribute.'))
      .describe('Claim name to attribute name, for the access token; empty with V1_0, which does not reach it.'),
  })
  .describe('Puts groups and chosen attributes into the tokens; versions above V1_0 need ESSENTIALS.');

const customMessage = z
  .strictObject({ productName: oneLine.max(64).describe('What the messages call the product, on one line.') })
  .describe('Writes the messages in English or Japanese, by the locale attribute (needs SES).');

const postAuthentication = z.strictObject({}).describe('One structured audit line for each sign-in.');

const userMigration = z
  .strictObject({
    endpoint: z.url().describe('The legacy service: https, or http on loopback.'),
    tokenSecretName: z
      .string()
      .regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/)
      .describe(
        'The Secrets Manager secret that holds the bearer token of the endpoint: in the account and Region of the ' +
          'user pool, encrypted with the key aws/secretsmanager.',
      ),
    deadlineMilliseconds: z
      .int()
      .min(100)
      .max(4500)
      .describe('How long the endpoint may take; Cognito stops waiting after 5,000.'),
  })
  .describe('Creates a user at the first sign-in by asking a legacy service.');

const preAuthentication = z
  .strictObject({
    deniedAttribute: z
      .string()
      .regex(/^custom:[a-z][a-z0-9_]{0,19}$/)
      .describe('A declared custom attribute that applications decide on access by, as custom:NAME.'),
    deniedValues: z
      .array(z.string().min(1).max(2048).describe('A value, as Cognito keeps it: true and numbers as text.'))
      .min(1)
      .describe('The values with which nobody signs in.'),
  })
  .describe(
    'Refuses every sign-in of users who have one of some values in an attribute. What they have begun goes on: disable a ' +
      'user to end it.',
  );

const customAuthentication = z
  .strictObject({
    challenge: z.literal('email-code').describe('A code of six digits by e-mail, through SES, to a verified address.'),
    productName: oneLine.max(64).describe('What the messages call the product, on one line.'),
    password: z
      .enum(['required', 'not-asked'])
      .describe(
        'Whether the password comes before the code (SRP_A), and any second factor with it; "not-asked": the code alone ' +
          'signs in, and no second factor is asked for.',
      ),
    maximumAttempts: z.int().min(1).max(10).describe('Wrong answers until the sign-in fails.'),
    codeMinutes: z.int().min(1).max(15).describe('Minutes that a code counts, at most authSessionMinutes of a client.'),
  })
  .describe(
    'Signs users in by a challenge of your own (CUSTOM_AUTH): DefineAuthChallenge, CreateAuthChallenge and ' +
      'VerifyAuthChallengeResponse.',
  );

const customEmailSender = z
  .strictObject({ productName: oneLine.max(64).describe('What the messages call the product, on one line.') })
  .describe('Sends every e-mail itself, through SES; codes come encrypted with a key of the stack, which rotates.');

const customSmsSender = z
  .strictObject({
    productName: oneLine.max(30).describe('What the messages call the product, on one line.'),
    senderId: z
      .string()
      .regex(/^(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}$/)
      .optional()
      .describe('The name shown as the sender, in the countries that know such names.'),
  })
  .describe(
    'Sends every text message itself, through SNS; codes come encrypted with a key of the stack, which rotates.',
  );

const inboundFederation = z
  .strictObject({ allowedEmailDomains })
  .describe('Admits users of identity providers by the domain of their address only, at every sign-in.');

const functions = z
  .strictObject({
    provisionedConcurrency: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        'Instances that are kept warm for each trigger; absent: none, and the first event after a pause waits longer.',
      ),
    memoryMegabytes: z
      .int()
      .min(128)
      .max(10_240)
      .describe('Memory of each function; its share of the processor follows from it.'),
  })
  .describe(
    'How the functions run. Each is invoked by its alias live, which moves to a new version when its code or its ' +
      'configuration changes.',
  );

/** Lambda triggers, each switched on by its name. */
export const triggers = z
  .strictObject({
    preSignUp: preSignUp.optional(),
    postConfirmation: postConfirmation.optional(),
    preAuthentication: preAuthentication.optional(),
    postAuthentication: postAuthentication.optional(),
    preTokenGeneration: preTokenGeneration.optional(),
    customMessage: customMessage.optional(),
    customEmailSender: customEmailSender.optional(),
    customSmsSender: customSmsSender.optional(),
    customAuthentication: customAuthentication.optional(),
    userMigration: userMigration.optional(),
    inboundFederation: inboundFederation.optional(),
    functions,
  })
  .describe('Lambda triggers, each switched on by its name (LambdaConfig).');
