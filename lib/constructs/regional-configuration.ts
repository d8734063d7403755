import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolRegionalConfigurationAttachment } from 'aws-cdk-lib/aws-cognito';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { emailConfiguration } from './email-configuration';

export interface RegionalConfigurationProps {
  readonly userPoolId: string;
  /** Whether users can sign in there. */
  readonly active: boolean;
  readonly emailSender: Environment['emailSender'];
  readonly lambdaConfig: CfnUserPool.LambdaConfigProperty;
  /** The role by which text messages are sent; undefined where none ever is. */
  readonly smsConfiguration: CfnUserPool.SmsConfigurationProperty | undefined;
  readonly tags: Environment['tags'];
}

/**
 * What a copy of a user pool has of its own: senders, triggers, tags, and whether users can sign in. Everything else
 * comes from the user pool itself. It goes with its stack: it holds nothing that could be lost.
 */
export class RegionalConfiguration extends Construct {
  constructor(scope: Construct, id: string, props: RegionalConfigurationProps) {
    super(scope, id);
    const configuration = new CfnUserPoolRegionalConfigurationAttachment(this, 'Resource', {
      userPoolId: props.userPoolId,
      status: props.active ? 'ACTIVE' : 'INACTIVE',
      emailConfiguration: emailConfiguration(this, props.emailSender),
      lambdaConfig: props.lambdaConfig,
      ...(props.smsConfiguration && { smsConfiguration: props.smsConfiguration }),
      userPoolTags: props.tags,
    });
    configuration.overrideLogicalId('RegionalConfiguration');
    configuration.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}
