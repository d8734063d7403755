import { privateKeyLength, proveBySrp, srpKeyPair } from './srp';
import type { SrpChallenge, SrpIdentity, SrpKeyPair, SrpProof } from './srp';
import type { StepContext } from './step';

/** A key pair for one exchange. */
export function freshKeyPair({ surroundings }: StepContext): SrpKeyPair {
  return srpKeyPair(surroundings.randomBytes(privateKeyLength));
}

/** The proof at this moment. Its signature is never shown. */
export function proof(
  keyPair: SrpKeyPair,
  identity: SrpIdentity,
  challenge: SrpChallenge,
  { surroundings, secrets }: StepContext,
): SrpProof {
  const answer = proveBySrp(keyPair, identity, challenge, surroundings.now());
  secrets.keep(answer.PASSWORD_CLAIM_SIGNATURE);
  return answer;
}
