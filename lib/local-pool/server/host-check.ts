const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request's Host header names this machine's loopback, or a host that the user allowed. Without this check any
 * web page could reach the pool by a name that it makes resolve to 127.0.0.1 (DNS rebinding).
 */
export function isAllowedHost(host: string | undefined, allowedHosts: readonly string[]): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return loopback.has(name) || allowedHosts.some((allowed) => asInHeader(allowed) === name);
}

/** An IPv6 address stands in brackets (RFC 9110 section 7.2, RFC 3986 section 3.2.2). */
function asInHeader(host: string): string {
  return (host.includes(':') ? `[${host}]` : host).toLowerCase();
}
