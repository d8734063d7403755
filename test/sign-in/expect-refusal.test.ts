import { expectRefusal } from '../../lib/sign-in/expect-refusal';
import { refusals } from '../../lib/sign-in/refusals';
import type { Refusal } from '../../lib/sign-in/refusals';
import { refusal } from './scripted-service';

const met = (expected: Refusal, call: () => Promise<unknown>) => expectRefusal(expected, 'another password', call);
const refused = (name: string, message: string) => () => Promise.reject(refusal(name, message));

test('the refusal that is waited for is what should be', async () => {
  const call = refused('NotAuthorizedException', 'Incorrect username or password.');
  await expect(met(refusals.wrongPassword, call)).resolves.toBeUndefined();
});

test('what is accepted is a failure', async () => {
  await expect(met(refusals.wrongPassword, async () => ({}))).rejects.toThrow(
    'The service accepted another password; expected NotAuthorizedException.',
  );
});

test('a refusal for another reason is a failure that shows both', async () => {
  const call = refused('NotAuthorizedException', 'Password attempts exceeded');
  await expect(met(refusals.wrongPassword, call)).rejects.toThrow(
    /^The service refused another password with NotAuthorizedException: Password attempts exceeded/,
  );
});

test('any other error stays what it is', async () => {
  const call = refused('TooManyRequestsException', 'Rate exceeded');
  await expect(met(refusals.wrongPassword, call)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
});

test.each([
  ['wrongSecretHash', 'Unable to verify secret hash for client 7example'],
  ['wrongSecretHash', 'SecretHash does not match for the client: 7example'],
  ['flowNotAllowed', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  ['flowNotAllowed', 'Auth flow not enabled for this client'],
  ['flowNotAllowed', 'USER_SRP_AUTH is not enabled for the client.'],
  ['shortPassword', 'Password does not conform to policy: Password not long enough'],
  ['endedSession', 'Invalid session for the user, session can only be used once.'],
  ['endedAccess', 'Access Token has been revoked'],
  ['endedRefresh', 'Refresh Token has been revoked'],
  ['endedRefresh', 'Invalid Refresh Token.'],
  ['unknownDevice', 'Device does not exist.'],
  ['contradictoryMfa', "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."],
] as const)('%s is told by what the service has been seen to say: %s', async (name, message) => {
  const expected = refusals[name];
  await expect(met(expected, refused(expected.exception, message))).resolves.toBeUndefined();
});
