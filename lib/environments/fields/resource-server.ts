import { z } from 'zod';

const scopeCharacters = /^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$/;

export const resourceServer = z
  .strictObject({
    identifier: z
      .string()
      .min(1)
      .max(256)
      .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/)
      .describe(
        'The identifier, often the address of the API: what audiences and scopes begin with. Another one is another ' +
          'resource server.',
      ),
    scopes: z
      .record(
        z.string().regex(scopeCharacters).max(256).describe('The name of the scope, asked for as IDENTIFIER/NAME.'),
        z.string().min(1).max(256).describe('What it permits.'),
      )
      .describe(
        'Scopes by name, at most 100. A scope that is removed is refused to every client that still asks for it.',
      ),
  })
  .describe('An API with scopes of its own (AWS::Cognito::UserPoolResourceServer).');
