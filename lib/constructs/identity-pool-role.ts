import { Stack, Token, Validations } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';

type Credentials = Extract<Environment['identityPool'], { readonly credentials: 'enhanced-flow' }>;

export interface IdentityPoolRoleProps {
  readonly identityPoolId: string;
  /** Who gets it, as the identity pool says in its token (amr). */
  readonly identities: 'authenticated' | 'unauthenticated';
  readonly s3: Credentials['s3'];
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A role of an identity pool: only this pool may give it (aud), only to these identities (amr), and it permits the objects
 * of one prefix that are below the identity's own id, and nothing else.
 */
export class IdentityPoolRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: IdentityPoolRoleProps) {
    super(scope, id);
    const { identityPoolId, identities, s3, removalPolicy } = props;
    const { partition } = Stack.of(this);
    const bucket = `arn:${partition}:s3:::${s3.bucket}`;
    const objects = objectsOf(bucket, s3.prefix, identityId);
    // As cdk-nag writes what is in ${}, a variable of CloudFormation or one of IAM.
    const shownPartition = Token.isUnresolved(partition) ? '<AWS::Partition>' : partition;
    const shownObjects = objectsOf(`arn:${shownPartition}:s3:::${s3.bucket}`, s3.prefix, `<${identityVariable}>`);
    const role = new CfnRole(this, 'Resource', {
      description: `What ${identities} identities of the identity pool may do.`,
      assumeRolePolicyDocument: trustPolicy(identityPoolId, identities),
      policies: [{ policyName: 'own-objects', policyDocument: ownObjects(bucket, objects, s3.prefix) }],
    });
    role.overrideLogicalId(`IdentityPoolRole${identities === 'authenticated' ? 'Authenticated' : 'Unauthenticated'}`);
    role.applyRemovalPolicy(removalPolicy);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${shownObjects}]`,
      reason: 'The objects of one identity: their names begin with its own id, which IAM puts in for the variable.',
    });
    this.arn = role.attrArn;
  }
}

/** Cognito Developer Guide, role trust and permissions. */
function trustPolicy(identityPoolId: string, identities: IdentityPoolRoleProps['identities']): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': identityPoolId },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': identities },
        },
      },
    ],
  };
}

const identityVariable = 'cognito-identity.amazonaws.com:sub';

/** A variable of IAM and not of CloudFormation: the id of the identity that asks. */
const identityId = `\${${identityVariable}}`;

function objectsOf(bucket: string, prefix: string, identity: string): string {
  return `${bucket}/${prefix}${identity}/*`;
}

function ownObjects(bucket: string, objects: string, prefix: string): object {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], Resource: objects },
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: bucket,
        Condition: { StringLike: { 's3:prefix': `${prefix}${identityId}/*` } },
      },
    ],
  };
}
