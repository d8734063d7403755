import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmTopicProps {
  /** What the names of all alarms begin with. */
  readonly name: string;
  /** Addresses, each of which has to confirm. */
  readonly subscribers: readonly string[];
}

/**
 * Where alarms go. The topic is encrypted with a key of its own, as CloudWatch cannot publish to one under the key
 * aws/sns; topic and key are for the alarms of this account and Region whose name begins with that of the user pool.
 * Both hold nothing that could be lost: a message is gone once it is sent.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { name, subscribers }: AlarmTopicProps) {
    super(scope, id);
    const alarms = this.#statement(name);
    const key = new Key(this, 'Key', {
      description: `Alarms of ${name} on their way to those who are told.`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.addToResourcePolicy(alarms(['kms:Decrypt', 'kms:GenerateDataKey*'], '*'));
    this.topic = new Topic(this, 'Topic', { displayName: name, masterKey: key, enforceSSL: true });
    // Others than those declared here may have subscribed to it.
    (this.topic.node.defaultChild as CfnTopic).overrideLogicalId('AlarmTopic');
    this.topic.addToResourcePolicy(alarms(['sns:Publish'], this.topic.topicArn));
    for (const subscriber of subscribers) this.topic.addSubscription(new EmailSubscription(subscriber));
  }

  /** What CloudWatch may do for these alarms and no others. */
  #statement(name: string) {
    const stack = Stack.of(this);
    const arn = stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `${name}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return (actions: readonly string[], resource: string) =>
      new PolicyStatement({
        sid: 'AlarmsOfThisUserPool',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: [...actions],
        resources: [resource],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': arn },
        },
      });
  }
}
