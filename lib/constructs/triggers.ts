import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import * as customMessage from '../../lambda/custom-message/environment';
import * as postAuthentication from '../../lambda/post-authentication/environment';
import * as postConfirmation from '../../lambda/post-confirmation/environment';
import * as preSignUp from '../../lambda/pre-sign-up/environment';
import * as preTokenGeneration from '../../lambda/pre-token-generation/environment';
import * as userMigration from '../../lambda/user-migration/environment';
import type { Environment } from '../environments/environment';
import { TriggerFunction } from './trigger-function';
import type { Bundler } from './trigger-function';
import type { UserPool } from './user-pool';

type Declared = Environment['triggers'];
type TriggerName = keyof Declared;
type Variables = Readonly<Record<string, string>>;

export interface TriggersProps {
  readonly triggers: Declared;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  readonly bundle: Bundler;
}

/**
 * The Lambda functions of the triggers that are switched on. They come before the pool, which names them in its
 * LambdaConfig; what they may do with the pool is added after it, beside them, so that nothing closes a circle.
 */
export class Triggers extends Construct {
  readonly lambdaConfig: CfnUserPool.LambdaConfigProperty;
  private readonly functions: ReadonlyMap<TriggerName, TriggerFunction>;
  private readonly declared: Declared;

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    const { triggers, ...everyFunction } = props;
    this.declared = triggers;
    this.functions = new Map(
      variablesOf(triggers).map(([name, environment]) => {
        const folder = kebabCase(name);
        return [name, new TriggerFunction(this, folder, { folder, environment, ...everyFunction })];
      }),
    );
    this.lambdaConfig = lambdaConfig(this.functions);
  }

  /** Lets this user pool alone invoke the functions, and each function do what its trigger needs. */
  serve(userPool: UserPool): void {
    const { account } = Stack.of(this);
    for (const trigger of this.functions.values()) trigger.allowInvocationBy(userPool, account);
    this.allow('postConfirmation', 'cognito-idp:AdminAddUserToGroup', userPool.arn);
    if (this.declared.userMigration) {
      const secret = this.secretArn(this.declared.userMigration.tokenSecretName);
      this.allow('userMigration', 'secretsmanager:GetSecretValue', secret);
    }
  }

  private allow(name: TriggerName, action: string, resource: string): void {
    const role = this.functions.get(name)?.role;
    if (role === undefined) return;
    new Policy(this, `${kebabCase(name)}-policy`, {
      roles: [role],
      statements: [new PolicyStatement({ actions: [action], resources: [resource] })],
    });
  }

  /** Secrets Manager ends the ARN of a secret with six characters of its own choice. */
  private secretArn(name: string): string {
    return Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}

/** The triggers that are switched on, with the environment variables that their handlers read. */
function variablesOf(triggers: Declared): (readonly [TriggerName, Variables])[] {
  const variables: Partial<Record<TriggerName, Variables>> = {
    ...(triggers.preSignUp && { preSignUp: preSignUp.write(triggers.preSignUp) }),
    ...(triggers.postConfirmation && { postConfirmation: postConfirmation.write(triggers.postConfirmation) }),
    ...(triggers.preTokenGeneration && { preTokenGeneration: preTokenGeneration.write(triggers.preTokenGeneration) }),
    ...(triggers.customMessage && { customMessage: customMessage.write(triggers.customMessage) }),
    ...(triggers.postAuthentication && { postAuthentication: postAuthentication.write() }),
    ...(triggers.userMigration && { userMigration: userMigration.write(triggers.userMigration) }),
  };
  return Object.entries(variables) as [TriggerName, Variables][];
}

/** An empty LambdaConfig is rendered too: it switches off what was switched on. */
function lambdaConfig(functions: ReadonlyMap<TriggerName, TriggerFunction>): CfnUserPool.LambdaConfigProperty {
  const arns: Partial<Record<TriggerName, string>> = Object.fromEntries(
    [...functions].map(([name, { arn }]) => [name, arn]),
  );
  // The service wants both, with the same ARN; the version is in the second alone.
  const versioned = arns.preTokenGeneration;
  return {
    ...arns,
    ...(versioned && { preTokenGenerationConfig: { lambdaArn: versioned, lambdaVersion: 'V2_0' } }),
  };
}

/** `preSignUp` is the trigger in the folder and construct `pre-sign-up`. */
function kebabCase(name: TriggerName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
