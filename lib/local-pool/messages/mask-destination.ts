import type { Destination } from './destination';

/** A destination as CodeDeliveryDetails and the challenges show it. */
export function maskDestination({ medium, address }: Destination): string {
  return medium === 'SMS' ? maskPhoneNumber(address) : maskEmail(address);
}

/**
 * An e-mail address: the first character of the local part and of the domain, each followed by three stars
 * (`t***@e***`).
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***`;
}

const shownDigits = 4;

/** A phone number: a plus sign, a star for each digit, the last four digits (`+*******1234`). */
export function maskPhoneNumber(number: string): string {
  const digits = number.replace(/^\+/, '');
  const shown = digits.slice(-shownDigits);
  return `+${'*'.repeat(digits.length - shown.length)}${shown}`;
}
