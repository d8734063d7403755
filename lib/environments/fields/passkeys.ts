import { z } from 'zod';

/** What a browser takes for the origin of a relying party: a host name, or this machine (WebAuthn Level 2, 5.1.2). */
const relyingPartyId = z
  .string()
  .max(63)
  .regex(/^(localhost|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,})$/);

export const passkeys = z
  .discriminatedUnion('use', [
    z.strictObject({ use: z.literal('off').describe('No passkey is registered or asked for.') }),
    z.strictObject({
      use: z.literal('on').describe('Users may register passkeys (WebAuthn).'),
      relyingPartyId: relyingPartyId.describe(
        'The host name that passkeys are bound to (WebAuthnRelyingPartyID): that of the sign-in pages. Another one ' +
          'makes every registered passkey useless.',
      ),
      userVerification: z
        .enum(['required', 'preferred'])
        .describe('Whether the authenticator must check a PIN, a finger or a face (WebAuthnUserVerification).'),
      factorConfiguration: z
        .enum(['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'])
        .describe(
          'Whether a passkey with user verification also counts as the second factor (WebAuthnFactorConfiguration).',
        ),
    }),
  ])
  .describe('Passkeys. As a first factor they are named in signIn.firstFactors.');
