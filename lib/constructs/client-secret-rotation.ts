import { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { retireEvent, write } from '../../lambda/client-secret-rotation/environment';
import { BundledFunction } from './bundled-function';
import type { FunctionDefaults } from './bundled-function';
import type { SecretRotation } from './client-secret';
import { pascalCase } from './logical-id';
import type { UserPool } from './user-pool';

export interface ClientSecretRotationProps {
  /** Of the app client. */
  readonly name: string;
  readonly clientId: string;
  readonly userPool: Pick<UserPool, 'id' | 'arn'>;
  readonly secretArn: string;
  readonly rotation: Extract<SecretRotation, { readonly enabled: true }>;
  readonly functions: FunctionDefaults;
}

/**
 * The rotation of one client secret: Secrets Manager asks a function for a new secret at once and then every so many
 * days, and EventBridge asks it once a day whether the one before may go. Each client has a function of its own, which
 * can touch no other secret.
 */
export class ClientSecretRotation extends Construct {
  constructor(scope: Construct, id: string, props: ClientSecretRotationProps) {
    super(scope, id);
    const { name, clientId, userPool, secretArn, rotation } = props;
    const { graceDays } = rotation;
    const rotating = new BundledFunction(this, 'Function', {
      folder: 'client-secret-rotation',
      description: `Rotates the client secret of the app client ${name}.`,
      environment: write({ userPoolId: userPool.id, clientId, secretArn, graceDays }),
      timeoutSeconds: 60,
      ...props.functions,
    });
    rotating.allow(rotating, 'Policy', { statements: statements(userPool.arn, secretArn) });
    // Not by its alias: Secrets Manager documents functions, and says nothing of aliases.
    const { functionArn, functionName } = rotating.lambda;
    const invocation = { action: 'lambda:InvokeFunction', functionName };

    const bySecretsManager = new CfnPermission(this, 'SecretsManager', {
      ...invocation,
      principal: 'secretsmanager.amazonaws.com',
      sourceAccount: Stack.of(this).account,
    });
    const schedule = new CfnRotationSchedule(this, 'Schedule', {
      secretId: secretArn,
      rotationLambdaArn: functionArn,
      rotationRules: { scheduleExpression: `rate(${rotation.everyDays} days)` },
      // The first value is made so.
      rotateImmediatelyOnUpdate: true,
    });
    schedule.overrideLogicalId(`RotationOfClient${pascalCase(name)}`);
    schedule.node.addDependency(bySecretsManager, rotating);

    const daily = new CfnRule(this, 'Daily', {
      description: `Ends the client secret of the app client ${name} that was replaced ${graceDays} days ago.`,
      scheduleExpression: 'rate(1 day)',
      state: 'ENABLED',
      targets: [{ id: 'Rotation', arn: functionArn, input: Stack.of(this).toJsonString(retireEvent({ secretArn })) }],
    });
    new CfnPermission(this, 'Events', {
      ...invocation,
      principal: 'events.amazonaws.com',
      sourceArn: daily.attrArn,
    });
  }
}

function statements(userPoolArn: string, secretArn: string): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      resources: [secretArn],
    }),
    new PolicyStatement({
      actions: [
        'cognito-idp:AddUserPoolClientSecret',
        'cognito-idp:DeleteUserPoolClientSecret',
        'cognito-idp:ListUserPoolClientSecrets',
      ],
      resources: [userPoolArn],
    }),
  ];
}
