import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { expectToRun } from '../../stacks/local-stage';
import { fixtureAssembly } from '../../synthesis/assembly';
import { everyEnvironment } from '../../synthesis/every-environment';

const signingKeys = makeSigningKeys();

test.each(everyEnvironment.map((environment) => [environment.name, environment] as const))(
  '%s runs as it is declared, with all the stacks of its stage, and names what is not simulated',
  (_, environment) => expectToRun(environment, fixtureAssembly(), signingKeys),
);
