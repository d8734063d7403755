import { withSection } from '../local-pool/page-section';
import { journeys } from '../sign-in/journey';
import { permission } from '../sign-in/permission';
import type { StackArtifact } from '../template/assembly';
import { readBlueprint } from './connect';
import { factsOf } from './reach-target';

/** docs/journeys.md with its tables as the code has them. @param stacks those whose pools the second table is about */
export function withJourneyTables(page: string, stacks: readonly StackArtifact[]): string {
  return withSection(withSection(page, 'journeys', journeyTable()), 'permissions', permissionTable(stacks));
}

/** What each journey is, and what it needs. */
function journeyTable(): string {
  return markdown([
    ['journey', 'what the user does', 'it needs'],
    ...journeys.map(({ name, what, needs }) => [name, what, needs]),
  ]);
}

/** Where each pool permits each journey. */
function permissionTable(stacks: readonly StackArtifact[]): string {
  const pools = stacks
    .map((stack) => ({ name: stack.stage ?? stack.path, pool: readBlueprint(stack).facts }))
    .toSorted((left, right) => left.name.localeCompare(right.name));
  return markdown([
    ['journey', ...pools.map(({ name }) => `\`${name}\``)],
    ...journeys.map((journey) => [
      journey.name,
      ...pools.map(({ pool }) => {
        const places = (['local', 'aws'] as const).filter(
          (target) => permission(journey, factsOf({ target }, pool)).permitted,
        );
        return places.join(', ') || '–';
      }),
    ]),
  ]);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
