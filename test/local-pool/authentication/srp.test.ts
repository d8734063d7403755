import { beginSrp } from '../../../lib/local-pool/authentication/begin-srp';
import { N } from '../../../lib/local-pool/srp/group';
import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { formatTimestamp } from '../../../lib/local-pool/srp/claim-time';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, type SignInReply } from '../sign-in-steps';
import { passwordClaim, signInBySrp, SRP_A, srpClient, startSrp } from '../srp-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = buildPool({
    clients: { app: srpClient, open: { ...srpClient, preventUserExistenceErrors: false } },
    ...options,
  });
  await built.addConfirmedUser(name);
  return built;
}

test('the challenge names the stored user and carries no session; the claim gives tokens', async () => {
  const built = await withAnna();
  const { username } = built.pool.requireUser(name);
  const challenge = await startSrp(built, name);
  expect(challenge).toEqual({
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      USERNAME: username,
      USER_ID_FOR_SRP: username,
      SALT: built.pool.requireUser(name).password?.salt,
      SRP_B: expect.stringMatching(/^[1-9a-f][0-9a-f]+$/),
      SECRET_BLOCK: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
    },
  });
  expect(await answer(built, challenge, passwordClaim(built, challenge))).toMatchObject({
    ChallengeParameters: {},
    AuthenticationResult: { TokenType: 'Bearer' },
  });
});

test('a back end with AWS credentials gets the same challenge, and may answer it', async () => {
  const built = await withAnna();
  const ClientId = built.client('app').id;
  const challenge = await built.callAsAdmin('AdminInitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: name, SRP_A },
  });
  const ChallengeResponses = passwordClaim(built, challenge);
  expect(
    await built.callAsAdmin('AdminRespondToAuthChallenge', {
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses,
    }),
  ).toHaveProperty('AuthenticationResult');
});

test('the answer may use the address, with the secret hash of the name that it sends', async () => {
  const built = await withAnna({ clients: { app: { ...srpClient, generateSecret: true } } });
  const { id, secret = '' } = built.client('app');
  const hash = (of: string) => ({ SECRET_HASH: secretHash(secret, of, id) });
  const challenge = await startSrp(built, name, hash(name));
  const claim = { ...passwordClaim(built, challenge), USERNAME: name };
  expect(await refusalOf(answer(built, challenge, { ...claim, ...hash('another') }))).toEqual(
    refusal('NotAuthorizedException', `Unable to verify secret hash for client ${id}`),
  );
  expect(await answer(built, challenge, { ...claim, ...hash(name) })).toHaveProperty('AuthenticationResult');
});

test('the salt stays until the password changes; SRP_B and SECRET_BLOCK are new each time', async () => {
  const built = await withAnna();
  const [first, second] = [await startSrp(built, name), await startSrp(built, name)];
  const parametersOf = ({ ChallengeParameters = {} }: typeof first) => ChallengeParameters;
  expect(parametersOf(second)['SALT']).toBe(parametersOf(first)['SALT']);
  expect(parametersOf(second)['SRP_B']).not.toBe(parametersOf(first)['SRP_B']);
  expect(parametersOf(second)['SECRET_BLOCK']).not.toBe(parametersOf(first)['SECRET_BLOCK']);
  const other = { Username: name, Password: 'Another-Horse-9', Permanent: true };
  await built.callAsAdmin('AdminSetUserPassword', other);
  expect(parametersOf(await startSrp(built, name))['SALT']).not.toBe(parametersOf(first)['SALT']);
  // The claim belongs to the password that was.
  expect(await refusalOf(answer(built, first, passwordClaim(built, first)))).toEqual(incorrect);
});

describe('a claim is refused as a wrong password', () => {
  type Change = (claim: Readonly<Record<string, string>>, built: BuiltPool) => Readonly<Record<string, string>>;
  const changes: readonly (readonly [string, Change])[] = [
    ['made with another password', () => ({})],
    [
      'whose signature is altered',
      ({ PASSWORD_CLAIM_SIGNATURE: signature = '' }) => ({
        PASSWORD_CLAIM_SIGNATURE: (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1),
      }),
    ],
    ['whose secret block nobody was given', () => ({ PASSWORD_CLAIM_SECRET_BLOCK: 'bm9ib2R5' })],
    [
      'of a padded day',
      (_claim, { clock }) => ({ TIMESTAMP: formatTimestamp(clock.now()).replace(/ (\d) /, ' 0$1 ') }),
    ],
    ['of a wrong weekday', ({ TIMESTAMP = '' }) => ({ TIMESTAMP: `Mon${TIMESTAMP.slice(3)}` })],
    ['of another second', (_claim, { clock }) => ({ TIMESTAMP: formatTimestamp(clock.now() + 1000) })],
  ];

  test.each(changes)('%s', async (what, change) => {
    const built = await withAnna();
    // A day of one digit, a Wednesday.
    built.clock.advance({ days: 11 });
    const challenge = await startSrp(built, name);
    const typed = what === 'made with another password' ? 'Wrong-Horse-9' : password;
    const claim = passwordClaim(built, challenge, typed);
    expect(await refusalOf(answer(built, challenge, { ...claim, ...change(claim, built) }))).toEqual(incorrect);
    // Nothing is lost by it.
    const right = passwordClaim(built, challenge);
    expect(await answer(built, challenge, right)).toHaveProperty('AuthenticationResult');
  });

  test('made six minutes before it arrives', async () => {
    const built = await withAnna({ clients: { app: { ...srpClient, authSessionSeconds: 900 } } });
    const challenge = await startSrp(built, name);
    const claim = passwordClaim(built, challenge);
    built.clock.advance({ minutes: 6 });
    expect(await refusalOf(answer(built, challenge, claim))).toEqual(incorrect);
  });

  test('after the challenge has expired, and once it was accepted', async () => {
    const built = await withAnna();
    const challenge = await startSrp(built, name);
    const claim = passwordClaim(built, challenge);
    await answer(built, challenge, claim);
    expect(await refusalOf(answer(built, challenge, claim))).toEqual(incorrect);
    const late = await startSrp(built, name);
    built.clock.advance({ seconds: 180 });
    expect(await refusalOf(answer(built, late, passwordClaim(built, late)))).toEqual(incorrect);
  });

  test('at another client, or of another user', async () => {
    const built = await withAnna();
    await built.addConfirmedUser('bob@example.com');
    const challenge = await startSrp(built, name, {}, 'open');
    const claim = passwordClaim(built, challenge);
    expect(await refusalOf(answer(built, challenge, claim))).toEqual(incorrect);
    const own = await startSrp(built, name);
    const asBob = { ...passwordClaim(built, own), USERNAME: 'bob@example.com' };
    expect(await refusalOf(answer(built, own, asBob))).toEqual(incorrect);
  });
});

test('wrong claims count as wrong passwords, and lock', async () => {
  const built = await withAnna();
  for (let attempt = 0; attempt < 5; attempt++) {
    const challenge = await startSrp(built, name);
    await refusalOf(answer(built, challenge, passwordClaim(built, challenge, 'Wrong-Horse-9')));
  }
  expect(await refusalOf(startSrp(built, name))).toEqual(
    refusal('NotAuthorizedException', 'Password attempts exceeded'),
  );
});

test.each(['USERNAME', 'PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'])(
  'an answer without %s is told so, whether somebody has the name or not',
  async (parameter) => {
    const built = await withAnna();
    for (const typed of [name, 'nobody@example.com']) {
      const challenge = await startSrp(built, typed);
      const claim = { ...passwordClaim(built, challenge), [parameter]: '' };
      expect(await refusalOf(answer(built, challenge, claim))).toEqual(
        refusal('InvalidParameterException', `Missing required parameter ${parameter}`),
      );
    }
  },
);

test.each(['not Base64!', 'bm9ib2R5=', 'bm9ib2R5a'])(
  'the secret block %s is no Base64, and is told so',
  async (block) => {
    const built = await withAnna();
    for (const typed of [name, 'nobody@example.com']) {
      const challenge = await startSrp(built, typed);
      const claim = { ...passwordClaim(built, challenge), PASSWORD_CLAIM_SECRET_BLOCK: block };
      expect(await refusalOf(answer(built, challenge, claim))).toEqual(
        refusal(
          'InvalidParameterException',
          'PASSWORD_CLAIM_SECRET_BLOCK must be the SECRET_BLOCK of the challenge, in Base64.',
        ),
      );
    }
  },
);

test('the sub is no name to sign in with, where users have a username', async () => {
  const built = await withAnna({ settings: { signInWith: 'username' } });
  const { sub } = built.pool.requireUser(name);
  expect(await refusalOf(startSrp(built, sub, {}, 'open'))).toEqual(
    refusal('UserNotFoundException', 'User does not exist.'),
  );
});

test.each([
  ['USERNAME', '', 'Missing required parameter USERNAME'],
  ['SRP_A', '', 'Missing required parameter SRP_A'],
  ['SRP_A', N.toString(16), 'SRP_A must be a number in hexadecimal digits, above zero and below the prime.'],
])('%s %s is refused at the start', async (parameter, value, message) => {
  const built = await withAnna();
  expect(await refusalOf(startSrp(built, name, { [parameter]: value }))).toEqual(
    refusal('InvalidParameterException', message),
  );
});

describe('the state of a user is told', () => {
  test.each([
    ['UNCONFIRMED', refusal('UserNotConfirmedException', 'User is not confirmed.')],
    ['RESET_REQUIRED', refusal('PasswordResetRequiredException', 'Password reset required for the user')],
  ] as const)('%s before any challenge', async (status, expected) => {
    const built = await withAnna();
    built.pool.users.update(built.pool.requireUser(name).username, { status });
    expect(await refusalOf(startSrp(built, name))).toEqual(expected);
  });

  const disabled = refusal('NotAuthorizedException', 'User is disabled.');
  test('disabled only with the right password, where existence is masked', async () => {
    const built = await withAnna();
    await built.callAsAdmin('AdminDisableUser', { Username: name });
    const challenge = await startSrp(built, name);
    const wrong = passwordClaim(built, challenge, 'Wrong-Horse-9');
    expect(await refusalOf(answer(built, challenge, wrong))).toEqual(incorrect);
    expect(await refusalOf(answer(built, challenge, passwordClaim(built, challenge)))).toEqual(disabled);
    expect(await refusalOf(startSrp(built, name, {}, 'open'))).toEqual(disabled);
  });

  test('an expired temporary password with the right one; a new password is asked before that', async () => {
    const built = await withAnna();
    await built.callAsAdmin('AdminSetUserPassword', { Username: name, Password: password, Permanent: false });
    expect(await signInBySrp(built, name)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    built.clock.advance({ days: 7 });
    expect(await refusalOf(signInBySrp(built, name))).toEqual(
      refusal('NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.'),
    );
  });
});

test('the second factor follows, with a session', async () => {
  const built = await withAnna({ settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } } });
  const secret = await enrolTotp(built, name);
  const challenge = await signInBySrp(built, name);
  expect(challenge).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: expect.any(String) });
  const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
  expect(await answer(built, challenge, code)).toHaveProperty('AuthenticationResult');
});

describe('a name that nobody has', () => {
  const unknown = 'nobody@example.com';

  test('is told as such at the start where existence shows', async () => {
    const built = await withAnna();
    expect(await refusalOf(startSrp(built, unknown, {}, 'open'))).toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });

  test('gets a challenge like any other where it is masked: one user id and salt each time', async () => {
    const built = await withAnna();
    const [first, again, another] = [
      await startSrp(built, unknown),
      await startSrp(built, unknown.toUpperCase()),
      await startSrp(built, 'else@example.com'),
    ];
    const real = await startSrp(built, name);
    expect(Object.keys(first.ChallengeParameters ?? {})).toEqual(Object.keys(real.ChallengeParameters ?? {}));
    expect(first).not.toHaveProperty('Session');
    const stable = ({ ChallengeParameters: { USERNAME, USER_ID_FOR_SRP, SALT } = {} }: typeof first) => ({
      USERNAME,
      USER_ID_FOR_SRP,
      SALT,
    });
    expect(stable(first)).toEqual({
      USERNAME: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      USER_ID_FOR_SRP: first.ChallengeParameters?.['USERNAME'],
      SALT: expect.stringMatching(/^[1357][0-9a-f]{31}$/),
    });
    expect(stable(again)).toEqual(stable(first));
    expect(stable(another)).not.toEqual(stable(first));
  });

  test('is refused at every claim, also when somebody has it by then, and locked like others', async () => {
    const built = await withAnna();
    const claimOnce = async () => {
      const challenge = await startSrp(built, unknown);
      return refusalOf(answer(built, challenge, passwordClaim(built, challenge)));
    };
    const before = await startSrp(built, unknown);
    await built.addConfirmedUser(unknown);
    const claim = { ...passwordClaim(built, before), USERNAME: unknown };
    expect(await refusalOf(answer(built, before, claim))).toEqual(incorrect);
    await built.callAsAdmin('AdminDeleteUser', { Username: unknown });
    for (let attempt = 0; attempt < 5; attempt++) expect(await claimOnce()).toEqual(incorrect);
    expect(await refusalOf(startSrp(built, unknown))).toEqual(
      refusal('NotAuthorizedException', 'Password attempts exceeded'),
    );
  });
});

test('an answer under another name counts as no attempt, whether somebody has the name or not', async () => {
  const built = await withAnna();
  for (const typed of [name, 'nobody@example.com']) {
    const challenge = await startSrp(built, typed);
    const asEve = { ...passwordClaim(built, challenge, 'Wrong-Horse-9'), USERNAME: 'eve@example.com' };
    for (let attempt = 0; attempt < 6; attempt++)
      expect(await refusalOf(answer(built, challenge, asEve))).toEqual(incorrect);
    expect(await startSrp(built, typed)).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER' });
  }
});

test('PreAuthentication runs before the challenge, with the metadata of InitiateAuth, also for nobody', async () => {
  const built = await withAnna({ clients: { app: srpClient }, triggers: { PreAuthentication: () => ({}) } });
  await startSrp(built, name);
  await startSrp(built, 'nobody@example.com');
  expect(built.events.map(({ request }) => request['userNotFound'])).toEqual([false, true]);
});

describe('in a flow that gives a session,', () => {
  async function begin({ pool, client }: BuiltPool, USERNAME: string): Promise<SignInReply> {
    const request = { pool, client: client('app'), parameters: { USERNAME, SRP_A }, clientMetadata: {} };
    return (await beginSrp(request, 'session')) as SignInReply;
  }

  test('the claim must bring it back, with the secret block of the same challenge', async () => {
    const built = await withAnna();
    const challenge = await begin(built, name);
    expect(challenge).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) });
    const claim = passwordClaim(built, challenge);
    const { Session: _session, ...withoutSession } = challenge;
    expect(await refusalOf(answer(built, withoutSession, claim))).toEqual(incorrect);
    const other = passwordClaim(built, await begin(built, name));
    expect(await refusalOf(answer(built, challenge, other))).toEqual(incorrect);
    expect(await answer(built, challenge, claim)).toHaveProperty('AuthenticationResult');
    expect(await refusalOf(answer(built, challenge, claim))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
  });

  test('nobody is refused as a wrong password', async () => {
    const built = await withAnna();
    const challenge = await begin(built, 'nobody@example.com');
    expect(await refusalOf(answer(built, challenge, passwordClaim(built, challenge)))).toEqual(incorrect);
  });
});

test('of the claims that arrive for one challenge at once, one is accepted', async () => {
  const built = await withAnna({ clients: { app: srpClient }, triggers: { PostAuthentication: () => ({}) } });
  const challenge = await startSrp(built, name);
  const claim = passwordClaim(built, challenge);
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => answer(built, challenge, claim)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
