import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one handler of a type calls (CloudFormation registry, `handlers` of the schema). */
export type Handler = 'create' | 'read' | 'update' | 'delete';

/**
 * The permissions that the registry publishes for the handlers of each type, as terraform-provider-awscc and
 * pulumi-aws-native keep copies of its schemas. In three places it is our own reading: IAM::Policy has no handlers, and is
 * taken to need what IAM::RolePolicy does; SNS::Subscription is taken to call its four operations; and reading
 * Logs::LogGroup to describe index and resource policies, as others have found.
 */
export const handlers = JSON.parse(readFileSync(join(__dirname, 'cloudformation-handlers.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<Handler, readonly string[]>>>
>;

/** What handlers call for the sake of a part of a resource, as a path, that no template has. */
export const onlyWith: readonly (readonly [type: string, path: string, actions: readonly string[]])[] = [
  [
    'AWS::CertificateManager::Certificate',
    'Properties.CertificateAuthorityArn',
    ['acm-pca:GetCertificate', 'acm-pca:IssueCertificate'],
  ],
  ['AWS::Cognito::IdentityPool', 'Properties.CognitoEvents', ['cognito-sync:SetCognitoEvents']],
  ['AWS::Cognito::IdentityPool', 'Properties.PushSync', ['cognito-sync:SetIdentityPoolConfiguration']],
  ['AWS::Cognito::IdentityPool', 'Properties.CognitoStreams', ['cognito-sync:SetIdentityPoolConfiguration']],
  ['AWS::IAM::Role', 'Properties.ManagedPolicyArns', ['iam:AttachRolePolicy', 'iam:DetachRolePolicy']],
  [
    'AWS::IAM::Role',
    'Properties.PermissionsBoundary',
    ['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
  ],
  [
    'AWS::Lambda::Alias',
    'UpdatePolicy',
    [
      'codedeploy:CreateDeployment',
      'codedeploy:GetDeployment',
      'codedeploy:GetDeploymentConfig',
      'codedeploy:GetDeploymentGroup',
      'codedeploy:StopDeployment',
    ],
  ],
  ['AWS::Lambda::Function', 'Properties.Code.S3ObjectVersion', ['s3:GetObjectVersion']],
  [
    'AWS::Lambda::Function',
    'Properties.CodeSigningConfigArn',
    ['lambda:DeleteFunctionCodeSigningConfig', 'lambda:GetCodeSigningConfig', 'lambda:PutFunctionCodeSigningConfig'],
  ],
  ['AWS::Lambda::Function', 'Properties.FileSystemConfigs', ['elasticfilesystem:DescribeMountTargets']],
  ['AWS::Lambda::Function', 'Properties.KmsKeyArn', ['kms:GenerateDataKey']],
  ['AWS::Lambda::Function', 'Properties.Layers', ['lambda:GetLayerVersion']],
  [
    'AWS::Lambda::Function',
    'Properties.ReservedConcurrentExecutions',
    ['lambda:DeleteFunctionConcurrency', 'lambda:PutFunctionConcurrency'],
  ],
  [
    'AWS::Lambda::Function',
    'Properties.VpcConfig',
    ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
  ],
  [
    'AWS::Logs::LogGroup',
    'Properties.DataProtectionPolicy',
    ['logs:DeleteDataProtectionPolicy', 'logs:PutDataProtectionPolicy'],
  ],
  ['AWS::Logs::LogGroup', 'Properties.KmsKeyId', ['logs:AssociateKmsKey', 'logs:DisassociateKmsKey']],
  ['AWS::SNS::Topic', 'Properties.DataProtectionPolicy', ['sns:PutDataProtectionPolicy']],
  ['AWS::SecretsManager::Secret', 'Properties.GenerateSecretString', ['secretsmanager:GetRandomPassword']],
  [
    'AWS::SecretsManager::Secret',
    'Properties.ReplicaRegions',
    ['secretsmanager:RemoveRegionsFromReplication', 'secretsmanager:ReplicateSecretToRegions'],
  ],
];

/** What handlers call for others than us, and why it is not permitted. */
export const neverPermitted: Readonly<Record<string, readonly string[]>> = {
  'A web ACL stands before user pools alone.': [
    'apigateway:SetWebACL',
    'apprunner:AssociateWebAcl',
    'apprunner:DescribeWebAclForService',
    'apprunner:DisassociateWebAcl',
    'appsync:SetWebACL',
    'elasticloadbalancing:SetWebACL',
  ],
  'Logs go to CloudWatch Logs, and to no bucket or stream.': [
    'firehose:ListDeliveryStreams',
    'firehose:TagDeliveryStream',
    's3:GetBucketPolicy',
    's3:PutBucketPolicy',
    's3:REST.PUT.OBJECT',
  ],
  'Every key is enabled; one that a person has disabled is enabled by a person.': ['kms:DisableKey', 'kms:EnableKey'],
  'It is the name of no action: DescribeOrganization is one of AWS Organizations.': ['iam:DescribeOrganization'],
};

/** What no handler calls: CloudFormation itself does, for Fn::GetStackOutput. */
export const calledByNoHandler = ['cloudformation:DescribeStacks'];
