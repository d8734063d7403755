import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolReplica } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

export interface UserPoolReplicaProps {
  readonly userPoolId: string;
  /** The Region of the copy. */
  readonly region: string;
}

/**
 * The copy of a user pool in another Region, of which there can be one. It begins inactive; what depends on its Region,
 * and whether users can sign in to it, is {@link RegionalConfiguration} in a stack there.
 *
 * It is deleted when it leaves the declaration, whatever the removal policy of the pool: no user is lost, as all of them
 * are in the pool itself, and a copy that stayed behind would let them sign in and be seen by nobody. The service
 * refuses to delete one that is active.
 */
export class UserPoolReplica extends Construct {
  /** The Region of the copy. */
  readonly region: string;

  constructor(scope: Construct, id: string, { userPoolId, region }: UserPoolReplicaProps) {
    super(scope, id);
    this.region = region;
    const replica = new CfnUserPoolReplica(this, 'Resource', { userPoolId, regionName: region });
    replica.overrideLogicalId('UserPoolReplica');
    replica.applyRemovalPolicy(RemovalPolicy.DESTROY);
    // Every change of them would replace the replica; the tags of the regional configuration count.
    replica.addPropertyDeletionOverride('UserPoolTagsAtCreate');
  }
}
