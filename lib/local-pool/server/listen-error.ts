/** The local user pool cannot listen on the port that it was given. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor(port: number, cause: unknown) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);
    const why = code === 'EADDRINUSE' ? 'another program listens there' : code;
    super(
      `Cannot listen on 127.0.0.1:${port}: ${why}. Expected a free port. ` +
        'Stop that program, or choose another port with --port (0 takes a free one).',
      { cause },
    );
  }
}
