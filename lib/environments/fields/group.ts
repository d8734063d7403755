import { z } from 'zod';

export const group = z
  .strictObject({
    description: z.string().min(1).max(2048).describe('Who is in it and what it permits.'),
    precedence: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .describe('The group with the lowest number comes first in tokens.'),
    roleArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/)
      .optional()
      .describe(
        'The IAM role of this account that the identity pool gives its members, where roleMapping is by token; it trusts ' +
          'the identity pool alone (aud) and its signed-in users (amr). Tokens name it (cognito:roles).',
      ),
  })
  .describe('A group (AWS::Cognito::UserPoolGroup).');
