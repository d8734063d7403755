/**
 * The source expression that lets the redirect at the end of a sign-in through (CSP Level 3, section 2.3.1): the origin of
 * the app, or its scheme where the grammar has no origin for it (an IPv6 address, a scheme of the app's own).
 */
export function formTarget(redirectUri: string): string | undefined {
  if (!URL.canParse(redirectUri)) return undefined;
  const { origin, protocol } = new URL(redirectUri);
  return /^https?:\/\/[\w.-]+(:\d+)?$/.test(origin) ? origin : protocol;
}
