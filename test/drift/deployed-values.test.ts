import { deployedValues } from '../../lib/drift/deployed-values';
import { readIntent } from '../../lib/posture/read-intent';
import { subjectOf } from '../../lib/posture/subject';
import { resolveStack } from '../../lib/template/resolve';
import type { RawObject } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';

const poolArn = 'arn:aws-cn:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a';

/** The value of a reference to a resource that CloudFormation calls `made`. */
function valueOf(Type: string, attribute: string | undefined, Properties: RawObject = {}, arn?: string) {
  const anywhere = { account: undefined, region: undefined };
  const stacks = [resolveStack(stackArtifact({ Resources: { Made: { Type, Properties } } }, anywhere))];
  const values = deployedValues(subjectOf('dev', readIntent(stacks), stacks), () => 'made', arn);
  return values({ stack: 'dev/auth', logicalId: 'Made', attribute });
}

test.each([
  ['AWS::Lambda::Function', undefined, {}, 'made'],
  ['AWS::Lambda::Function', 'Arn', {}, 'arn:aws-cn:lambda:eu-west-1:111122223333:function:made'],
  ['AWS::Lambda::Alias', undefined, {}, 'made'],
  ['AWS::IAM::Role', 'Arn', {}, 'arn:aws-cn:iam::111122223333:role/made'],
  ['AWS::IAM::Role', 'Arn', { Path: '/sms/' }, 'arn:aws-cn:iam::111122223333:role/sms/made'],
  ['AWS::IAM::Role', 'Arn', { Path: { Ref: 'Unknown' } }, undefined],
  ['AWS::IAM::Role', 'RoleId', {}, undefined],
  ['AWS::KMS::Key', 'Arn', {}, 'arn:aws-cn:kms:eu-west-1:111122223333:key/made'],
  ['AWS::Logs::LogGroup', 'Arn', {}, 'arn:aws-cn:logs:eu-west-1:111122223333:log-group:made:*'],
  ['AWS::S3::Bucket', 'Arn', {}, 'arn:aws-cn:s3:::made'],
  ['AWS::KinesisFirehose::DeliveryStream', 'Arn', {}, 'arn:aws-cn:firehose:eu-west-1:111122223333:deliverystream/made'],
  // What a Ref of it gives is not known.
  ['Custom::Anything', undefined, {}, undefined],
])('%s %s %j is %s, in the account and Region that the pool tells', (type, attribute, properties, value) => {
  expect(valueOf(type, attribute, properties, poolArn)).toBe(value);
});

test('without the ARN of the pool nothing says in which account it is', () => {
  expect(valueOf('AWS::Lambda::Function', 'Arn')).toBeUndefined();
});
