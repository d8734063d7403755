import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { Stack } from '@aws-sdk/client-cloudformation';
import type { ChosenClient } from '../sign-in/choose-client';
import { awsError } from './aws-error';
import { awsIssuer } from './aws-issuer';
import { connect } from './connect';
import type { Blueprint } from './connect';
import type { Io } from './io';
import type { OpenTarget } from './open-target';
import { NotDeployedError, ProductionRefusedError } from './target-error';

export interface AwsTargetOptions {
  readonly blueprint: Blueprint;
  readonly chosen: ChosenClient;
  readonly allowProduction: boolean;
  readonly io: Pick<Io, 'env' | 'signal'>;
}

/** So that an address that swallows every packet is told from a slow answer. */
const requestHandler = { connectionTimeout: 5000, requestTimeout: 30_000 };

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
  const config = { requestHandler, ...(region !== undefined && { region }) };
  const stack = await describeStack(blueprint, config, io);
  const outputs = new Map((stack.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value }) => [key, value]));
  const { target, disconnect } = await connect(blueprint, {
    outputs,
    idOf: () => undefined,
    issuerOf: awsIssuer,
    endpoint: endpointOf('COGNITO_IDENTITY_PROVIDER', region, io.env),
    cognito: config,
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

async function describeStack(
  { stack: { artifact } }: Blueprint,
  config: { readonly region?: string; readonly requestHandler: typeof requestHandler },
  { env, signal }: AwsTargetOptions['io'],
): Promise<Stack> {
  const { stackName, region = 'the Region of this shell', stage = artifact.path } = artifact;
  const cloudFormation = new CloudFormationClient(config);
  const notDeployed = new NotDeployedError(stackName, region, stage);
  try {
    const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName }), {
      ...(signal && { abortSignal: signal }),
    });
    if (stack === undefined) throw notDeployed;
    return stack;
  } catch (error) {
    if (error === notDeployed || signal?.aborted === true) throw error;
    // CloudFormation has no exception of its own for this.
    if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist'))
      throw notDeployed;
    const endpoint = endpointOf('CLOUDFORMATION', artifact.region, env);
    throw awsError(error, { service: 'AWS CloudFormation', operation: 'DescribeStacks', endpoint });
  } finally {
    cloudFormation.destroy();
  }
}

/** Where the SDK sends requests, for messages. */
function endpointOf(service: string, region: string | undefined, env: Io['env']): string {
  const given = env[`AWS_ENDPOINT_URL_${service}`] ?? env['AWS_ENDPOINT_URL'];
  return given ?? `its endpoint in ${region ?? 'the Region of this shell'}`;
}
