import { AssetHashType, DockerImage, Duration, Validations } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnAlias, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** Bundles the handler in `entry` (a TypeScript file) into `outfile` (one JavaScript file). */
export type Bundler = (entry: string, outfile: string) => void;

/** What all functions of a stack have in common. */
export interface FunctionDefaults {
  readonly memoryMegabytes: number;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  readonly bundle: Bundler;
}

export interface BundledFunctionProps extends FunctionDefaults {
  /** The folder below lambda/. */
  readonly folder: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Instances of the alias that are kept warm; undefined: none. */
  readonly provisionedConcurrency?: number | undefined;
}

/** What a function may do beside writing its log, and why a finding about that does not count. */
export interface Permissions {
  readonly statements: readonly PolicyStatement[];
  readonly acknowledged?: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * A Lambda function with a role of its own that may write to its own log group and nothing else, invoked by its alias
 * `live`: the alias moves to a new version when the code or the configuration changes, and at nothing else. Whatever more
 * a function may do is attached by a policy beside the role: the function waits for its role and for what is below it,
 * and would close a circle with a user pool named there.
 */
export class BundledFunction extends Construct {
  readonly role: Role;
  /** The function itself, for those who cannot name an alias. */
  readonly lambda: Pick<LambdaFunction, 'functionArn' | 'functionName'>;
  /** The ARN of the alias, by which the function is invoked. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'LogGroup', {
      retention: props.logRetention,
      removalPolicy: props.removalPolicy,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    const lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(props),
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: props.environment,
      role: this.role,
      logGroup,
    });
    const live = new CfnAlias(this, 'Live', {
      name: 'live',
      description: 'What is invoked.',
      functionName: lambda.functionName,
      functionVersion: lambda.currentVersion.version,
      ...(props.provisionedConcurrency !== undefined && {
        provisionedConcurrencyConfig: { provisionedConcurrentExecutions: props.provisionedConcurrency },
      }),
    });
    this.lambda = lambda;
    this.arn = live.ref;
  }

  /** Lets the function do more, by a policy in `scope` that no function waits for. */
  allow(scope: Construct, id: string, { statements, acknowledged = [] }: Permissions): void {
    const policy = new Policy(scope, id, { roles: [this.role], statements: [...statements] });
    Validations.of(policy).acknowledge(...acknowledged);
  }
}

/**
 * The bundle as an asset that is known by its content. The CDK remembers it by its folder, so a handler is bundled once
 * for all environments; the image is asked for by the type and never used, as the bundling always succeeds or throws.
 */
function bundledCode({ folder, bundle }: BundledFunctionProps): Code {
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
