import { chooseClient } from '../sign-in/choose-client';
import type { Journey } from '../sign-in/journey';
import { readBlueprint } from './connect';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { journeyDocument } from './journey-document';
import { journeyTable, problemLines } from './journey-lines';
import type { OpenTarget } from './open-target';
import { pickJourney } from './pick-journey';
import { pickStack } from './pick-stack';
import { factsOf, reachTarget } from './reach-target';
import { reportError } from './report-error';
import { readSignInOptions } from './sign-in-options';
import type { SignInOptions } from './sign-in-options';
import { leftBehindLines, watchJourney } from './watch-journey';
import type { WatchedJourney } from './watch-journey';

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
  const blueprint = readBlueprint(pickStack(assembly, options.env), { ...options, stacks: assembly.stacks });
  const facts = factsOf(options, blueprint.facts);
  const journey = pickJourney(options.journey, blueprint, facts, assembly);
  const chosen = chooseClient(blueprint.facts.clients, options.client, journey.client);
  const opened = await reachTarget(options, blueprint, chosen, io);
  try {
    const watched = await watchJourney(journey, facts, opened, options, io);
    conclude(journey, watched, opened, options, io);
    return watched.report.passed ? 0 : 1;
  } finally {
    await opened.close();
  }
}

function conclude(
  journey: Journey,
  { report, milliseconds }: WatchedJourney,
  opened: OpenTarget,
  { env: environment, target: kind, json }: SignInOptions,
  io: Io,
): void {
  const { target, place } = opened;
  if (json === true) {
    const about = { journey: journey.name, environment, target: kind, milliseconds };
    io.out(JSON.stringify(journeyDocument(report, target, about), null, 2));
    return;
  }
  const verdict = report.passed ? 'Passed' : 'Not passed';
  const where = `${environment} ${place}, user pool ${target.userPoolId}, app client ${target.client.name}`;
  const summary = `${verdict}: ${where}, ${(milliseconds / 1000).toFixed(1)} s.`;
  const after = [...problemLines(report), ...leftBehindLines(report, opened), summary];
  for (const line of ['', ...journeyTable(report), '', ...after]) io.out(line);
}
