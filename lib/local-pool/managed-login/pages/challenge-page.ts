import type { Responses } from '../../challenges/challenge';
import type { Notice, Pending } from '../interactions';
import { fill } from '../texts/texts';
import type { Visit } from '../visit';
import type { Markup } from '../../markup';

/** The page of one challenge: what it shows, and what its form answers. */
export interface ChallengePage {
  show(visit: Visit, pending: Pending, notice: Notice | undefined): { readonly title: string; readonly body: Markup };
  /** @throws the service's refusal of what must come before the answer */
  read(visit: Visit, pending: Pending, form: URLSearchParams): Answer | Promise<Answer>;
}

interface Answer {
  readonly responses: Responses;
  /** As it goes on, where the answer replaced the session. */
  readonly pending?: Pending;
}

/** For how long the session of a challenge can be answered (AuthSessionValidity). */
export function timeLimit({ texts, authorization }: Visit): string {
  return fill(texts.minutesLeft, { minutes: authorization.client.authSessionSeconds / 60 });
}

/** The JSON lists among the parameters of a challenge. */
export function listParameter({ parameters }: Pending, name: string): readonly string[] {
  const list: unknown = JSON.parse(parameters[name] ?? '[]');
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
