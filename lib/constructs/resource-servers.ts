import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolResourceServer } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { pascalCase } from './logical-id';

export interface ResourceServersProps {
  readonly userPoolId: string;
  readonly resourceServers: Environment['resourceServers'];
}

/**
 * The resource servers, each under a logical id made from its name. One that leaves the declaration is deleted, whatever
 * the removal policy of the pool: its scopes must not be given out any more, and it holds nothing else.
 */
export class ResourceServers extends Construct {
  /** By identifier: app clients that ask for their scopes have to come after them. */
  readonly byIdentifier: ReadonlyMap<string, CfnUserPoolResourceServer>;

  constructor(scope: Construct, id: string, { userPoolId, resourceServers }: ResourceServersProps) {
    super(scope, id);
    this.byIdentifier = new Map(
      Object.entries(resourceServers).map(([name, { identifier, scopes }]) => {
        const server = new CfnUserPoolResourceServer(this, name, {
          userPoolId,
          identifier,
          name,
          scopes: Object.entries(scopes)
            .map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription }))
            .toSorted((left, right) => (left.scopeName < right.scopeName ? -1 : 1)),
        });
        server.overrideLogicalId(`ResourceServer${pascalCase(name)}`);
        server.applyRemovalPolicy(RemovalPolicy.DESTROY);
        return [identifier, server];
      }),
    );
  }
}
