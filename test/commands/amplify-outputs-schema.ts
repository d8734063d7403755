import { z } from 'zod';

const unique = (items: readonly unknown[]) => new Set(items).size === items.length;
const names = z.array(z.string()).refine(unique);

const standardAttribute = z.enum([
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
  'sub',
  'updated_at',
  'website',
  'zoneinfo',
]);

/** The parts for sign-in and for what is one's own, of https://amplify.aws/2024-02/outputs-schema.json, version 1.4: no further key is allowed. */
export const amplifyOutputsSchema = z.strictObject({
  version: z.literal('1.4'),
  auth: z.strictObject({
    aws_region: z.string(),
    user_pool_id: z.string(),
    user_pool_client_id: z.string(),
    identity_pool_id: z.string().optional(),
    password_policy: z
      .strictObject({
        min_length: z.int().min(6).max(99),
        require_numbers: z.boolean(),
        require_lowercase: z.boolean(),
        require_uppercase: z.boolean(),
        require_symbols: z.boolean(),
      })
      .optional(),
    oauth: z
      .strictObject({
        identity_providers: z
          .array(z.enum(['GOOGLE', 'FACEBOOK', 'LOGIN_WITH_AMAZON', 'SIGN_IN_WITH_APPLE']))
          .refine(unique),
        domain: z.string(),
        scopes: names,
        redirect_sign_in_uri: names.min(1),
        redirect_sign_out_uri: names.min(1),
        response_type: z.enum(['code', 'token']),
      })
      .optional(),
    standard_required_attributes: z.array(standardAttribute).refine(unique).optional(),
    username_attributes: z
      .array(z.enum(['email', 'phone_number', 'username']))
      .min(1)
      .refine(unique)
      .optional(),
    user_verification_types: z.array(z.enum(['email', 'phone_number'])).optional(),
    unauthenticated_identities_enabled: z.boolean().optional(),
    mfa_configuration: z.enum(['NONE', 'OPTIONAL', 'REQUIRED']).optional(),
    mfa_methods: z.array(z.enum(['SMS', 'TOTP', 'EMAIL'])).optional(),
    passwordless: z
      .strictObject({
        email_otp_enabled: z.boolean().optional(),
        sms_otp_enabled: z.boolean().optional(),
        web_authn: z
          .strictObject({ relying_party_id: z.string(), user_verification: z.enum(['required', 'preferred']) })
          .optional(),
        preferred_challenge: z.enum(['EMAIL_OTP', 'SMS_OTP', 'PASSWORD', 'WEB_AUTHN']).optional(),
      })
      .optional(),
    groups: z.array(z.record(z.string(), z.strictObject({ precedence: z.int().optional() }))).optional(),
  }),
  custom: z.record(z.string(), z.unknown()).optional(),
});
