import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Whereabouts } from '../drift/compare-pool';
import { defaultRegion } from '../local-pool/call';
import type { PoolView, Subject } from '../posture/subject';
import type { ResolvedStack } from '../template/resolve';
import { withNested } from '../template/with-nested';
import { deployedOutputs, endpointOf, requestHandler } from './describe-stack';
import type { DriftOptions } from './drift-options';
import type { Io } from './io';
import { localIds } from './local-ids';
import { missingOutput, outputOf } from './stack-outputs';

/** A pool that can be read. */
export interface OpenLivePool extends Whereabouts {
  /** To be destroyed by whoever opened it. */
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  /** For messages. */
  readonly endpoint: string;
}

const defaultEndpoint = 'http://localhost:9229';

/** Finds the pool of the template: on AWS by the outputs of its stack, on this machine by its name. @throws TargetError */
export async function openLivePool(
  subject: Subject,
  view: PoolView,
  { target, endpoint = defaultEndpoint }: Pick<DriftOptions, 'target' | 'endpoint'>,
  io: Pick<Io, 'env' | 'signal'>,
): Promise<OpenLivePool> {
  switch (target) {
    case 'aws':
      return openDeployed(subject, view, io);
    case 'local':
      return openLocal(subject, view, endpoint, io);
  }
}

async function openDeployed(
  { stacks, name }: Subject,
  { pool }: PoolView,
  io: Pick<Io, 'env' | 'signal'>,
): Promise<OpenLivePool> {
  const root = rootOf(pool.stack, stacks);
  const { region, stage } = root.artifact;
  const outputs = await deployedOutputs(root.artifact, io);
  const idOf: Whereabouts['idOf'] = ({ stack, resource: { logicalId } }) =>
    outputOf(root, outputs, { stack: stack.artifact.path, logicalId, attribute: undefined });
  return {
    userPoolId: idOf(pool) ?? missingOutput(root, outputs, 'the user pool'),
    idOf,
    cognito: new CognitoIdentityProviderClient({ requestHandler, ...(region !== undefined && { region }) }),
    endpoint: endpointOf('COGNITO_IDENTITY_PROVIDER', region, io.env),
    place: { kind: 'aws', stacks: stage === undefined ? name : `${stage}/*`, region },
  };
}

async function openLocal(
  { name: environment }: Subject,
  { pool }: PoolView,
  endpoint: string,
  { signal }: Pick<Io, 'signal'>,
): Promise<OpenLivePool> {
  const { UserPoolName: name } = pool.resource.properties;
  const { region = defaultRegion } = pool.stack.artifact;
  const poolName = typeof name === 'string' ? name : pool.resource.logicalId;
  const { userPoolId } = await localIds({ endpoint, region, poolName, environment, signal });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return {
    userPoolId,
    // Ids are new at each start, and no output is kept: clients are found by their names.
    idOf: () => undefined,
    cognito: new CognitoIdentityProviderClient({ endpoint, region, credentials, maxAttempts: 1 }),
    endpoint,
    place: { kind: 'local', endpoint, restart: `npm run local -- --env ${environment}` },
  };
}

/** The stack at the top in which the pool is declared, itself or nested: its outputs are those that are told. */
function rootOf(declaring: ResolvedStack, stacks: readonly ResolvedStack[]): ResolvedStack {
  const nested = new Set(stacks.flatMap((stack) => [...stack.nested.values()]));
  const roots = stacks.filter((stack) => !nested.has(stack));
  return roots.find((root) => withNested(root).includes(declaring)) ?? declaring;
}
