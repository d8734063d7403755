import { ArnFormat, Fn, Stack } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface DeliveredLogProps {
  readonly logicalId: string;
  /** The name that the service which writes it asks for. */
  readonly logGroupName: string;
  readonly retentionDays: number;
  /** That of the user pool: it is what can be looked at after an attack. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A log group into which a service of AWS delivers. It has no key of its own, as Cognito refuses a log group that is
 * encrypted with one. The service writes the resource policy itself when delivery is set up.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
 */
export class DeliveredLog extends Construct {
  /** Without the `:*` at the end of what CloudFormation calls its ARN, which both services refuse. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DeliveredLogProps) {
    super(scope, id);
    const logGroup = new CfnLogGroup(this, 'Resource', {
      logGroupName: props.logGroupName,
      logGroupClass: 'STANDARD',
      retentionInDays: props.retentionDays,
    });
    logGroup.overrideLogicalId(props.logicalId);
    logGroup.applyRemovalPolicy(props.removalPolicy);
    this.arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroup.ref,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}

/**
 * A name with eight letters of the id of the stack: a log group that was kept does not stand in the way of the next stack
 * of the same name, nor of a first deployment that is tried again.
 */
export function nameOfThisStack(scope: Construct, name: string): string {
  // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UUID
  const uuid = Fn.select(2, Fn.split('/', Stack.of(scope).stackId));
  return `${name}-${Fn.select(0, Fn.split('-', uuid))}`;
}
