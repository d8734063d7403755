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
  io: Pick<Io, 'env' | 'signal'>,
): Promise<ReadonlyMap<string, string | undefined>> {
  return askCloudFormation(artifact, 'DescribeStacks', io, async (cloudFormation, options) => {
    const answer = await cloudFormation.send(new DescribeStacksCommand({ StackName: artifact.stackName }), options);
    const { Stacks: [stack] = [] } = answer;
    if (stack === undefined) throw notDeployed(artifact);
    return new Map((stack.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value }) => [key, value]));
  });
}

/**
 * Asks CloudFormation of a deployed stack, in its Region.
 *
 * @throws NotDeployedError, or another TargetError
 */
export async function askCloudFormation<Answer>(
  artifact: StackArtifact,
  operation: string,
  { env, signal }: Pick<Io, 'env' | 'signal'>,
  ask: (cloudFormation: CloudFormationClient, options: { readonly abortSignal?: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  const { region } = artifact;
  const cloudFormation = new CloudFormationClient({ requestHandler, ...(region !== undefined && { region }) });
  try {
    return await ask(cloudFormation, { ...(signal && { abortSignal: signal }) });
  } catch (error) {
    if (error instanceof NotDeployedError || signal?.aborted === true) throw error;
    // CloudFormation has no exception of its own for this.
    if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist'))
      throw notDeployed(artifact);
    const endpoint = endpointOf('CLOUDFORMATION', region, env);
    throw awsError(error, { service: 'AWS CloudFormation', operation, endpoint });
  } finally {
    cloudFormation.destroy();
  }
}

function notDeployed({ stackName, region, path, stage = path }: StackArtifact): NotDeployedError {
  return new NotDeployedError(stackName, region ?? 'the Region of this shell', stage);
}

/** Where the SDK sends requests, for messages. */
export function endpointOf(service: string, region: string | undefined, env: Io['env']): string {
  const given = env[`AWS_ENDPOINT_URL_${service}`] ?? env['AWS_ENDPOINT_URL'];
  return given ?? `its endpoint in ${region ?? 'the Region of this shell'}`;
}
