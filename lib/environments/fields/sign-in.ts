import { z } from 'zod';

const everyIdentifier = {
  caseSensitive: z
    .literal(false)
    .describe('Whether Anna@ and anna@ are two users. Cannot be changed once the pool exists.'),
  firstFactors: z
    .array(z.enum(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']))
    .min(1)
    .describe(
      'With what a sign-in by USER_AUTH may begin (SignInPolicy.AllowedFirstAuthFactors); PASSWORD is always one. A user ' +
        'with a second factor can begin with the password alone.',
    ),
};

/** The names of a user pool: fixed when it is created. */
export const signIn = z
  .discriminatedUnion('identifier', [
    z.strictObject({
      identifier: z
        .literal('email')
        .describe('Users type an e-mail address. The user pool makes its own username (a UUID).'),
      ...everyIdentifier,
    }),
    z.strictObject({
      identifier: z.literal('phone_number').describe('Users type a phone number; the username is a UUID.'),
      ...everyIdentifier,
    }),
    z.strictObject({
      identifier: z
        .literal('email_or_phone_number')
        .describe('Users sign up with either, and type the one that they signed up with; the username is a UUID.'),
      ...everyIdentifier,
    }),
    z.strictObject({
      identifier: z.literal('username').describe('Users choose a name of their own.'),
      aliases: z
        .array(z.enum(['email', 'phone_number', 'preferred_username']))
        .describe('What they may type instead, once it is verified (AliasAttributes).'),
      ...everyIdentifier,
    }),
  ])
  .describe(
    'How users name themselves (UsernameAttributes, AliasAttributes, UsernameConfiguration) and begin to sign in. ' +
      'All but firstFactors cannot be changed once the pool exists.',
  );

/** How a forgotten password is replaced. */
export const accountRecovery = z
  .array(z.enum(['verified_email', 'verified_phone_number', 'admin_only']))
  .min(1)
  .max(2)
  .describe(
    'How a forgotten password is replaced, in the order of preference (AccountRecoverySetting). A code never goes where ' +
      'the user gets codes of a second factor.',
  );

/** What Cognito verifies by a code. */
export const autoVerifiedAttributes = z
  .array(z.enum(['email', 'phone_number']))
  .describe('Which of the addresses of a user Cognito verifies with a code (AutoVerifiedAttributes).');
