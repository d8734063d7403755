import { regionOf } from '../../lib/local-pool/call';

const signed = (scope: string): string =>
  `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=0`;

test.each([
  ['AKIDEXAMPLE/20261121/eu-west-1/cognito-idp/aws4_request', 'eu-west-1'],
  ['local/20261121/us-gov-west-1/cognito-idp/aws4_request', 'us-gov-west-1'],
  ['a/b+c/20261121/local/cognito-idp/aws4_request', 'local'],
])('the credential scope %s names the Region %s', (scope, region) => {
  expect(regionOf(signed(scope))).toBe(region);
});

test.each([
  ['no header', undefined],
  ['no scope', 'AWS4-HMAC-SHA256 Credential=local'],
  ['another service', signed('local/20261121/eu-west-1/kms/aws4_request')],
  ['a Region that would break an ARN', signed('local/20261121/eu:west/cognito-idp/aws4_request')],
])('%s names none', (_what, authorization) => {
  expect(regionOf(authorization)).toBeUndefined();
});
