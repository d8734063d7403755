import type { MfaFactor, VerifiableAttribute } from '../settings/pool-settings';

/** The factors whose code is sent in a message. */
export type MessageFactor = Exclude<MfaFactor, 'SOFTWARE_TOKEN_MFA'>;

/** The factors with one more switched on, in the service's order. */
export function addFactor(factors: readonly MfaFactor[], added: MfaFactor): readonly MfaFactor[] {
  return order.filter((factor) => factor === added || factors.includes(factor));
}

const order: readonly MfaFactor[] = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'];

/** Where each of them sends its code. */
export const contactOf = {
  SMS_MFA: 'phone_number',
  EMAIL_OTP: 'email',
} as const satisfies Record<MessageFactor, VerifiableAttribute>;
