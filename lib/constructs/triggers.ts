import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { FunctionDefaults, Permissions } from './bundled-function';
import { pascalCase } from './logical-id';
import { SenderKey } from './sender-key';
import { TriggerFunction } from './trigger-function';
import { readingCodes } from './trigger-permissions';
import { declaredTriggers } from './trigger-table';
import type { DeclaredTrigger, TriggerDeclaration } from './trigger-table';
import type { UserPool } from './user-pool';

export interface TriggersProps {
  readonly declared: TriggerDeclaration;
  /** The Region that begins the id of the user pool; that of a copy begins with the Region of the first. */
  readonly poolRegion: string;
  readonly functions: FunctionDefaults;
}

/** As long as Cognito waits. */
const patienceSeconds = 5;
/** Nobody waits for a sender; it loads the Encryption SDK, and asks two services. */
const senderSeconds = 30;

/**
 * The Lambda functions of the triggers that are switched on. They come before the pool, which names them in its
 * LambdaConfig; what they may do with the pool is added after it, beside them, so that nothing closes a circle.
 */
export class Triggers extends Construct {
  /** An empty one is rendered too: it switches off what was switched on. */
  readonly lambdaConfig: CfnUserPool.LambdaConfigProperty;
  readonly #functions: readonly (readonly [DeclaredTrigger, TriggerFunction])[];
  #senderKey: SenderKey | undefined;

  constructor(scope: Construct, id: string, props: TriggersProps) {
    super(scope, id);
    this.#functions = declaredTriggers(props.declared).map((trigger) => [trigger, this.#add(trigger, props)]);
    const told = this.#functions.map(([trigger, { arn }]) => trigger.lambdaConfig(arn));
    const senderKey = this.#senderKey && { kmsKeyId: this.#senderKey.arn };
    this.lambdaConfig = told.reduce((all, each) => ({ ...all, ...each }), { ...senderKey });
  }

  /** Lets this user pool alone invoke the functions, and each function do what its trigger needs. */
  serve(userPool: Pick<UserPool, 'id' | 'arn'>): void {
    for (const [trigger, lambda] of this.#functions) {
      lambda.allowInvocationBy(userPool);
      const permissions = this.#permissionsOf(trigger, userPool);
      if (permissions.length > 0) lambda.allow(this, `${trigger.folder}-policy`, allOf(permissions));
    }
  }

  #permissionsOf({ isSender, may }: DeclaredTrigger, userPool: Pick<UserPool, 'id' | 'arn'>): readonly Permissions[] {
    const senderKey = isSender ? this.#senderKey : undefined;
    const permissions = [senderKey && readingCodes(senderKey.arn, userPool.id), may(this, userPool.arn)];
    return permissions.filter((each) => each !== undefined);
  }

  #add({ folder, isSender, variables }: DeclaredTrigger, props: TriggersProps): TriggerFunction {
    const { removalPolicy } = props.functions;
    const senderKey = () => {
      this.#senderKey ??= new SenderKey(this, 'SenderKey', { poolRegion: props.poolRegion, removalPolicy });
      return this.#senderKey.arn;
    };
    const lambda = new TriggerFunction(this, folder, {
      folder,
      description: `Cognito trigger ${folder}.`,
      environment: variables(senderKey),
      timeoutSeconds: isSender ? senderSeconds : patienceSeconds,
      provisionedConcurrency: props.declared.triggers.functions.provisionedConcurrency,
      ...props.functions,
    });
    if (isSender) this.#senderKey?.decryptedBy(pascalCase(folder), lambda.role.roleArn);
    return lambda;
  }
}

function allOf(permissions: readonly Permissions[]): Permissions {
  return {
    statements: permissions.flatMap(({ statements }) => statements),
    acknowledged: permissions.flatMap(({ acknowledged = [] }) => acknowledged),
  };
}
