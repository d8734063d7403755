import type { IncomingMessage } from 'node:http';

/** Bytes that a request may have. */
export const largestBody = 1024 * 1024;

/**
 * The whole body; undefined when it is larger than allowed. By events, as an iterator over the chunks of a body, which is
 * one chunk nearly always, takes longer than all else that is done to receive it.
 *
 * @throws Error of node:http when the client goes away before the end
 */
export function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped: a client that is cut off while it sends does not read the answer.
      if (size <= largestBody) chunks.push(chunk);
    });
    request.on('end', () => resolve(size <= largestBody ? Buffer.concat(chunks).toString('utf8') : undefined));
    request.on('error', reject);
  });
}
