import { z } from 'zod';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .describe('As #rrggbb in lower case.');

export const branding = z
  .discriminatedUnion('style', [
    z.strictObject({
      style: z.literal('cognito').describe('The style that Cognito provides (UseCognitoProvidedValues).'),
    }),
    z.strictObject({
      style: z
        .literal('own')
        .describe('The same with colours and a logo of your own; all the rest stays as Cognito provides it.'),
      primaryColour: colour.describe('The primary buttons on a light page, as #rrggbb; their text is black or white.'),
      primaryColourDark: colour.describe(
        'The primary buttons on a dark page, as #rrggbb; their text is black or white.',
      ),
      logo: z
        .string()
        .regex(/^branding\/[a-z0-9-]+\.svg$/)
        .optional()
        .describe(
          'An SVG image below branding/, at most 100 kB as it becomes a part of the template, and at most four times as ' +
            'wide as high. It stands above the form on light and dark pages.',
        ),
    }),
  ])
  .describe('How the pages look (AWS::Cognito::ManagedLoginBranding); without it Cognito shows none.');
