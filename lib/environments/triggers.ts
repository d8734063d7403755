import { z } from 'zod';
import { oneLine } from './one-line';

const preSignUp = z
  .strictObject({
    allowedEmailDomains: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
          .describe('A domain in lower case, without @.'),
      )
      .min(1)
      .describe('The domains; a subdomain is another domain.'),
  })
  .describe('Only addresses of these domains may sign up.');

const postConfirmation = z
  .strictObject({ defaultGroup: z.string().min(1).describe('The name of a declared group.') })
  .describe('Adds a newly confirmed user to a group.');

const preTokenGeneration = z
  .strictObject({
    groupsClaim: z.string().min(1).describe('The claim of both tokens that lists the groups of the user.'),
    attributeClaims: z
      .record(z.string().min(1).describe('A name for the claim.'), z.string().min(1).describe('A declared attribute.'))
      .describe('Claim name to attribute name, for the access token.'),
  })
  .describe('Puts groups and chosen attributes into the tokens (event version V2_0; needs ESSENTIALS).');

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

/** Lambda triggers, each switched on by its name. */
export const triggers = z
  .strictObject({
    preSignUp: preSignUp.optional(),
    postConfirmation: postConfirmation.optional(),
    preTokenGeneration: preTokenGeneration.optional(),
    customMessage: customMessage.optional(),
    postAuthentication: postAuthentication.optional(),
    userMigration: userMigration.optional(),
  })
  .describe('Lambda triggers, each switched on by its name (LambdaConfig).');
