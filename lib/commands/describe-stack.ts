import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { StackArtifact } from '../template/assembly';
import { awsError } from './aws-error';
import type { Io } from './io';
import { NotDeployedError } from './target-error';

/** So that an address that swallows every packet is told from a slow answer. */
export const requestHandler = { connectionTimeout: 5000, requestTimeout: 30_000 };

/**
 * The outputs of a deployed stack, by name. Credentials, and AWS_ENDPOINT_URL if it is set, are the SDK's business.
 *
 * @throws NotDeployedError, or another TargetError
 */
export async function deployedOutputs(
  artifact: StackArtifact,
  { env, signal }: Pick<Io, 'env' | 'signal'>,
): Promise<ReadonlyMap<string, string | undefined>> {
  const { stackName, region, stage = artifact.path } = artifact;
  const cloudFormation = new CloudFormationClient({ requestHandler, ...(region !== undefined && { region }) });
  const notDeployed = new NotDeployedError(stackName, region ?? 'the Region of this shell', stage);
  try {
    const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName }), {
      ...(signal && { abortSignal: signal }),
    });
    if (stack === undefined) throw notDeployed;
    return new Map((stack.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value }) => [key, value]));
  } catch (error) {
    if (error === notDeployed || signal?.aborted === true) throw error;
    // CloudFormation has no exception of its own for this.
    if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist'))
      throw notDeployed;
    const endpoint = endpointOf('CLOUDFORMATION', region, env);
    throw awsError(error, { service: 'AWS CloudFormation', operation: 'DescribeStacks', endpoint });
  } finally {
    cloudFormation.destroy();
  }
}

/** Where the SDK sends requests, for messages. */
export function endpointOf(service: string, region: string | undefined, env: Io['env']): string {
  const given = env[`AWS_ENDPOINT_URL_${service}`] ?? env['AWS_ENDPOINT_URL'];
  return given ?? `its endpoint in ${region ?? 'the Region of this shell'}`;
}
