import type { LegacyAnswer, Question, Reply } from './legacy-answer';
import { readReply } from './legacy-answer';

/** Bytes of a reply that are read; an account takes a few hundred. */
export const replyLimit = 16_384;

export interface Endpoint {
  readonly url: string;
  readonly fetch: typeof fetch;
}

/**
 * Asks the legacy service once. Redirects are not followed: they would carry the password elsewhere. No error leaves
 * this function, as the errors of HTTP clients can quote headers and bodies.
 *
 * @param signal ends the request when its time is over
 */
export async function ask(
  endpoint: Endpoint,
  token: string,
  question: Question,
  signal: AbortSignal,
): Promise<LegacyAnswer> {
  try {
    const response = await endpoint.fetch(endpoint.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(bodyOf(question)),
      redirect: 'manual',
      signal,
    });
    const reply = await readResponse(response);
    return reply === undefined ? { kind: 'failure', reason: 'oversize' } : readReply(reply, question.username);
  } catch {
    return { kind: 'failure', reason: signal.aborted ? 'deadline' : 'unreachable' };
  }
}

function bodyOf(question: Question): object {
  switch (question.kind) {
    case 'sign-in':
      return { username: question.username, password: question.password };
    case 'lookup':
      return { username: question.username, lookup: true };
  }
}

/** The reply, or undefined for one that is too large. */
async function readResponse(response: Response): Promise<Reply | undefined> {
  const head = { status: response.status, challenge: response.headers.get('www-authenticate') };
  if (response.status !== 200) {
    await response.body?.cancel();
    return { ...head, body: new Uint8Array() };
  }
  const body = await readBody(response);
  return body === undefined ? undefined : { ...head, body };
}

/** Counts what arrives, decompressed, instead of trusting Content-Length. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const body = new Uint8Array(replyLimit);
  let size = 0;
  const chunks: AsyncIterable<Uint8Array> | [] = response.body ?? [];
  for await (const chunk of chunks) {
    if (size + chunk.byteLength > replyLimit) return undefined;
    body.set(chunk, size);
    size += chunk.byteLength;
  }
  return body.subarray(0, size);
}
