import { Secrets } from './secrets';
import type { Progress } from './progress';
import type { Step, StepContext } from './step';
import { failureOf } from './step-failure';
import type { StepFailure } from './step-failure';
import type { Surroundings } from './surroundings';
import type { Target } from './target';
import { TestUser } from './test-user';

export type Outcome =
  | { readonly result: 'passed'; readonly milliseconds: number }
  | { readonly result: 'failed'; readonly milliseconds: number; readonly failure: StepFailure }
  | { readonly result: 'interrupted'; readonly milliseconds: number }
  | { readonly result: 'not applicable'; readonly reason: string }
  /** A step before it did not pass. */
  | { readonly result: 'not reached' };

export interface StepReport {
  readonly name: string;
  readonly operations: readonly string[];
  readonly proves: string;
  readonly outcome: Outcome;
}

export interface JourneyReport {
  /** Every step in order, the clean-up last. */
  readonly steps: readonly StepReport[];
  readonly passed: boolean;
  readonly interrupted: boolean;
  /** Users that could not be removed. */
  readonly leftBehind: readonly string[];
}

/** Who watches a journey. The index counts the steps, the clean-up being the last. */
export interface Observer {
  readonly note: (index: number, text: string) => void;
  readonly ended: (index: number, report: StepReport) => void;
  /** The journey was interrupted and removes its users now. */
  readonly interrupted: (users: readonly string[]) => void;
}

export interface JourneyOptions {
  readonly steps: readonly Step[];
  readonly cleanUp: Step;
  readonly target: Target;
  readonly surroundings: Surroundings;
  readonly observer: Observer;
  /** Aborting it ends the journey; its users are removed all the same. */
  readonly signal: AbortSignal;
  readonly showSoftwareToken?: (otpauthUri: string) => void;
}

/** Runs the steps until one does not pass, and then the clean-up in any case. It never throws. */
export async function runJourney(options: JourneyOptions): Promise<JourneyReport> {
  const { steps, cleanUp, target, surroundings, observer, signal } = options;
  const secrets = new Secrets();
  secrets.keep(target.client.secret);
  const user = new TestUser(target.pool, surroundings, secrets);
  const other = new TestUser(target.pool, surroundings, secrets);
  const existing = (): readonly string[] =>
    [user, other].filter(({ mayExist }) => mayExist).map(({ signInName }) => signInName);
  const reports: StepReport[] = [];
  let progress: Progress = {};

  const take = async (step: Step, stepSignal: AbortSignal, without: Outcome | undefined): Promise<void> => {
    const index = reports.length;
    const context: StepContext = {
      target,
      user,
      other,
      secrets,
      surroundings,
      signal: stepSignal,
      note: (text) => observer.note(index, text),
      showSoftwareToken: options.showSoftwareToken,
    };
    const { outcome, after } =
      without === undefined ? await attempt(step, progress, context) : { outcome: without, after: progress };
    progress = after;
    const report = { name: step.name, operations: step.operations(target), proves: step.proves, outcome };
    reports.push(report);
    observer.ended(index, report);
  };

  const tellInterrupted = (): void => {
    const users = existing();
    if (users.length > 0) observer.interrupted(users);
  };
  signal.addEventListener('abort', tellInterrupted, { once: true });
  for (const step of steps) await take(step, signal, reports.every(allowsNext) ? undefined : { result: 'not reached' });
  // Interrupting the journey does not interrupt its clean-up.
  await take(
    cleanUp,
    new AbortController().signal,
    existing().length > 0 ? undefined : { result: 'not applicable', reason: 'No user was created.' },
  );

  signal.removeEventListener('abort', tellInterrupted);

  const outcomes = reports.map(({ outcome }) => outcome.result);
  return {
    steps: reports,
    passed: reports.every(allowsNext),
    interrupted: outcomes.includes('interrupted'),
    leftBehind: existing(),
  };
}

async function attempt(
  step: Step,
  progress: Progress,
  context: StepContext,
): Promise<{ readonly outcome: Outcome; readonly after: Progress }> {
  const { target, surroundings, secrets, signal } = context;
  const reason = step.notApplicable?.(target);
  if (reason !== undefined) return { outcome: { result: 'not applicable', reason }, after: progress };
  const began = surroundings.now();
  const elapsed = (): number => surroundings.now() - began;
  try {
    signal.throwIfAborted();
    const after = await step.run(progress, context);
    return { outcome: { result: 'passed', milliseconds: elapsed() }, after };
  } catch (error) {
    const outcome: Outcome = signal.aborted
      ? { result: 'interrupted', milliseconds: elapsed() }
      : { result: 'failed', milliseconds: elapsed(), failure: failureOf(error, target, secrets) };
    return { outcome, after: progress };
  }
}

function allowsNext({ outcome }: StepReport): boolean {
  return outcome.result === 'passed' || outcome.result === 'not applicable';
}
