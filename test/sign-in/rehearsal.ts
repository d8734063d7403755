import { randomBytes, randomInt } from 'node:crypto';
import { cleanUp, usualJourney } from '../../lib/sign-in/journey';
import type { Journey } from '../../lib/sign-in/journey';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';
import { runJourney } from '../../lib/sign-in/run-journey';
import type { JourneyReport, StepReport } from '../../lib/sign-in/run-journey';
import type { TargetClient } from '../../lib/sign-in/target';
import { exampleClient, exampleFacts, examplePool } from './example-pool';
import { ScriptedService } from './scripted-service';
import type { Bend } from './scripted-service';
import { keySet } from './scripted-tokens';

export interface RehearsalOptions {
  /** undefined: the one that the MFA of the pool asks for. */
  readonly journey?: Journey;
  readonly pool?: Partial<PoolFacts>;
  readonly client?: Partial<TargetClient>;
  readonly bend?: Bend;
  readonly clockOffset?: number;
  readonly signal?: AbortSignal;
  readonly keySet?: unknown;
}

export interface Rehearsal {
  readonly service: ScriptedService;
  readonly report: JourneyReport;
  readonly notes: readonly string[];
  /** Milliseconds of every wait. */
  readonly waits: readonly number[];
  /** Names of users that an interruption announced. */
  readonly interruptions: readonly string[];
  readonly uris: readonly string[];
}

/** 18 s into a 30-second step, so that the code of the step before still counts. */
const begin = Math.floor(1_800_000_000_000 / 30_000) * 30_000 + 18_000;

/** A journey against a scripted service, with a clock that moves only while it waits. */
export async function rehearse(options: RehearsalOptions = {}): Promise<Rehearsal> {
  let now = begin;
  const pool = { ...examplePool, ...options.pool };
  const client = {
    ...exampleClient,
    id: '7example26lowercasealphanum',
    secret: 'a-client-secret-that-nobody-may-see',
    flow: 'ADMIN_USER_PASSWORD_AUTH' as const,
    ...options.client,
  };
  const service = new ScriptedService(pool, client, () => now, options.bend);
  if (client.secret !== undefined) service.secrets.add(client.secret);
  const waits: number[] = [];
  const notes: string[] = [];
  const interruptions: string[] = [];
  const uris: string[] = [];
  const reports: StepReport[] = [];
  const report = await runJourney({
    steps: (options.journey ?? usualJourney(pool)).steps({ ...exampleFacts, pool }),
    cleanUp,
    target: service.target(options.clockOffset),
    surroundings: {
      now: () => now,
      async sleep(milliseconds) {
        waits.push(milliseconds);
        now += milliseconds;
      },
      randomBytes: (length) => randomBytes(length),
      randomInteger: (limit) => randomInt(limit),
      fetchJson: async () => options.keySet ?? keySet,
      postForm: () => Promise.reject(new Error('a user has no business at the token endpoint')),
    },
    observer: {
      note: (_, text) => notes.push(text),
      ended: (_, ended) => reports.push(ended),
      interrupted: (users) => interruptions.push(...users),
    },
    signal: options.signal ?? new AbortController().signal,
    showSoftwareToken: (uri) => uris.push(uri),
  });
  expect(reports).toEqual(report.steps);
  return { service, report, notes, waits, interruptions, uris };
}

/** The results of the steps by name, those that passed left out. */
export function notPassed({ steps }: JourneyReport): readonly (readonly [string, string])[] {
  return steps.filter(({ outcome }) => outcome.result !== 'passed').map(({ name, outcome }) => [name, outcome.result]);
}
