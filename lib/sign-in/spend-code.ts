import { ClockOffError, clockIsOff } from './clock-offset';
import type { SoftwareToken } from './progress';
import type { StepContext } from './step';
import { chooseStep, stepAt, totpCode, untilNextStep } from './totp';

/** VerifySoftwareToken may say that a code is wrong without an exception (Status ERROR). */
export class CodeNotAcceptedError extends Error {
  override readonly name = 'CodeNotAcceptedError';
}

/** The errors by which a service refuses a code. */
const refusals = new Set([
  'CodeMismatchException',
  'ExpiredCodeException',
  'EnableSoftwareTokenMFAException',
  'CodeNotAcceptedError',
]);

export interface SpentCode<T> {
  readonly answer: T;
  /** The token, with the step that is spent now. */
  readonly softwareToken: SoftwareToken;
}

/**
 * Sends a TOTP code. If the target refuses it, waits for the next 30-second step, says why, and sends that step's code: a
 * target may accept fewer steps than Cognito does, or have seen the code before.
 *
 * @throws ClockOffError when a wait cannot help because the clocks differ too much, and whatever the second attempt throws
 */
export async function spendCode<T>(
  softwareToken: SoftwareToken,
  context: StepContext,
  send: (code: string) => Promise<T>,
): Promise<SpentCode<T>> {
  const { secretCode, lastStep } = softwareToken;
  const { surroundings, secrets, signal, note } = context;
  const attempt = async (step: number): Promise<SpentCode<T>> => ({
    answer: await send(totpCode(secretCode, step, secrets)),
    softwareToken: { secretCode, lastStep: step },
  });
  const { step, waitMilliseconds } = chooseStep(surroundings.now(), lastStep);
  if (waitMilliseconds > 0) {
    note(`Every code of this time is spent: waiting ${seconds(waitMilliseconds)} for the next one.`);
    await surroundings.sleep(waitMilliseconds, signal);
  }
  try {
    return await attempt(step);
  } catch (error) {
    if (!(error instanceof Error && refusals.has(error.name))) throw error;
    if (clockIsOff(context.target)) throw new ClockOffError(context.target, { cause: error });
    const wait = untilNextStep(surroundings.now());
    note(
      `The target refused a TOTP code (${error.name}: ${secrets.hide(error.message)}). Waiting ${seconds(wait)} for the ` +
        'next 30-second step: a code counts once, and the target may accept the present step only.',
    );
    await surroundings.sleep(wait, signal);
    return attempt(Math.max(stepAt(surroundings.now()), step + 1));
  }
}

function seconds(milliseconds: number): string {
  return `${Math.ceil(milliseconds / 1000)} s`;
}
