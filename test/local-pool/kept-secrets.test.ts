import { AdminCreateUserCommand, RevokeTokenCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import { inspect } from 'node:util';
import { alter, beginJourney } from '../journeys/journey';
import { createUser, enrolTotp, otherPassword, password, signIn, signInAs } from '../journeys/people';
import { answerAs } from '../journeys/second-factor';
import { buildPool, password as firstPassword } from './pool-builder';
import { totpCode } from './totp-code';

test('no user has a password in clear text: not the current one, not an earlier one, not a temporary one', async () => {
  const { passwordPolicy } = buildPool().pool.settings;
  const built = buildPool({ settings: { passwordPolicy: { ...passwordPolicy, passwordHistorySize: 5 } } });
  const { callAs, callAsAdmin, pool } = built;
  const [second, temporary] = ['Better-Horse-10', 'Temporary-Horse-11'];
  const Username = 'anna@example.com';
  await built.addConfirmedUser(Username);
  const AccessToken = await built.accessToken(Username, firstPassword);
  await built.call('ChangePassword', { AccessToken, PreviousPassword: firstPassword, ProposedPassword: second });
  await callAsAdmin('AdminSetUserPassword', { Username, Password: temporary, Permanent: false });
  await callAs('app', 'SignUp', { Username: 'new@example.com', Password: firstPassword });

  // The earlier ones are these two, and that of the invitation.
  expect(pool.users.find(Username)?.passwordHistory).toHaveLength(3);
  const kept = inspect(pool.users.all(), { depth: Infinity });
  for (const secret of [firstPassword, second, temporary]) {
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
    expect(kept).not.toContain(Buffer.from(secret).toString('base64'));
  }
});

test('nothing that a request or an answer keeps secret is in the log', async () => {
  const journey = await beginJourney('dev');
  const { cognito, log, UserPoolId } = journey;
  const email = 'anna@example.com';
  const secrets: (string | undefined)[] = [password, otherPassword];
  await createUser(journey, email);
  await expect(signInAs(journey, email, otherPassword)).rejects.toThrow();
  const { AuthenticationResult: tokens } = await signIn(journey, email);
  secrets.push(tokens?.AccessToken, tokens?.IdToken, tokens?.RefreshToken);

  const totpSecret = await enrolTotp(journey, email);
  const code = totpCode(totpSecret, journey.clock);
  const challenge = await signIn(journey, email);
  secrets.push(totpSecret, code, challenge.Session);
  await expect(answerAs(journey, email, challenge, { SOFTWARE_TOKEN_MFA_CODE: alter(code) })).rejects.toThrow();
  const answered = await answerAs(journey, email, challenge, { SOFTWARE_TOKEN_MFA_CODE: code });
  secrets.push(answered.AuthenticationResult?.AccessToken);

  const backend = journey.client('backend');
  const unproven = { ClientId: backend.ClientId, Token: tokens?.RefreshToken };
  await expect(cognito.send(new RevokeTokenCommand({ ...unproven, ClientSecret: 'z'.repeat(51) }))).rejects.toThrow();
  const { ClientId } = journey.client('web');
  await cognito.send(new SignUpCommand({ ClientId, Username: 'new@example.com', Password: otherPassword }));
  const invited = 'invited@example.com';
  const UserAttributes = [{ Name: 'email', Value: invited }];
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: invited, UserAttributes }));
  secrets.push('z'.repeat(51), backend.hash(email).SECRET_HASH, ...journey.messages().map((message) => message.code));

  const logged = log.join('\n');
  expect(logged).toContain('AdminRespondToAuthChallenge 400 CodeMismatchException');
  for (const secret of secrets) {
    expect(secret).toEqual(expect.stringMatching(/.{6}/));
    expect(logged).not.toContain(secret);
  }
  for (const person of [email, 'new@example.com', invited]) expect(logged).not.toContain(person);
  await journey.close();
});
