import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import * as jwt from 'aws-jwt-verify/error';
import { adviceFor, adviceTable } from '../../lib/sign-in/advice';

test('every entry can be reached: none stands behind one that takes all its messages', () => {
  const unreachable = adviceTable.filter((entry, index) =>
    adviceTable.slice(0, index).some((before) => before.error === entry.error && before.message === undefined),
  );
  expect(unreachable).toEqual([]);
});

test('every error of the table exists: in the SDK, in aws-jwt-verify, in this project, or in AWS itself', () => {
  const own = [
    'ClockOffError',
    'CodeNotAcceptedError',
    'ExpectationError',
    'FetchError',
    'StepOrderError',
    'UnknownChallengeError',
  ];
  // Errors that every service shares are in no client.
  const shared = [
    'AccessDeniedException',
    'CredentialsProviderError',
    'ExpiredTokenException',
    'InvalidSignatureException',
    'NotSimulatedException',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
    'TimeoutError',
    'UnrecognizedClientException',
  ];
  // The codes of the token endpoint (RFC 6749 section 5.2) are no classes.
  const codes = ['invalid_client', 'invalid_scope', 'unauthorized_client'];
  const known = new Set([...Object.keys(cognito), ...Object.keys(jwt), ...own, ...shared, ...codes]);
  expect(adviceTable.map(({ error }) => error).filter((name) => !known.has(name))).toEqual([]);
});

test.each([
  ['NotAuthorizedException', 'Unable to verify secret hash for client abc', /client secret/],
  ['NotAuthorizedException', 'Invalid Refresh Token.', /DEVICE_KEY/],
  ['NotAuthorizedException', 'Invalid session for the user, session is expired.', /AuthSessionValidity/],
  ['NotAuthorizedException', 'Incorrect username or password.', /run again/],
  ['InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client', /ExplicitAuthFlows/],
  ['InvalidParameterException', 'Invalid device key given.', /USER_ID_FOR_SRP/],
  ['ResourceNotFoundException', 'Device does not exist.', /forgot the device/],
  ['ResourceNotFoundException', 'User pool does not exist.', /outputs/],
  ['InvalidSignatureException', 'Signature expired: 20261121T000000Z is now earlier than', /clock/],
  ['InvalidSignatureException', 'The request signature we calculated does not match', /credentials/],
  ['CodeMismatchException', 'Invalid code received for user', /clock/],
  ['NobodyKnowsThisException', '', /API reference/],
])('%s with "%s" gets its advice', (name, message, advice) => {
  expect(adviceFor({ name, message })).toMatch(advice);
});

test('a connection that breaks off is told from an error of the service', () => {
  expect(adviceFor({ name: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' })).toMatch(/network/);
});
