import type { Asset, StackArtifact } from '../lib/template/assembly';
import type { RawObject } from '../lib/template/value';

/** Which pool is measured: the same template without any trigger, or with one that does nothing. */
export type MeasuredPool = 'without triggers' | 'with a trigger';

const pool: RawObject = {
  UserPoolName: 'bench',
  UsernameConfiguration: { CaseSensitive: false },
  MfaConfiguration: 'OPTIONAL',
  EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
};

const client: RawObject = {
  ClientName: 'bench',
  UserPoolId: { Ref: 'Pool' },
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
};

/**
 * A stack with one pool and one client, as a synthesized assembly would hold it.
 *
 * @param bundle directory of the trigger's code
 */
export function signInStack(measured: MeasuredPool, bundle: string): StackArtifact {
  const triggered = measured === 'with a trigger';
  const asset: Asset = { id: 'trigger', sourcePath: bundle, objectKey: 'trigger.zip', packaging: 'zip' };
  return {
    path: 'bench/auth',
    stage: 'bench',
    stackName: 'bench-auth',
    account: undefined,
    region: 'eu-west-1',
    terminationProtection: false,
    assets: triggered ? [asset] : [],
    template: {
      Resources: {
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: triggered
            ? { ...pool, LambdaConfig: { PostAuthentication: { 'Fn::GetAtt': ['Trigger', 'Arn'] } } }
            : pool,
        },
        Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: client },
        ...(triggered && triggerResources),
      },
    },
  };
}

const triggerResources: RawObject = {
  Trigger: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: { S3Bucket: 'assets', S3Key: 'trigger.zip' },
      Role: 'arn:aws:iam::111122223333:role/trigger',
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': ['Trigger', 'Arn'] },
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
    },
  },
};
