import fc from 'fast-check';
import { checkEnvironments, requireValidEnvironments } from '../../lib/environments/check';
import { today } from '../environments/draft';
import { anyEnvironment } from './any-environment';
import { ValidatingSynthesis } from './synthesis';

/** As many environments have, mostly, a resource of each type between them. */
const introduced = 12;

const passes = (environment: unknown) => checkEnvironments([environment], today).length === 0;

/** Environments made at random that pass the check. */
export const sound = anyEnvironment.filter(passes);
/** Each by itself: their names need not differ. */
const checked = (environments: readonly unknown[]) =>
  environments.flatMap((each) => requireValidEnvironments([each], today));

/** Tests what holds for every environment that passes the check, with so many of them made at random. */
export function tryEnvironments(count: number): void {
  const synthesis = new ValidatingSynthesis();
  beforeAll(() => synthesis.learn(checked(fc.sample(sound, introduced))));
  afterAll(() => synthesis.close());

  test(`${count} random environments that pass the check synthesize, and CloudFormation has nothing against them`, () => {
    // A failure says the seed and the path: fc.assert(..., { seed, path }) makes the same environment again.
    fc.assert(
      fc.property(sound, (environment) => {
        expect(checked([environment]).flatMap((each) => synthesis.findings(each))).toEqual([]);
      }),
      { numRuns: count, includeErrorInReport: true },
    );
  });

  test('of ten environments made at random at least eight pass the check', () => {
    const made = fc.sample(anyEnvironment, count);
    expect(made.filter(passes).length).toBeGreaterThanOrEqual(made.length * 0.8);
  });
}
