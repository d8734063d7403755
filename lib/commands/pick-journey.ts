import { signInJourneys, usualJourney } from '../sign-in/journey';
import type { Journey } from '../sign-in/journey';
import type { PoolFacts } from '../sign-in/pool-facts';
import type { TargetFacts } from '../sign-in/target-facts';
import type { Assembly } from '../template/assembly';
import { readBlueprint } from './connect';
import type { Blueprint } from './connect';
import { UsageError } from './usage-error';

/**
 * The journey of that name, or the one that the pool asks for.
 *
 * @throws UsageError when it means nothing in this pool, with the environments of the assembly where it does
 */
export function pickJourney(
  name: string | undefined,
  { stack }: Pick<Blueprint, 'stack'>,
  facts: TargetFacts,
  assembly: Assembly,
): Journey {
  const journey = signInJourneys.find((each) => each.name === name) ?? usualJourney(facts.pool);
  const reason = name === undefined ? undefined : journey.unsuitable(facts);
  if (reason === undefined) return journey;
  const suitable = assembly.stacks.filter((artifact) => {
    const pool = poolFacts(artifact);
    return pool !== undefined && journey.unsuitable({ ...facts, pool }) === undefined;
  });
  const [example] = suitable;
  const elsewhere =
    example === undefined
      ? `No environment in ${assembly.directory} has one.`
      : `These have one: ${suitable.map(({ path }) => path).join(', ')}. ` +
        `Try: npm run sign-in -- --journey ${journey.name} --env ${example.stage ?? example.path}`;
  throw new UsageError(
    `${journey.name} cannot be run against ${stack.artifact.path}: ${reason} It needs ${journey.needs}. ${elsewhere}`,
  );
}

/** undefined: a stack without a pool or with several, or one that cannot be read. */
function poolFacts(artifact: Assembly['stacks'][number]): PoolFacts | undefined {
  try {
    return readBlueprint(artifact).facts;
  } catch {
    return undefined;
  }
}
