import { z } from 'zod';

export const passwordPolicy = z
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
