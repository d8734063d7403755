import { cleanUp } from '../sign-in/journey';
import type { Journey } from '../sign-in/journey';
import { runJourney } from '../sign-in/run-journey';
import type { JourneyReport, Observer } from '../sign-in/run-journey';
import { systemSurroundings } from '../sign-in/surroundings';
import type { TargetFacts } from '../sign-in/target-facts';
import type { Io } from './io';
import { stepLines } from './journey-lines';
import { liveSteps } from './live-steps';
import type { OpenTarget } from './open-target';
import { qrCode } from './qr-code';

export interface WatchOptions {
  readonly qr?: true;
  readonly json?: true;
}

/** A journey that has ended. */
export interface WatchedJourney {
  readonly report: JourneyReport;
  readonly milliseconds: number;
}

/** Runs a journey and tells each step as it happens: on a terminal as a live list, otherwise as lines. */
export async function watchJourney(
  journey: Journey,
  facts: TargetFacts,
  { target, removalOf, log }: OpenTarget,
  options: WatchOptions,
  io: Io,
): Promise<WatchedJourney> {
  const began = Date.now();
  const steps = journey.steps(facts);
  const names = [...steps, cleanUp].map(({ name }) => name);
  const live = wantsLiveList(options, io) ? await liveSteps(names) : undefined;
  const observer = live?.observer ?? plainObserver(names.length, io);
  const sayAtOnce = live?.noteCleanUp ?? ((text: string) => io.err(text));
  const report = await runJourney({
    steps,
    cleanUp,
    target,
    surroundings: systemSurroundings,
    observer: {
      ...observer,
      interrupted: (users) => sayAtOnce(interruptedLine(users, removalOf)),
    },
    signal: io.signal ?? new AbortController().signal,
    ...(options.qr === true && { showSoftwareToken: (uri) => io.err(qrCode(uri)) }),
  });
  await live?.drawn;
  if (!report.passed && !report.interrupted) for (const line of log()) io.err(`local pool: ${line}`);
  return { report, milliseconds: Date.now() - began };
}

function interruptedLine(users: readonly string[], removalOf: OpenTarget['removalOf']): string {
  const each = users.map((user) => `the user ${user}. ${removalOf(user)}`);
  return `Interrupted: removing ${each.join(' And ')} Ctrl-C again stops at once and leaves what is not removed yet.`;
}

/** How to get rid of users who could not be removed; nothing where nobody is left. */
export function leftBehindLines(
  { leftBehind }: Pick<JourneyReport, 'leftBehind'>,
  { removalOf }: Pick<OpenTarget, 'removalOf'>,
): readonly string[] {
  return leftBehind.map((user) => `The user ${user} is left. ${removalOf(user)}`);
}

/** A QR code is taller than a terminal together with the list, and a list needs some width. */
function wantsLiveList({ json, qr }: WatchOptions, { isTerminal, columns }: Io): boolean {
  return isTerminal && columns >= 60 && json === undefined && qr === undefined;
}

function plainObserver(count: number, io: Io): Omit<Observer, 'interrupted'> {
  return {
    note: (_, text) => io.err(text),
    ended(index, report) {
      for (const line of stepLines(index, count, report)) io.err(line);
    },
  };
}
