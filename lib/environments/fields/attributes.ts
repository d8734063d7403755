import { z } from 'zod';

/**
 * The standard attributes of a user pool, without `sub`, `email_verified` and `phone_number_verified`, which Cognito
 * keeps itself (OpenID Connect Core 1.0 section 5.1).
 */
export const standardAttributeNames = [
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
] as const;

export const standardAttribute = {
  name: z.enum(standardAttributeNames).describe('A name, as OpenID Connect has it.'),
  settings: z
    .strictObject({
      required: z.boolean().describe('Whether every user must have it. Cannot be changed once the pool exists.'),
      mutable: z.boolean().describe('Whether the value can change. Cannot be changed once the pool exists.'),
    })
    .describe('A standard attribute.'),
} as const;

const authorization = z
  .boolean()
  .describe('Whether applications decide on access by this attribute; then no app client may write it.');
const mutable = z.boolean().describe('Whether the value can be changed after the user exists.');

export const customAttribute = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('String').describe('Text.'),
      minLength: z.int().min(0).max(2048).describe('Characters.'),
      maxLength: z.int().min(0).max(2048).describe('Characters, at least minLength.'),
      mutable,
      authorization,
    }),
    z.strictObject({
      type: z.literal('Number').describe('A whole number.'),
      minValue: z.int().describe('The smallest value.'),
      maxValue: z.int().describe('The largest value, at least minValue.'),
      mutable,
      authorization,
    }),
    z.strictObject({ type: z.literal('DateTime').describe('A point in time.'), mutable, authorization }),
    z.strictObject({ type: z.literal('Boolean').describe('True or false.'), mutable, authorization }),
  ])
  .describe('A custom attribute; it can never be changed or removed (AddCustomAttributes).');
