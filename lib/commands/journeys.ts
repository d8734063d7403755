import { makeSigningKeys } from '../local-pool/tokens/signing-keys';
import { journeys } from '../sign-in/journey';
import type { Journey, UnrunJourney } from '../sign-in/journey';
import { permission } from '../sign-in/permission';
import type { TargetFacts } from '../sign-in/target-facts';
import { readBlueprint } from './connect';
import type { Blueprint } from './connect';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { allPassed, exitCodeOf } from './journey-outcome';
import type { JourneyOutcome } from './journey-outcome';
import { journeysDocument } from './journeys-document';
import { journeysNotes, journeysTable } from './journeys-lines';
import { readJourneysOptions } from './journeys-options';
import type { JourneysOptions } from './journeys-options';
import { pickStack } from './pick-stack';
import { factsOf, reachTarget } from './reach-target';
import { reportError } from './report-error';
import { leftBehindLines, watchJourney } from './watch-journey';

/** `npm run journeys`: 0 when every permitted journey passes, 1 when a step does not, 2 for wrong use or environment. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const line = readJourneysOptions(args, io);
    return line.kind === 'done' ? line.exitCode : await runAll(line.options, io);
  } catch (error) {
    return reportError(error, io);
  }
}

async function runAll(options: JourneysOptions, io: Io): Promise<number> {
  const assembly = await findAssembly(options.assembly, io);
  const blueprint = readBlueprint(pickStack(assembly, options.env), { ...options, stacks: assembly.stacks });
  const facts = factsOf(options, blueprint.facts, options.challengeAnswer);
  // Making RSA keys takes longer than all the rest of a start: one pair for every local pool of the run.
  const keyed = options.target === 'local' ? { ...io, signingKeys: io.signingKeys ?? makeSigningKeys() } : io;
  const began = Date.now();
  const outcomes: JourneyOutcome[] = [];
  for (const journey of journeys) outcomes.push(await runOne(journey, facts, blueprint, options, keyed));
  conclude(outcomes, Date.now() - began, options, io);
  return exitCodeOf(outcomes);
}

async function runOne(
  each: Journey | UnrunJourney,
  facts: TargetFacts,
  blueprint: Blueprint,
  options: JourneysOptions,
  io: Io,
): Promise<JourneyOutcome> {
  const permitted = permission(each, facts);
  if (!permitted.permitted) return { kind: 'left out', journey: each, reason: permitted.reason };
  const { journey, chosen } = permitted;
  if (io.signal?.aborted === true) return { kind: 'not reached', journey };
  // Each with a connection of its own, and on this machine with a pool of its own: no journey sees what another one did.
  const opened = await reachTarget(options, blueprint, chosen, io);
  try {
    io.err(`${journey.name}: ${journey.what}.`);
    const watched = await watchJourney(journey, facts, opened, options, io);
    return { kind: 'ran', journey, watched, target: opened.target, left: leftBehindLines(watched.report, opened) };
  } finally {
    await opened.close();
  }
}

function conclude(
  outcomes: readonly JourneyOutcome[],
  milliseconds: number,
  { env: environment, target, json }: JourneysOptions,
  io: Io,
): void {
  if (json === true) {
    io.out(JSON.stringify(journeysDocument(outcomes, { environment, target, milliseconds }), null, 2));
    return;
  }
  const verdict = allPassed(outcomes) ? 'Passed' : 'Not passed';
  const place = target === 'local' ? 'on this machine' : 'on AWS';
  const ran = outcomes.filter(({ kind }) => kind === 'ran').length;
  const summary = `${verdict}: ${environment} ${place}, ${ran} of ${outcomes.length} journeys, ${(milliseconds / 1000).toFixed(1)} s.`;
  for (const line of ['', ...journeysTable(outcomes), '', ...journeysNotes(outcomes), summary]) io.out(line);
}
