import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { pascalCase } from './logical-id';

export interface GroupsProps {
  readonly userPoolId: string;
  readonly groups: Environment['groups'];
  /** As the pool: a deleted group takes its memberships with it, and they are nowhere else. */
  readonly removalPolicy: RemovalPolicy;
}

/** The groups of the user pool, each under a logical id made from its name. */
export class Groups extends Construct {
  constructor(scope: Construct, id: string, props: GroupsProps) {
    super(scope, id);
    for (const [name, { description, precedence, roleArn }] of Object.entries(props.groups)) {
      const group = new CfnUserPoolGroup(this, name, {
        userPoolId: props.userPoolId,
        groupName: name,
        description,
        precedence,
        ...(roleArn !== undefined && { roleArn }),
      });
      group.overrideLogicalId(`Group${pascalCase(name)}`);
      group.applyRemovalPolicy(props.removalPolicy);
    }
  }
}
