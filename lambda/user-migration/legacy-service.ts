import type { BearerToken } from './bearer-token';
import type { LegacyAnswer, Question } from './legacy-answer';
import { ask, type Endpoint } from './legacy-endpoint';

const noToken: LegacyAnswer = { kind: 'failure', reason: 'token-unavailable' };

/**
 * Asks the legacy service with the token at hand, and once more with a newly read one if that was refused. The
 * password is not sent again for a token that has just been refused.
 */
export async function askLegacyService(
  endpoint: Endpoint,
  token: BearerToken,
  question: Question,
  signal: AbortSignal,
): Promise<LegacyAnswer> {
  const first = await token.current(signal);
  if (first === undefined) return tokenFailure(signal);
  const answer = await ask(endpoint, first, question, signal);
  if (answer.kind !== 'failure' || answer.reason !== 'token-refused') return answer;
  const second = await token.renewed(signal);
  if (second === undefined) return tokenFailure(signal);
  return second === first ? answer : ask(endpoint, second, question, signal);
}

function tokenFailure(signal: AbortSignal): LegacyAnswer {
  return signal.aborted ? { kind: 'failure', reason: 'deadline' } : noToken;
}
