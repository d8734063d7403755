import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const expired = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const mismatch = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');

async function signedUp(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool & { readonly code: string }> {
  const built = buildPool(options);
  await built.callAs('app', 'SignUp', { Username: name, Password: password });
  return { ...built, code: built.inbox.latest(name)?.code ?? '' };
}

const other = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('ConfirmSignUp', () => {
  test('with the code confirms the user, verifies the address and tells PostConfirmation', async () => {
    const { callAs, pool, code, client, events } = await signedUp({ triggers: { PostConfirmation: () => ({}) } });

    const reply = await callAs('app', 'ConfirmSignUp', {
      Username: name,
      ConfirmationCode: code,
      ClientMetadata: { from: 'app' },
    });

    expect(reply).toEqual({});
    expect(pool.requireUser(name)).toMatchObject({ status: 'CONFIRMED', attributes: { email_verified: 'true' } });
    expect(events).toEqual([
      expect.objectContaining({
        triggerSource: 'PostConfirmation_ConfirmSignUp',
        callerContext: expect.objectContaining({ clientId: client('app').id }),
        request: {
          userAttributes: expect.objectContaining({ email_verified: 'true', 'cognito:user_status': 'CONFIRMED' }),
          clientMetadata: { from: 'app' },
        },
      }),
    ]);
  });

  test('stands even when PostConfirmation fails', async () => {
    const fail = () => {
      throw new Error('no group');
    };
    const { callAs, pool, code } = await signedUp({ triggers: { PostConfirmation: fail } });

    expect(await refusalOf(callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: code }))).toEqual(
      refusal('UserLambdaValidationException', 'PostConfirmation failed with error no group.'),
    );
    expect(pool.requireUser(name).status).toBe('CONFIRMED');
  });

  test('refuses a wrong code, which does not use up the right one', async () => {
    const { callAs, code } = await signedUp();

    expect(await refusalOf(callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: other(code) }))).toEqual(
      mismatch,
    );
    expect(await callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: code })).toEqual({});
  });

  test('refuses a code after 24 hours', async () => {
    const { callAs, clock, code } = await signedUp();
    clock.advance({ hours: 24 });

    expect(await refusalOf(callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: code }))).toEqual(
      expired,
    );
  });

  test('refuses the code of before once a new one was sent', async () => {
    const { callAs, inbox, code } = await signedUp();
    await callAs('app', 'ResendConfirmationCode', { Username: name });
    const newest = inbox.latest(name, 'ResendCode')?.code ?? '';

    expect(await refusalOf(callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: code }))).toEqual(
      mismatch,
    );
    expect(await callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: newest })).toEqual({});
  });

  test('refuses a code that went to an address which the user no longer has', async () => {
    const { callAs, callAsAdmin, code } = await signedUp({ settings: { autoVerifiedAttributes: ['email'] } });
    await callAsAdmin('AdminUpdateUserAttributes', {
      Username: name,
      UserAttributes: [{ Name: 'email', Value: 'bob@example.com' }],
    });

    expect(
      await refusalOf(callAs('app', 'ConfirmSignUp', { Username: 'bob@example.com', ConfirmationCode: code })),
    ).toEqual(expired);
  });

  test('refuses a confirmed user, a disabled one, and a session that no sign-up gave out', async () => {
    const { callAs, callAsAdmin, code } = await signedUp();
    const confirm = { Username: name, ConfirmationCode: code };

    expect(await refusalOf(callAs('app', 'ConfirmSignUp', { ...confirm, Session: 's'.repeat(20) }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
    await callAsAdmin('AdminDisableUser', { Username: name });
    expect(await refusalOf(callAs('app', 'ConfirmSignUp', confirm))).toEqual(
      refusal('NotAuthorizedException', 'User is disabled.'),
    );
    await callAsAdmin('AdminEnableUser', { Username: name });
    await callAs('app', 'ConfirmSignUp', confirm);
    expect(await refusalOf(callAs('app', 'ConfirmSignUp', confirm))).toEqual(
      refusal('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
    );
  });

  test('names an unknown user only to a client that does not mask existence', async () => {
    const { callAs } = buildPool();
    const confirm = { Username: 'nobody@example.com', ConfirmationCode: '123456' };

    expect(await refusalOf(callAs('open', 'ConfirmSignUp', confirm))).toEqual(
      refusal('UserNotFoundException', 'Username/client id combination not found.'),
    );
    expect(await refusalOf(callAs('app', 'ConfirmSignUp', confirm))).toEqual(expired);
    await callAs('app', 'ResendConfirmationCode', { Username: 'nobody@example.com' });
    expect(await refusalOf(callAs('app', 'ConfirmSignUp', confirm))).toEqual(mismatch);
  });
});

describe('ResendConfirmationCode', () => {
  test('sends a new code with the texts of its own kind', async () => {
    const { callAs, inbox, events } = await signedUp({ triggers: { CustomMessage: () => ({}) } });

    const reply = await callAs('app', 'ResendConfirmationCode', { Username: name, ClientMetadata: { again: 'yes' } });

    expect(reply).toEqual({
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(inbox.all().map(({ kind }) => kind)).toEqual(['SignUp', 'ResendCode']);
    expect(events[1]).toMatchObject({
      triggerSource: 'CustomMessage_ResendCode',
      request: { clientMetadata: { again: 'yes' } },
    });
  });

  test('refuses a confirmed user', async () => {
    const { callAs, callAsAdmin } = await signedUp();
    await callAsAdmin('AdminConfirmSignUp', { Username: name });

    expect(await refusalOf(callAs('app', 'ResendConfirmationCode', { Username: name }))).toEqual(
      refusal('InvalidParameterException', 'User is already confirmed.'),
    );
  });

  test.each([
    ['the pool verifies nothing', { autoVerifiedAttributes: [] }],
    ['the user has no address', { signInWith: 'username' }],
  ] as const)('refuses where %s', async (_when, settings) => {
    const { callAs } = buildPool({ settings });
    await callAs('app', 'SignUp', { Username: name, Password: password });

    expect(await refusalOf(callAs('app', 'ResendConfirmationCode', { Username: name }))).toEqual(
      refusal('NotAuthorizedException', 'Cannot resend codes. Auto verification not turned on.'),
    );
  });

  test('simulates a delivery for an unknown user where existence is masked, and sends nothing', async () => {
    const { callAs, inbox } = buildPool();

    expect(await callAs('app', 'ResendConfirmationCode', { Username: 'nobody@example.com' })).toEqual({
      CodeDeliveryDetails: { Destination: 'n***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(await refusalOf(callAs('open', 'ResendConfirmationCode', { Username: 'nobody@example.com' }))).toEqual(
      refusal('UserNotFoundException', 'Username/client id combination not found.'),
    );
    expect(inbox.all()).toEqual([]);
  });
});
