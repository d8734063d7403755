import { Token } from '../../lib/template/value';
import { resolvedProperty } from './stack-artifact';

const anywhere = { account: undefined, region: undefined };

test.each([
  ['AWS::AccountId', '111122223333'],
  ['AWS::Region', 'eu-west-1'],
  ['AWS::StackName', 'dev-auth'],
  ['AWS::Partition', 'aws'],
  ['AWS::URLSuffix', 'amazonaws.com'],
])('%s is what the manifest tells, whatever the caller gives', (name, expected) => {
  const given = { pseudoParameters: { [name]: 'other' } };
  expect(resolvedProperty({ Ref: name }, {}, given)).toBe(expected);
});

test.each(['AWS::AccountId', 'AWS::Region', 'AWS::Partition', 'AWS::URLSuffix', 'AWS::StackId'])(
  '%s of a stack for any account and Region is a token, or what the caller gives',
  (name) => {
    expect(resolvedProperty({ Ref: name }, {}, {}, anywhere)).toBeInstanceOf(Token);
    expect(resolvedProperty({ Ref: name }, {}, { pseudoParameters: { [name]: 'given' } }, anywhere)).toBe('given');
  },
);

test('a given Region decides on the partition', () => {
  const given = { pseudoParameters: { 'AWS::Region': 'cn-north-1' } };
  const arn = { 'Fn::Sub': 'arn:${AWS::Partition}:${AWS::URLSuffix}' };
  expect(resolvedProperty(arn, {}, given, anywhere)).toBe('arn:aws-cn:amazonaws.com.cn');
});

test.each([
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-east-1', 'aws'],
])('%s is in the partition %s', (region, partition) => {
  expect(resolvedProperty({ Ref: 'AWS::Partition' }, {}, {}, { region })).toBe(partition);
});
