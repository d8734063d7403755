/** Reads the secret, or undefined if it has no text. Rejects when it cannot be read in time. */
export type ReadSecret = (signal: AbortSignal) => Promise<string | undefined>;

/** The token of the legacy service, or undefined when there is none to be had. */
export interface BearerToken {
  /** The token at hand, read once in the life of the process. */
  current(signal: AbortSignal): Promise<string | undefined>;
  /** Reads the token again, for when the one at hand was refused: it may have been rotated. */
  renewed(signal: AbortSignal): Promise<string | undefined>;
}

/** The characters of a bearer token (RFC 6750 section 2.1); anything else could not be sent in a header as it is. */
const syntax = /^[A-Za-z0-9\-._~+/]+=*$/;

export function bearerToken(readSecret: ReadSecret): BearerToken {
  let held: string | undefined;

  /** The errors of the secret's store stay here; the next call tries again. */
  async function renewed(signal: AbortSignal): Promise<string | undefined> {
    held = undefined;
    try {
      const token = await readSecret(signal);
      held = token !== undefined && syntax.test(token) ? token : undefined;
    } catch {
      // Told by the result.
    }
    return held;
  }

  return { current: async (signal) => held ?? (await renewed(signal)), renewed };
}
