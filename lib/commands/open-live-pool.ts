import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Whereabouts } from '../drift/compare-pool';
import { readTypes } from '../drift/live-resources';
import { defaultRegion } from '../local-pool/call';
import { LocalDeployment } from '../local-pool/settings/local-deployment';
import type { PoolView, Subject } from '../posture/subject';
import type { StackArtifact } from '../template/assembly';
import type { ResolvedStack } from '../template/resolve';
import { tokensIn } from '../template/value';
import { withNested } from '../template/with-nested';
import { endpointOf, requestHandler } from './describe-stack';
import type { DriftOptions } from './drift-options';
import type { Io } from './io';
import { localIds } from './local-ids';
import { deployedIds } from './stack-resources';
import type { PhysicalIds } from './stack-resources';
import { MissingResourceError, NotDeployedError } from './target-error';

/** A pool that can be read. */
export interface OpenLivePool extends Whereabouts {
  /** To be destroyed by whoever opened it. */
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  /** For messages. */
  readonly endpoint: string;
}

const defaultEndpoint = 'http://localhost:9229';

/** An environment of an assembly, and the pool of it that is meant. */
export interface DeclaredPool {
  readonly subject: Subject;
  readonly view: PoolView;
  /** Every stack of the assembly. */
  readonly stacks: readonly StackArtifact[];
}

type Where = Pick<DriftOptions, 'target' | 'endpoint' | 'assembly'>;

/** Finds the pool of the template: on AWS by what CloudFormation made of it, on this machine by its name. @throws TargetError */
export async function openLivePool(
  pool: DeclaredPool,
  where: Where,
  io: Pick<Io, 'env' | 'signal'>,
): Promise<OpenLivePool> {
  switch (where.target) {
    case 'aws':
      return openDeployed(pool, io);
    case 'local':
      return openLocal(pool, where, io);
  }
}

async function openDeployed(
  { subject: { stacks, name }, view }: DeclaredPool,
  io: Pick<Io, 'env' | 'signal'>,
): Promise<OpenLivePool> {
  const { stack, resource } = view.pool;
  const root = rootOf(stack, stacks);
  const { region, stage } = root.artifact;
  const ids = new Map(await deployedIds(root, io));
  const userPoolId = ids.get(resource);
  if (userPoolId === undefined) throw new MissingResourceError(root.artifact.stackName, resource.logicalId);
  for (const other of rootsAround(view, stacks)) {
    if (other !== root) for (const [each, id] of await idsIfDeployed(other, io)) ids.set(each, id);
  }
  return {
    userPoolId,
    idOf: (located) => ids.get(located.resource),
    cognito: new CognitoIdentityProviderClient({ requestHandler, ...(region !== undefined && { region }) }),
    endpoint: endpointOf('COGNITO_IDENTITY_PROVIDER', region, io.env),
    place: { kind: 'aws', stacks: stage === undefined ? name : `${stage}/*`, region },
  };
}

/** What is not deployed has no ids: what is declared there is not there. */
async function idsIfDeployed(root: ResolvedStack, io: Pick<Io, 'env' | 'signal'>): Promise<PhysicalIds> {
  try {
    return await deployedIds(root, io);
  } catch (error) {
    if (error instanceof NotDeployedError) return new Map();
    throw error;
  }
}

async function openLocal(
  { subject: { name: environment }, view: { pool }, stacks }: DeclaredPool,
  { endpoint = defaultEndpoint, assembly }: Where,
  { signal }: Pick<Io, 'signal'>,
): Promise<OpenLivePool> {
  const { UserPoolName: name } = pool.resource.properties;
  const { region = defaultRegion, stage } = pool.stack.artifact;
  const poolName = typeof name === 'string' ? name : pool.resource.logicalId;
  const { userPoolId } = await localIds({ endpoint, region, poolName, environment, signal });
  // What has no id of chance is called there as it is called here. The ids of clients are new at each start: their names tell.
  const deployment = new LocalDeployment(
    stacks.filter((stack) => stack.stage === stage),
    { poolId: () => '', clientId: () => '', issuerOf: () => '' },
  );
  const ofChance = ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolClient'];
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const named = assembly === undefined ? '' : ` --assembly ${assembly}`;
  return {
    userPoolId,
    idOf: ({ stack, resource: { type, logicalId } }) =>
      ofChance.includes(type)
        ? undefined
        : deployment.valueFor({ stack: stack.artifact.path, logicalId, attribute: undefined }),
    cognito: new CognitoIdentityProviderClient({ endpoint, region, credentials, maxAttempts: 1 }),
    endpoint,
    place: { kind: 'local', endpoint, restart: `npm run local -- --env ${environment}${named}` },
  };
}

/** The stacks at the top that have a part of the pool, or something that the pool or a part of it refers to. */
function rootsAround({ pool, parts }: PoolView, stacks: readonly ResolvedStack[]): readonly ResolvedStack[] {
  const located = [pool, ...readTypes.flatMap(parts)];
  const paths = located.flatMap(({ stack, resource }) => [
    stack.artifact.path,
    ...tokensIn(resource.properties).flatMap(({ references }) => references.map((reference) => reference.stack)),
  ]);
  const declaring = stacks.filter(({ artifact }) => paths.includes(artifact.path));
  return [...new Set(declaring.map((stack) => rootOf(stack, stacks)))];
}

/** The stack at the top in which the pool is declared, itself or nested: its outputs are those that are told. */
function rootOf(declaring: ResolvedStack, stacks: readonly ResolvedStack[]): ResolvedStack {
  const nested = new Set(stacks.flatMap((stack) => [...stack.nested.values()]));
  const roots = stacks.filter((stack) => !nested.has(stack));
  return roots.find((root) => withNested(root).includes(declaring)) ?? declaring;
}
