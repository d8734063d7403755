import { Stack } from 'aws-cdk-lib';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { BundledFunction } from './bundled-function';
import type { UserPool } from './user-pool';

/** The Lambda function of one trigger. */
export class TriggerFunction extends BundledFunction {
  /** Lets Cognito invoke the function for exactly this user pool, by its alias. */
  allowInvocationBy(userPool: Pick<UserPool, 'arn'>): void {
    new CfnPermission(this, 'Cognito', {
      action: 'lambda:InvokeFunction',
      functionName: this.arn,
      principal: 'cognito-idp.amazonaws.com',
      sourceArn: userPool.arn,
      sourceAccount: Stack.of(this).account,
    });
  }
}
