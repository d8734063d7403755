import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Target } from './target';

/** A TOTP code is accepted for 30 seconds before and after its own step. */
const largestOffset = 30_000;

/** The clocks of this machine and of the target differ so much that TOTP codes cannot be right. */
export class ClockOffError extends Error {
  override readonly name = 'ClockOffError';

  constructor(target: Pick<Target, 'clockOffset'>, options?: ErrorOptions) {
    super(`${describeOffset(target.clockOffset() ?? 0)} TOTP codes and signatures depend on the time.`, options);
  }
}

/** Whether the clocks differ by more than a TOTP code bears. */
export function clockIsOff({ clockOffset }: Pick<Target, 'clockOffset'>): boolean {
  return Math.abs(clockOffset() ?? 0) > largestOffset;
}

/** @param milliseconds by how much the service is ahead */
export function describeOffset(milliseconds: number): string {
  const total = Math.round(Math.abs(milliseconds) / 1000);
  const time = total < 120 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
  return `The clock of this machine is ${time} ${milliseconds > 0 ? 'behind' : 'ahead of'} the service's.`;
}

/**
 * Measures the service's clock by the Date header of its answers, refusals included.
 *
 * @returns by how many milliseconds the service was ahead at its newest answer, to a second; undefined before the first
 */
export function watchServiceClock(client: CognitoIdentityProviderClient, now: () => number): () => number | undefined {
  let offset: number | undefined;
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const date = Date.parse(dateHeader(result.response) ?? '');
      if (!Number.isNaN(date)) offset = date - now();
      return result;
    },
    // Inside the deserializer, which throws when the answer is a refusal.
    { step: 'deserialize', priority: 'low', name: 'watchServiceClock' },
  );
  return () => offset;
}

function dateHeader(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('date' in headers)) return undefined;
  return typeof headers.date === 'string' ? headers.date : undefined;
}
