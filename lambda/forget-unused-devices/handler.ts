import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Context } from 'aws-lambda';
import { failureLine } from '../failure-line';
import { writeLine } from '../log-line';
import { read } from './environment';
import { forgetUnusedDevices, type Counts, type Progress } from './forget';
import { PoolDevices } from './pool-devices';

const settings = read(process.env);
const pool = new PoolDevices(
  new CognitoIdentityProviderClient({
    // Slows down by itself when the service asks for it.
    retryMode: 'adaptive',
    maxAttempts: 5,
    requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true },
  }),
  settings.userPoolId,
);

/** Milliseconds that a page of users may take, at the least; what is left after it is not begun. */
const pageMilliseconds = 120_000;

/**
 * Forgets devices that nobody uses any more, from where the last invocation stopped: the state machine that invokes it
 * hands over its own answer until everybody was looked at. The log has one line for each invocation, with numbers only.
 */
export async function handler(
  event: Pick<Progress, 'paginationToken'>,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
): Promise<Progress> {
  const { awsRequestId: requestId } = context;
  const counts: Counts = { users: 0, devices: 0, forgotten: 0 };
  try {
    const { progress, endedBy } = await forgetUnusedDevices(
      event,
      {
        pool,
        afterDays: settings.afterDays,
        now: Date.now(),
        hasTime: () => context.getRemainingTimeInMillis() > pageMilliseconds,
      },
      counts,
    );
    writeLine({ event: 'unused-devices-forgotten', requestId, ...counts, endedBy });
    return progress;
  } catch (error) {
    writeLine({ ...failureLine('ForgetUnusedDevices', requestId, error), event: 'forgetting-failed', ...counts });
    throw withoutCause(requestId);
  }
}

/** Lambda would log a cause, and an error of the service may quote a user. */
function withoutCause(requestId: string): Error {
  return new Error(`Unused devices could not be forgotten; the log has the reason under ${requestId}.`);
}
