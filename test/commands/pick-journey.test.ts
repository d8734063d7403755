import { readBlueprint } from '../../lib/commands/connect';
import { pickJourney } from '../../lib/commands/pick-journey';
import { factsOf } from '../../lib/commands/reach-target';
import { UsageError } from '../../lib/commands/usage-error';
import { fixtureAssembly, fixtureStack } from '../synthesis/assembly';

function pick(name: string | undefined, environment: string, assembly = fixtureAssembly()): string {
  const blueprint = readBlueprint(fixtureStack(environment));
  return pickJourney(name, blueprint, factsOf({ target: 'local' }, blueprint.facts), assembly).name;
}

test.each([
  [undefined, 'dev', 'J7'],
  [undefined, 'mfa-off', 'J7'],
  [undefined, 'mfa-required', 'J8'],
  ['J7', 'dev', 'J7'],
  ['J8', 'prod', 'J8'],
  ['J12', 'opt-in-devices', 'J12'],
  ['J12', 'mfa-required', 'J12'],
])('%s in %s is the journey %s', (name, environment, picked) => {
  expect(pick(name, environment)).toBe(picked);
});

test('a journey that means nothing in a pool is refused, with an environment where it does', () => {
  expect(() => pick('J8', 'dev')).toThrow(UsageError);
  expect(() => pick('J8', 'dev')).toThrow(
    /^J8 cannot be run against dev\/auth: .*\bprod\/auth\b.* --journey J8 --env /,
  );
});

test('where no environment has such a pool, the message says so', () => {
  const assembly = { ...fixtureAssembly(), stacks: [fixtureStack('dev'), { ...fixtureStack('dev'), template: {} }] };
  expect(() => pick('J8', 'dev', assembly)).toThrow(/No environment in .* has one\.$/);
});
