import type { Blueprint } from './connect';
import type { PoolTemplate } from './application-pool';
import { awsIssuer } from './aws-issuer';
import { deployedOutputs } from './describe-stack';
import { placeOf } from '../sign-in/pool-facts';
import type { Io } from './io';
import { missingOutput, outputOf } from './stack-outputs';

/** What only the place where a pool runs can tell. */
export interface ApplicationIds {
  readonly userPoolId: string;
  /** `iss` of the tokens; discovery and keys are below it. */
  readonly issuer: string;
  /** @throws TargetError when the place does not tell it */
  readonly clientId: (client: { readonly name: string; readonly logicalId: string }) => string;
  /** undefined: there is none. */
  readonly identityPoolId: string | undefined;
}

/**
 * The ids of a deployed pool, as the outputs of its stack tell them.
 *
 * @throws MissingOutputError, NotDeployedError, or another TargetError
 */
export async function deployedIds(
  { stack, pool, facts }: Blueprint,
  { identityPool }: PoolTemplate,
  io: Pick<Io, 'env' | 'signal'>,
): Promise<ApplicationIds> {
  const outputs = await deployedOutputs(stack.artifact, io);
  const output = (logicalId: string, attribute?: string): string | undefined =>
    outputOf(stack, outputs, { ...placeOf(pool, logicalId), attribute });
  const required = (what: string, logicalId: string): string =>
    output(logicalId) ?? missingOutput(stack, outputs, what);
  const userPoolId = required('the user pool', facts.logicalId);
  return {
    userPoolId,
    issuer: output(facts.logicalId, 'ProviderURL') ?? awsIssuer(userPoolId, facts.issuerType),
    clientId: ({ name, logicalId }) => required(`the app client ${name}`, logicalId),
    identityPoolId: identityPool && required('the identity pool', identityPool.logicalId),
  };
}
