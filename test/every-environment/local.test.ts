import fc from 'fast-check';
import { requireValidEnvironments } from '../../lib/environments/check';
import { makeSigningKeys } from '../../lib/local-pool/tokens/signing-keys';
import { today } from '../environments/draft';
import { assemblyOf, expectToRun } from '../stacks/local-stage';
import { wholeRange } from '../synthesis/whole-range';
import { sound } from './try-environments';

const count = 150;
const signingKeys = makeSigningKeys();

test.each(Object.entries(wholeRange))(
  '%s of the ranges runs as it is declared, with all the stacks of its stage, and names what is not simulated',
  (_, environment) => expectToRun(environment, assemblyOf(environment), signingKeys),
);

test(`${count} random environments that pass the check run as local user pools, and name what is not simulated`, async () => {
  await fc.assert(
    fc.asyncProperty(sound, async (declared) => {
      for (const environment of requireValidEnvironments([declared], today)) {
        await expectToRun(environment, assemblyOf(environment), signingKeys);
      }
    }),
    { numRuns: count, includeErrorInReport: true },
  );
});
