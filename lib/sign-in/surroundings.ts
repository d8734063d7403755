import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** What the journey takes from the machine, so that a test can bring its own. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Waits that many milliseconds. Rejects when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly randomBytes: (length: number) => Buffer;
  /** An even choice of 0 to `limit` - 1. */
  readonly randomInteger: (limit: number) => number;
  /** The JSON document at an address. */
  readonly fetchJson: (url: string, signal: AbortSignal) => Promise<unknown>;
  /** What a form that was sent to an address is answered, refusals too. */
  readonly postForm: (form: SentForm, signal: AbortSignal) => Promise<FormAnswer>;
}

export interface SentForm {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

export interface FormAnswer {
  readonly status: number;
  /** The JSON of the body; undefined where it is none. */
  readonly body: unknown;
}

/** A document that was asked for did not come. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

export const systemSurroundings: Surroundings = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    await setTimeout(milliseconds, undefined, { signal });
  },
  randomBytes: (length) => randomBytes(length),
  randomInteger: (limit) => randomInt(limit),
  async fetchJson(url, signal) {
    const response = await fetch(url, { signal }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new FetchError(`GET ${url} got no answer. Expected a JSON document.`, { cause });
    });
    if (!response.ok) throw new FetchError(`GET ${url} answered ${response.status}. Expected 200 and a JSON document.`);
    return response.json();
  },
  async postForm({ url, headers, fields }, signal) {
    const body = new URLSearchParams(fields);
    const response = await fetch(url, { method: 'POST', headers, body, signal }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new FetchError(`POST ${url} got no answer. Expected a JSON document.`, { cause });
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  },
};
