/**
 * An e-mail address as CodeDeliveryDetails shows it: the first character of the local part and of the domain, each
 * followed by three stars (`t***@e***`).
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***`;
}
