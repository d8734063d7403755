import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { assemblyOf, expectToRun } from '../../stacks/local-stage';
import { fixtureAssembly } from '../../synthesis/assembly';
import { everyEnvironment } from '../../synthesis/every-environment';
import { wholeRange } from '../../synthesis/whole-range';

const signingKeys = makeSigningKeys();

test.each(everyEnvironment.map((environment) => [environment.name, environment] as const))(
  '%s runs as it is declared, with all the stacks of its stage, and names what is not simulated',
  (_, environment) => expectToRun(environment, fixtureAssembly(), signingKeys),
);

test.each(Object.entries(wholeRange))(
  '%s of the ranges runs as it is declared, with all the stacks of its stage, and names what is not simulated',
  (_, environment) => expectToRun(environment, assemblyOf(environment), signingKeys),
);
