/** The local user pool cannot listen at the address and on the port that it was given. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor(address: string, port: number, cause: unknown) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);
    const at = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
    super(`Cannot listen on ${at}: ${reasons[code] ?? `${code}. ${otherPort}`}`, { cause });
  }
}

const otherPort = 'Expected a free port. Stop that program, or choose another port with --port (0 takes a free one).';
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: `another program listens there. ${otherPort}`,
  EADDRNOTAVAIL:
    'this machine does not have the address. Expected one of its own, 0.0.0.0 or :: for all of them. Change --listen.',
};
