import { awsError } from '../../lib/commands/aws-error';

const call = { service: 'Amazon Cognito', operation: 'DescribeUserPoolClient', endpoint: 'https://example' };
const named = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, ...more });

test.each([
  [
    named('CredentialsProviderError', 'Could not load credentials from any providers'),
    'CredentialsError',
    'no usable AWS credentials',
  ],
  [
    named('ExpiredTokenException', 'The security token included in the request is expired'),
    'CredentialsError',
    'ExpiredTokenException: The',
  ],
  [
    named('ExpiredToken', 'The security token included in the request is expired'),
    'CredentialsError',
    'did not take the credentials',
  ],
  [
    named('InvalidClientTokenId', 'The security token included in the request is invalid.'),
    'CredentialsError',
    'is invalid)',
  ],
  [
    named('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    'CredentialsError',
    'sso login',
  ],
  [
    named('Error', 'connect ECONNREFUSED 127.0.0.1:9', { code: 'ECONNREFUSED' }),
    'UnreachableError',
    'at https://example: connect ECONNREFUSED',
  ],
  [named('Error', 'getaddrinfo ENOTFOUND nowhere', { code: 'ENOTFOUND' }), 'UnreachableError', 'Check the network'],
  [named('AggregateError', '', { code: 'ECONNREFUSED' }), 'UnreachableError', 'ECONNREFUSED'],
  [named('TimeoutError', 'socket hang up'), 'UnreachableError', 'socket hang up'],
  [
    named('AccessDeniedException', 'User: arn is not authorized'),
    'RefusedByAwsError',
    'DescribeUserPoolClient was refused: AccessDeniedException',
  ],
])('%p is told as one message', (thrown, name, message) => {
  const error = awsError(thrown, call);
  expect(error.name).toBe(name);
  expect(error.message).toContain(message);
  expect(error.message).not.toContain('\n');
});

test('what follows a refused signature, the request itself, is not shown', () => {
  const thrown = named(
    'SignatureDoesNotMatch',
    'The signature does not match.\n\nThe canonical string was\nx-amz-security-token:secret',
  );
  expect(awsError(thrown, call).message).not.toContain('secret');
});
