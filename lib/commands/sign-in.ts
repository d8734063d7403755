import { cleanUp, journeyFor } from '../sign-in/journey';
import { runJourney } from '../sign-in/run-journey';
import type { JourneyReport, Observer } from '../sign-in/run-journey';
import { systemSurroundings } from '../sign-in/surroundings';
import { readBlueprint } from './connect';
import type { Blueprint } from './connect';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { journeyDocument } from './journey-document';
import { journeyTable, problemLines, stepLines } from './journey-lines';
import { liveSteps } from './live-steps';
import { openAwsTarget } from './open-aws-target';
import { openLocalTarget } from './open-local-target';
import type { OpenTarget } from './open-target';
import { pickStack } from './pick-stack';
import { qrCode } from './qr-code';
import { reportError } from './report-error';
import { readSignInOptions } from './sign-in-options';
import type { SignInOptions } from './sign-in-options';

/** `npm run sign-in`: 0 when the journey passes, 1 when a step does not, 2 for wrong use or environment. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const line = readSignInOptions(args, io);
    return line.kind === 'done' ? line.exitCode : await signIn(line.options, io);
  } catch (error) {
    return reportError(error, io);
  }
}

async function signIn(options: SignInOptions, io: Io): Promise<number> {
  const assembly = await findAssembly(options.assembly, io);
  const blueprint = readBlueprint(pickStack(assembly, options.env));
  const opened = await openTarget(options, blueprint, io);
  try {
    const began = Date.now();
    const report = await watchedJourney(opened, options, io);
    conclude(report, opened, options, Date.now() - began, io);
    return report.passed ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function openTarget(options: SignInOptions, blueprint: Blueprint, io: Io): Promise<OpenTarget> {
  const { target, client: clientName } = options;
  switch (target) {
    case 'local':
      return openLocalTarget({ blueprint, clientName, signal: io.signal });
    case 'aws':
      return openAwsTarget({ blueprint, clientName, allowProduction: options.allowProduction === true, io });
  }
}

async function watchedJourney(
  { target, removalOf }: OpenTarget,
  options: SignInOptions,
  io: Io,
): Promise<JourneyReport> {
  const steps = journeyFor(target.pool);
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
      interrupted: (user) =>
        sayAtOnce(
          `Interrupted: removing the user ${user}. Ctrl-C again stops at once and leaves it behind. ${removalOf(user)}`,
        ),
    },
    signal: io.signal ?? new AbortController().signal,
    ...(options.qr === true && { showSoftwareToken: (uri) => io.err(qrCode(uri)) }),
  });
  await live?.drawn;
  return report;
}

/** A QR code is taller than a terminal together with the list, and a list needs some width. */
function wantsLiveList({ json, qr }: SignInOptions, { isTerminal, columns }: Io): boolean {
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

function conclude(
  report: JourneyReport,
  { target, place, removalOf, log }: OpenTarget,
  { env: environment, target: kind, json }: SignInOptions,
  milliseconds: number,
  io: Io,
): void {
  if (!report.passed && !report.interrupted) for (const line of log()) io.err(`local pool: ${line}`);
  if (json === true) {
    io.out(JSON.stringify(journeyDocument(report, target, { environment, target: kind, milliseconds }), null, 2));
    return;
  }
  const left =
    report.leftBehind === undefined ? [] : [`The user ${report.leftBehind} is left. ${removalOf(report.leftBehind)}`];
  const verdict = report.passed ? 'Passed' : 'Not passed';
  const where = `${environment} ${place}, user pool ${target.userPoolId}, app client ${target.client.name}`;
  const summary = `${verdict}: ${where}, ${(milliseconds / 1000).toFixed(1)} s.`;
  for (const line of ['', ...journeyTable(report), '', ...problemLines(report), ...left, summary]) io.out(line);
}
