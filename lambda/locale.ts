/** Whether a locale asks for Japanese: it looks at the language alone, the first subtag (RFC 5646 section 2.2.1). */
export function isJapanese(locale: string | undefined): boolean {
  return /^ja([-_]|$)/i.test(locale ?? '');
}
