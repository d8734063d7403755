import type { ChosenClient } from '../sign-in/choose-client';
import { awsIssuer } from './aws-issuer';
import { connect } from './connect';
import type { Blueprint } from './connect';
import { deployedOutputs, endpointOf, requestHandler } from './describe-stack';
import type { Io } from './io';
import type { OpenTarget } from './open-target';
import { ProductionRefusedError } from './target-error';

export interface AwsTargetOptions {
  readonly blueprint: Blueprint;
  readonly chosen: ChosenClient;
  readonly allowProduction: boolean;
  readonly io: Pick<Io, 'env' | 'signal'>;
}

/**
 * Finds the deployed user pool by the outputs of its stack. Credentials, and AWS_ENDPOINT_URL if it is set, are the SDK's
 * business.
 *
 * @throws ProductionRefusedError, NotDeployedError, or another TargetError
 */
export async function openAwsTarget(options: AwsTargetOptions): Promise<OpenTarget> {
  const { blueprint, chosen, allowProduction, io } = options;
  const { path, region } = blueprint.stack.artifact;
  const { environmentClass } = blueprint.facts;
  if (!allowProduction && environmentClass !== 'sandbox' && environmentClass !== 'pre-production')
    throw new ProductionRefusedError(path, environmentClass);
  const outputs = await deployedOutputs(blueprint.stack.artifact, io);
  const { target, disconnect } = await connect(blueprint, {
    outputs,
    idOf: () => undefined,
    issuerOf: (userPoolId) => awsIssuer(userPoolId, blueprint.facts.issuerType),
    endpoint: endpointOf('COGNITO_IDENTITY_PROVIDER', region, io.env),
    cognito: { requestHandler, ...(region !== undefined && { region }) },
    chosen,
    // The codes of a deployed pool go to addresses that nobody has.
    inbox: undefined,
    signal: io.signal,
  });
  return {
    target,
    place: `in ${region ?? 'the Region of this shell'}`,
    removalOf: (user) =>
      `Remove it: aws cognito-idp admin-delete-user${region === undefined ? '' : ` --region ${region}`} ` +
      `--user-pool-id ${target.userPoolId} --username ${user}`,
    log: () => [],
    close: async () => disconnect(),
  };
}
