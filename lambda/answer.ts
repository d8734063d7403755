import { failureLine } from './failure-line';
import { writeLine, type WriteLine } from './log-line';
import { UserFacingError } from './user-facing-error';

/** What the users of an app read when something fails that is not theirs to know. Cognito adds the full stop. */
export const genericRefusal = 'The request could not be completed, please try again later';

/** The names that Cognito puts in front of `failed with error`: those of LambdaConfig. */
export type TriggerName =
  | 'PreSignUp'
  | 'PostConfirmation'
  | 'PreAuthentication'
  | 'PreTokenGeneration'
  | 'CustomMessage'
  | 'UserMigration'
  | 'DefineAuthChallenge'
  | 'CreateAuthChallenge'
  | 'VerifyAuthChallengeResponse'
  | 'CustomEmailSender'
  | 'CustomSMSSender'
  | 'InboundFederation';

/**
 * Runs one invocation and decides what may leave the process: the event, the text of a {@link UserFacingError}, or the
 * generic refusal, with the failure itself in the log under the request id.
 */
export async function answer<Event>(
  trigger: TriggerName,
  requestId: string,
  work: () => Event | Promise<Event>,
  write: WriteLine = writeLine,
): Promise<Event> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw withheld(() => write(failureLine(trigger, requestId, error)));
  }
}

/** The generic refusal. It carries no `cause`: Lambda would log what is withheld here. */
function withheld(log: () => void): Error {
  try {
    log();
  } catch {
    // A log that cannot be written must not put its own error in the place of the answer.
  }
  return new Error(genericRefusal);
}
