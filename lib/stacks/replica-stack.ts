import { ArnFormat, Fn, Stack } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundler } from '../constructs/bundled-function';
import { environmentMetadata } from '../constructs/environment-metadata';
import { LogDelivery } from '../constructs/log-delivery';
import { RegionalConfiguration } from '../constructs/regional-configuration';
import { SmsRole } from '../constructs/sms-role';
import { ThreatProtection } from '../constructs/threat-protection';
import { Triggers } from '../constructs/triggers';
import { WebAcl } from '../constructs/web-acl';
import type { Environment } from '../environments/environment';
import type { AuthStack } from './auth-stack';
import { logRetention, removalPolicies } from './lifecycle';

export interface ReplicaStackProps {
  readonly environment: Environment;
  readonly replica: Environment['replicas'][number];
  /** The stack with the user pool itself, which is deployed first. */
  readonly primary: AuthStack;
  readonly bundle: Bundler;
}

interface Guarded extends Pick<ReplicaStackProps, 'environment' | 'replica'> {
  readonly userPoolId: string;
  readonly arn: string;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * What the copy of a user pool needs in its own Region: the functions of its triggers, its senders, what watches it, and
 * whether users can sign in there. The id of the pool comes from the output of the other stack, without a custom resource.
 */
export class ReplicaStack extends Stack {
  constructor(scope: Construct, id: string, { environment, replica, primary, bundle }: ReplicaStackProps) {
    const { account } = environment;
    super(scope, id, {
      env: { region: replica.region, ...(account !== 'deploying' && { account }) },
      stackName: `userpool-${environment.name}-${id}`,
      description: `Copy of the user pool of the environment ${environment.name}.`,
      terminationProtection: environment.class !== 'sandbox',
      analyticsReporting: false,
      tags: { ...environment.tags },
    });
    this.addStackDependency(primary);
    const userPoolId = Fn.getStackOutput(primary.stackName, 'UserPoolId', environment.region);
    const removalPolicy = removalPolicies[environment.removal.policy];
    const triggers = new Triggers(this, 'Triggers', {
      declared: { ...environment, ...replica, triggers: triggersOfReplica(environment.triggers) },
      poolRegion: environment.region,
      functions: {
        memoryMegabytes: environment.triggers.functions.memoryMegabytes,
        logRetention: logRetention[environment.class],
        removalPolicy,
        bundle,
      },
    });
    const arn = this.replicaArn(userPoolId);
    triggers.serve({ id: userPoolId, arn });
    const { smsSender } = replica;
    const smsRole =
      smsSender.kind === 'sns'
        ? new SmsRole(this, 'SmsRole', { externalId: this.stackName, snsRegion: smsSender.region, removalPolicy })
        : undefined;
    const guards = this.guards({ environment, replica, userPoolId, arn, removalPolicy });
    const configuration = new RegionalConfiguration(this, 'RegionalConfiguration', {
      userPoolId,
      active: replica.active,
      emailSender: replica.emailSender,
      lambdaConfig: triggers.lambdaConfig,
      smsConfiguration: smsRole?.smsConfiguration,
      tags: environment.tags,
    });
    // Nobody signs in before all of them are there.
    configuration.node.addDependency(triggers, ...guards);

    this.templateOptions.metadata = environmentMetadata(environment);
  }

  /** What watches the copy; the user pool itself has the same in its own Region. */
  private guards({ environment, replica, userPoolId, arn, removalPolicy }: Guarded): readonly Construct[] {
    const { webAcl, logDelivery, threatProtection } = environment;
    const name = this.stackName;
    return [
      new LogDelivery(this, 'LogDelivery', { name, userPoolId, logDelivery, removalPolicy }),
      ...(webAcl.use === 'on' ? [new WebAcl(this, 'WebAcl', { name, userPoolArn: arn, webAcl, removalPolicy })] : []),
      // What follows from a risk comes from the user pool, but for who sends the notices.
      ...(threatProtection.mode !== 'off' && threatProtection.riskConfiguration.accountTakeover.notification.send
        ? [
            new ThreatProtection(this, 'ThreatProtection', {
              userPoolId,
              riskConfiguration: threatProtection.riskConfiguration,
              emailSender: replica.emailSender,
            }),
          ]
        : []),
    ];
  }

  /** The copy has the id of the user pool, and an ARN in its own Region. */
  private replicaArn(userPoolId: string): string {
    return this.formatArn({
      service: 'cognito-idp',
      resource: 'userpool',
      resourceName: userPoolId,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}

/** The triggers that run where nobody signs up, is confirmed or moves over. */
function triggersOfReplica(triggers: Environment['triggers']): Environment['triggers'] {
  const { preSignUp, postConfirmation, userMigration, ...running } = triggers;
  return running;
}
