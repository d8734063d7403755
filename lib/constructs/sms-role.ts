import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export interface SmsRoleProps {
  /** What Cognito has to say when it assumes the role (sts:ExternalId): the name of the pool. */
  readonly externalId: string;
  /** The Region whose SNS sends. */
  readonly snsRegion: string;
  /** That of the user pool: without the role every later change of a pool that was kept fails. */
  readonly removalPolicy: RemovalPolicy;
}

/** Why a policy with {@link textMessageStatements} names no resource. */
export const everyTelephone = {
  id: 'AwsSolutions-IAM5[Resource::*]',
  reason: 'A telephone has no ARN, so that nothing but * permits a message to it; topics and endpoints are denied.',
} as const;

/**
 * The role by which Cognito sends text messages through Amazon SNS: only for user pools of this account and Region, and
 * only to telephones. What it permits is written into the role itself, so that it is there before the pool, which the
 * service refuses otherwise.
 */
export class SmsRole extends Construct {
  readonly smsConfiguration: CfnUserPool.SmsConfigurationProperty;

  constructor(scope: Construct, id: string, { externalId, snsRegion, removalPolicy }: SmsRoleProps) {
    super(scope, id);
    const role = new CfnRole(this, 'Resource', {
      description: `Lets Amazon Cognito send the text messages of ${externalId}.`,
      assumeRolePolicyDocument: this.trustPolicy(externalId),
      policies: [
        {
          policyName: 'text-messages',
          policyDocument: { Version: '2012-10-17', Statement: textMessageStatements(this) },
        },
      ],
    });
    role.overrideLogicalId('SmsRole');
    role.applyRemovalPolicy(removalPolicy);
    Validations.of(role).acknowledge(everyTelephone);
    this.smsConfiguration = { externalId, snsCallerArn: role.attrArn, snsRegion };
  }

  /** The ARN of the pool itself is not known here: the pool names the role, and would close a circle. */
  private trustPolicy(externalId: string): object {
    const stack = Stack.of(this);
    const pools = stack.formatArn({
      service: 'cognito-idp',
      resource: 'userpool',
      resourceName: '*',
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    return {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cognito-idp.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'sts:ExternalId': externalId, 'aws:SourceAccount': stack.account },
            ArnLike: { 'aws:SourceArn': pools },
          },
        },
      ],
    };
  }
}

/** What permits messages to telephones and to nothing else. */
export function textMessageStatements(scope: Construct): readonly object[] {
  const everythingWithAnArn = Stack.of(scope).formatArn({
    service: 'sns',
    region: '*',
    account: '*',
    resource: '*',
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
  return [
    { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
    { Effect: 'Deny', Action: 'sns:Publish', Resource: everythingWithAnArn },
  ];
}
