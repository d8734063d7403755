/** A local part without quotes, white space and what mail programs read as separators: stricter than RFC 5322. */
const localPart = /^[^\s@,;:<>()[\]\\"\p{C}]+$/u;

/**
 * The domain of an e-mail address in lower case, or undefined for what is not plainly one address. Whatever could be
 * read as two addresses (a second @, a comma, a quoted local part) has none.
 */
export function domainOf(address: string): string | undefined {
  const [local, domain, ...rest] = address.split('@');
  if (local === undefined || domain === undefined || domain === '' || rest.length > 0) return undefined;
  return localPart.test(local) ? asciiLowerCase(domain) : undefined;
}

/** Whether two addresses are the same but for the case of their letters. */
export function sameAddress(one: string, other: string): boolean {
  return asciiLowerCase(one) === asciiLowerCase(other);
}

/**
 * Folds A to Z only. `toLowerCase` also turns letters that merely look Latin into Latin ones (the Kelvin sign U+212A
 * becomes k), which would let one address pass for another.
 */
function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
