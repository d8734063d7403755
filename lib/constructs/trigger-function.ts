import { AssetHashType, DockerImage, Duration } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { join } from 'node:path';
import type { UserPool } from './user-pool';

/** Bundles the handler in `entry` (a TypeScript file) into `outfile` (one JavaScript file). */
export type Bundler = (entry: string, outfile: string) => void;

export interface TriggerFunctionProps {
  /** The folder below lambda/, named as Cognito names the trigger. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  readonly bundle: Bundler;
}

/**
 * The Lambda function of one trigger, with a role of its own that may write to its own log group and nothing else.
 * Whatever more a trigger needs is attached by a policy beside the role: the function waits for its role and for what
 * is below it, and would close a circle with a user pool named there.
 */
export class TriggerFunction extends Construct {
  readonly arn: string;
  readonly role: Role;
  private readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: TriggerFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'LogGroup', {
      retention: props.logRetention,
      removalPolicy: props.removalPolicy,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Cognito trigger ${props.folder}.`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(props),
      memorySize: 256,
      timeout: Duration.seconds(5), // after which Cognito stops waiting
      environment: props.environment,
      role: this.role,
      logGroup,
    });
    this.arn = this.lambda.functionArn;
  }

  /** Lets Cognito invoke the function for exactly this user pool. */
  allowInvocationBy(userPool: UserPool, account: string): void {
    this.lambda.addPermission('Cognito', {
      principal: new ServicePrincipal('cognito-idp.amazonaws.com'),
      sourceArn: userPool.arn,
      sourceAccount: account,
    });
  }
}

/**
 * The bundle as an asset that is known by its content. The CDK remembers it by its folder, so a handler is bundled once
 * for all environments; the image is asked for by the type and never used, as the bundling always succeeds or throws.
 */
function bundledCode({ folder, bundle }: TriggerFunctionProps): Code {
  const directory = join(__dirname, '..', '..', 'lambda', folder);
  return Code.fromAsset(directory, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (outputDirectory) => {
          bundle(join(directory, 'handler.ts'), join(outputDirectory, 'index.js'));
          return true;
        },
      },
    },
  });
}
