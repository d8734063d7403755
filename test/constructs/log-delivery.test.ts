import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { metadataKeys } from '../../lib/template/metadata';
import { propertiesOf, resourcesFor, templateFor } from '../stacks/template-for';
import { watchedRange } from '../synthesis/watched-range';

const { watched, audited } = watchedRange;
const kept: Environment = { ...watched, removal: { deletionProtection: { enabled: true }, policy: 'retain' } };

const reasonsOf = (environment: Environment) =>
  (templateFor(environment).toJSON() as { readonly Metadata: Readonly<Record<string, object>> }).Metadata[
    metadataKeys.reasons
  ];

/** The ARN as both services take it: CloudFormation would add `:*`. */
const arnOf = (logGroup: string, region = 'eu-west-1') => ({
  'Fn::Join': ['', [`arn:aws:logs:${region}:111122223333:log-group:`, { Ref: logGroup }]],
});

describe('log delivery', () => {
  test('has an entry for each source, with the level that it has and a log group of its own', () => {
    expect(propertiesOf(watched, 'LogDelivery')).toEqual({
      UserPoolId: { Ref: 'UserPool' },
      LogConfigurations: [
        {
          EventSource: 'userNotification',
          LogLevel: 'ERROR',
          CloudWatchLogsConfiguration: { LogGroupArn: arnOf('MessageErrorLog') },
        },
        {
          EventSource: 'userAuthEvents',
          LogLevel: 'INFO',
          CloudWatchLogsConfiguration: { LogGroupArn: arnOf('UserActivityLog') },
        },
      ],
    });
  });

  test.each([
    ['MessageErrorLog', 'message-errors', 30],
    ['UserActivityLog', 'user-activity', 365],
  ])('%s is among the logs that AWS delivers, without a key, and keeps as declared', (logicalId, folder, days) => {
    const properties = propertiesOf(watched, logicalId);
    expect(properties).toMatchObject({ RetentionInDays: days, LogGroupClass: 'STANDARD' });
    expect(properties).not.toHaveProperty('KmsKeyId');
    const { 'Fn::Join': join } = properties['LogGroupName'] as { readonly 'Fn::Join': readonly [string, string[]] };
    const [first, stackId, last] = join[1];
    expect([first, last]).toEqual(['/aws/vendedlogs/cognito/userpool-watched-', `/${folder}`]);
    expect(JSON.stringify(stackId)).toContain('AWS::StackId');
  });

  test.each(['MessageErrorLog', 'UserActivityLog'])('%s is kept or deleted as the pool is', (logicalId) => {
    expect(resourcesFor(kept)[logicalId]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(resourcesFor(watched)[logicalId]).toMatchObject({ DeletionPolicy: 'Delete' });
  });

  test('of one source leaves the other out, and says why in the template', () => {
    const { LogDelivery, MessageErrorLog } = resourcesFor(audited);
    expect(LogDelivery?.Properties['LogConfigurations']).toEqual([
      expect.objectContaining({
        EventSource: 'userAuthEvents',
        CloudWatchLogsConfiguration: { LogGroupArn: arnOf('UserActivityLog', 'eu-central-1') },
      }),
    ]);
    expect(MessageErrorLog).toBeUndefined();
    expect(reasonsOf(audited)).toEqual({
      'AWS::Cognito::LogDeliveryConfiguration userNotification': audited.logDelivery.messageErrors.reason,
      'AWS::WAFv2::WebACLAssociation': audited.webAcl.reason,
    });
  });

  test('of no source is no resource', () => {
    expect(resourcesFor(dev)['LogDelivery']).toBeUndefined();
    expect(Object.keys(reasonsOf(dev) ?? {}).toSorted()).toEqual([
      'AWS::CloudWatch::Alarm',
      'AWS::Cognito::LogDeliveryConfiguration userAuthEvents',
      'AWS::Cognito::LogDeliveryConfiguration userNotification',
      'AWS::WAFv2::WebACLAssociation',
    ]);
  });
});
