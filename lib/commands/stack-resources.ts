import { paginateListStackResources } from '@aws-sdk/client-cloudformation';
import type { CloudFormationClient, StackResourceSummary } from '@aws-sdk/client-cloudformation';
import type { ResolvedStack, Resource } from '../template/resolve';
import { askCloudFormation } from './describe-stack';
import type { Io } from './io';

/** The PhysicalResourceId of resources that are deployed. */
export type PhysicalIds = ReadonlyMap<Resource, string>;

/**
 * What the resources of a deployed stack, and of those that are nested in it, are called where they run.
 *
 * @throws NotDeployedError, or another TargetError
 */
export async function deployedIds(root: ResolvedStack, io: Pick<Io, 'env' | 'signal'>): Promise<PhysicalIds> {
  return askCloudFormation(root.artifact, 'ListStackResources', io, async (cloudFormation, options) => {
    const ids = new Map<Resource, string>();
    const read = async (stack: ResolvedStack, name: string): Promise<void> => {
      for (const { LogicalResourceId: logicalId = '', PhysicalResourceId: id } of await listed(name)) {
        const resource = stack.resources.get(logicalId);
        if (resource === undefined || id === undefined || id === '') continue;
        ids.set(resource, id);
        const nested = stack.nested.get(logicalId);
        // The physical id of a nested stack is its ARN, which names a stack as well as a name does.
        if (nested !== undefined) await read(nested, id);
      }
    };
    const listed = (name: string) => resourcesOf(name, cloudFormation, options);
    await read(root, root.artifact.stackName);
    return ids;
  });
}

/** All pages: DescribeStackResources ends at 100 resources (API_DescribeStackResources). */
async function resourcesOf(
  StackName: string,
  client: CloudFormationClient,
  options: { readonly abortSignal?: AbortSignal },
): Promise<readonly StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }, options))
    found.push(...StackResourceSummaries);
  // What has left the stack may still be listed.
  return found.filter(({ ResourceStatus: status }) => status !== 'DELETE_COMPLETE' && status !== 'DELETE_SKIPPED');
}
