import type { RawObject, RawValue } from '../../../lib/template/value';
import { userActivityLog } from '../../../lib/posture/controls/log-01-user-activity';
import { messageErrorLog } from '../../../lib/posture/controls/log-02-message-errors';
import { logGroups } from '../../../lib/posture/controls/log-03-log-groups';
import { elsewhere, testControl, userPool } from '../test-control';

const watched = (AdvancedSecurityMode: RawValue = 'ENFORCED'): RawObject =>
  userPool({ UserPoolAddOns: { AdvancedSecurityMode } });
const delivery = (...LogConfigurations: RawValue[]): RawObject => ({
  Delivery: {
    Type: 'AWS::Cognito::LogDeliveryConfiguration',
    Properties: { UserPoolId: { Ref: 'Pool' }, LogConfigurations },
  },
});
const to = { LogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] } };
const activity = (more: RawObject = {}): RawObject => ({
  EventSource: 'userAuthEvents',
  LogLevel: 'INFO',
  CloudWatchLogsConfiguration: to,
  ...more,
});
const errors = (more: RawObject = {}): RawObject => ({
  EventSource: 'userNotification',
  LogLevel: 'ERROR',
  CloudWatchLogsConfiguration: to,
  ...more,
});

testControl(userActivityLog, [
  ['what threat protection sees is delivered', { ...watched(), ...delivery(errors(), activity()) }, ['pass']],
  ['in audit it is wanted as well', { ...watched('AUDIT'), ...delivery(errors()) }, ['fail']],
  ['without a delivery nobody can tell who signed in', watched(), ['fail']],
  [
    'without a destination nothing is delivered',
    { ...watched(), ...delivery({ EventSource: 'userAuthEvents', LogLevel: 'INFO' }) },
    ['fail'],
  ],
  ['without threat protection there is nothing to deliver', userPool(), []],
  [
    'an event source from elsewhere is unknown',
    { ...watched(), ...delivery(activity({ EventSource: elsewhere })) },
    ['unknown'],
  ],
  ['entries from elsewhere are unknown', { ...watched(), ...delivery(elsewhere) }, ['unknown']],
  ['a mode from elsewhere is unknown', watched(elsewhere), ['unknown']],
]);

testControl(messageErrorLog, [
  ['errors go to a log group', { ...userPool(), ...delivery(errors()) }, ['pass']],
  [
    'they go to log groups alone',
    { ...userPool(), ...delivery({ EventSource: 'userNotification', LogLevel: 'ERROR', S3Configuration: {} }) },
    ['fail'],
  ],
  ['user activity is something else', { ...userPool(), ...delivery(activity()) }, ['fail']],
  ['without a delivery nobody knows', userPool(), ['fail']],
  ['a level from elsewhere is unknown', { ...userPool(), ...delivery(errors({ LogLevel: elsewhere })) }, ['unknown']],
]);

const group = (properties: RawObject, arn: RawValue = to.LogGroupArn): RawObject => ({
  ...userPool(),
  ...delivery(errors({ CloudWatchLogsConfiguration: { LogGroupArn: arn } })),
  Group: { Type: 'AWS::Logs::LogGroup', Properties: properties },
});

testControl(logGroups, [
  ['90 days without a key pass', group({ RetentionInDays: 90 }), ['pass', 'pass']],
  ['60 days are too few in production', group({ RetentionInDays: 60 }), ['fail', 'pass']],
  ['elsewhere any number of days is enough', group({ RetentionInDays: 7 }), ['pass', 'pass'], { class: 'sandbox' }],
  ['for ever has to be written out', group({}), ['fail', 'pass']],
  [
    'Cognito does not deliver to a group with a key',
    group({ RetentionInDays: 90, KmsKeyId: { 'Fn::GetAtt': ['Pool', 'Arn'] } }),
    ['pass', 'fail'],
  ],
  [
    'what is from elsewhere is unknown',
    group({ RetentionInDays: elsewhere, KmsKeyId: elsewhere }),
    ['unknown', 'unknown'],
  ],
  [
    'a name within the ARN leads to the group',
    group({ RetentionInDays: 90 }, { 'Fn::Sub': 'arn:aws:logs:eu-west-1:111122223333:log-group:${Group}' }),
    ['pass', 'pass'],
  ],
  ['a group from elsewhere is unknown', group({}, elsewhere), ['unknown']],
  ['without a delivery there is nothing to say', userPool(), []],
]);
