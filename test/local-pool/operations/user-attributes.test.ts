import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { buildPool, password } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const fresh = 'anna.new@example.com';

/** Anna, confirmed and signed in. */
async function withAnna(options: Parameters<typeof buildPool>[0] = {}) {
  const built = buildPool(options);
  const username = await built.addConfirmedUser(name);
  const AccessToken = await built.accessToken(name, password);
  const call = (operation: string, body: object) => built.call(operation, { AccessToken, ...body });
  return {
    ...built,
    AccessToken,
    /** An operation of Anna's own. */
    own: call,
    update: (attributes: Readonly<Record<string, string>>) =>
      call('UpdateUserAttributes', {
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      }),
    verify: (Code: string | undefined) => call('VerifyUserAttribute', { AttributeName: 'email', Code }),
    ask: (AttributeName = 'email') => call('GetUserAttributeVerificationCode', { AttributeName }),
    codeTo: (address: string) => built.inbox.latest(address)?.code,
    attributes: () => built.pool.users.get(username)?.attributes,
  };
}

const wrong = (code: string | undefined): string =>
  `${Number(String(code).charAt(0)) === 0 ? 1 : 0}${String(code).slice(1)}`;

describe('UpdateUserAttributes', () => {
  test('writes, replaces and, with an empty value, deletes', async () => {
    const { attributes, update } = await withAnna();

    expect(await update({ nickname: 'Ann', locale: 'en' })).toEqual({ CodeDeliveryDetailsList: [] });
    await update({ nickname: '', locale: 'ja' });

    expect(attributes()).toEqual({ email: name, email_verified: 'true', locale: 'ja' });
  });

  test('a changed address counts at once, unverified, and is sent a code that verifies it', async () => {
    const { attributes, codeTo, events, update, verify } = await withAnna({ triggers: { CustomMessage: () => ({}) } });

    expect(await update({ email: fresh })).toEqual({
      CodeDeliveryDetailsList: [{ Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' }],
    });
    expect(attributes()).toEqual({ email: fresh, email_verified: 'false' });
    expect(events[0]).toMatchObject({
      triggerSource: 'CustomMessage_UpdateUserAttribute',
      request: { userAttributes: { email: fresh, email_verified: 'false' } },
    });

    expect(await verify(codeTo(fresh))).toEqual({});
    expect(attributes()).toEqual({ email: fresh, email_verified: 'true' });
  });

  test('two contacts that change are sent a code each', async () => {
    const { attributes, codeTo, own, update } = await withAnna({
      settings: { autoVerifiedAttributes: ['email', 'phone_number'] },
    });

    expect(await update({ email: fresh, phone_number: '+4915112345678' })).toMatchObject({
      CodeDeliveryDetailsList: [{ AttributeName: 'email' }, { AttributeName: 'phone_number', DeliveryMedium: 'SMS' }],
    });
    for (const [AttributeName, address] of [
      ['email', fresh],
      ['phone_number', '+4915112345678'],
    ] as const)
      await own('VerifyUserAttribute', { AttributeName, Code: codeTo(address) });

    expect(attributes()).toMatchObject({ email_verified: 'true', phone_number_verified: 'true' });
  });

  test('sends no code where the pool verifies nothing', async () => {
    const { attributes, inbox, update } = await withAnna({ settings: { autoVerifiedAttributes: [] } });

    expect(await update({ email: fresh })).toEqual({ CodeDeliveryDetailsList: [] });
    expect(attributes()).toEqual({ email: fresh, email_verified: 'false' });
    expect(inbox.all()).toEqual([]);
  });

  test.each([
    ['the verified flag', { email: fresh, email_verified: 'true' }],
    ['an attribute that the client may not write', { nickname: 'Ann' }],
    ['an attribute that the client may not write, by deleting it', { nickname: '' }],
  ])('refuses %s', async (_what, change) => {
    const { attributes, update } = await withAnna({ clients: { app: { writeAttributes: ['email'] } } });

    expect(await refusalOf(update(change as Record<string, string>))).toEqual(
      refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    );
    expect(attributes()).toEqual({ email: name, email_verified: 'true' });
  });

  test.each([
    ['the sub', { sub: 'x' }, 'NotAuthorizedException', 'A client attempted to write unauthorized attribute'],
    ['a form that is no address', { email: 'anna' }, 'InvalidParameterException', 'Invalid email address format.'],
    [
      'an attribute of no schema',
      { 'custom:x': '1' },
      'InvalidParameterException',
      'Attributes did not conform to the schema: custom:x: Attribute does not exist in the schema.',
    ],
  ])('refuses %s', async (_what, change, type, message) => {
    const { update } = await withAnna();
    expect(await refusalOf(update(change as Record<string, string>))).toEqual(refusal(type, message));
  });

  test('refuses an address of somebody else, as it is a name to sign in with', async () => {
    const { addConfirmedUser, update } = await withAnna();
    await addConfirmedUser('bob@example.com');

    expect(await refusalOf(update({ email: 'Bob@example.com' }))).toEqual(
      refusal('AliasExistsException', 'An account with the given email already exists.'),
    );
  });

  test('is refused while an administrator demands a new password', async () => {
    const { callAsAdmin, update } = await withAnna();
    await callAsAdmin('AdminResetUserPassword', { Username: name });

    expect(await refusalOf(update({ nickname: 'Ann' }))).toMatchObject({ type: 'PasswordResetRequiredException' });
  });
});

describe('AttributesRequireVerificationBeforeUpdate', () => {
  const settings = { requireVerificationBeforeUpdate: ['email'] } as const;

  test('the old address signs in until the new one is verified; then the new one does', async () => {
    const { accessToken, attributes, codeTo, update, verify } = await withAnna({ settings });

    await update({ email: fresh });
    expect(attributes()).toEqual({ email: name, email_verified: 'true' });
    await expect(accessToken(name, password)).resolves.toEqual(expect.any(String));
    expect(await refusalOf(accessToken(fresh, password))).toMatchObject({ type: 'NotAuthorizedException' });

    await verify(codeTo(fresh));
    expect(attributes()).toEqual({ email: fresh, email_verified: 'true' });
    await expect(accessToken(fresh, password)).resolves.toEqual(expect.any(String));
    expect(await refusalOf(accessToken(name, password))).toMatchObject({ type: 'NotAuthorizedException' });
  });

  test('a code for the earlier of two new addresses verifies neither', async () => {
    const { attributes, codeTo, update, verify } = await withAnna({ settings });
    await update({ email: 'first@example.com' });
    await update({ email: fresh });

    expect(await refusalOf(verify(codeTo('first@example.com')))).toMatchObject({ type: 'CodeMismatchException' });
    expect(attributes()).toMatchObject({ email: name });
  });

  test('a new address that the user takes back cannot be verified any more', async () => {
    const { attributes, codeTo, update, verify } = await withAnna({ settings });
    await update({ email: fresh });
    await update({ email: name });

    expect(await refusalOf(verify(codeTo(fresh)))).toMatchObject({ type: 'ExpiredCodeException' });
    expect(attributes()).toEqual({ email: name, email_verified: 'true' });
  });

  test('a new address that somebody else took meanwhile is refused at its verification', async () => {
    const { addConfirmedUser, attributes, codeTo, update, verify } = await withAnna({ settings });
    await update({ email: fresh });
    await addConfirmedUser(fresh);

    expect(await refusalOf(verify(codeTo(fresh)))).toEqual(
      refusal('AliasExistsException', 'An account with the given email already exists.'),
    );
    expect(attributes()).toMatchObject({ email: name });
  });

  test('a code for the old address does not verify a new one that was given while it was sent', async () => {
    let during = async (): Promise<unknown> => undefined;
    const { ask, inbox, update } = await withAnna({
      settings,
      triggers: {
        CustomMessage: async () => {
          const happens = during;
          during = async () => undefined;
          await happens();
          return {};
        },
      },
    });
    during = () => update({ email: fresh });

    expect(await refusalOf(ask())).toMatchObject({ type: 'InvalidParameterException' });
    expect(inbox.latest(name)).toBeUndefined();
  });

  test('a code that is asked for anew goes to the new address', async () => {
    const { ask, attributes, codeTo, update, verify } = await withAnna({ settings });
    await update({ email: fresh });
    const before = codeTo(fresh);

    await ask();

    expect(await refusalOf(verify(before))).toMatchObject({ type: 'CodeMismatchException' });
    await verify(codeTo(fresh));
    expect(attributes()).toMatchObject({ email: fresh });
  });
});

describe('GetUserAttributeVerificationCode and VerifyUserAttribute', () => {
  test('a code verifies the address, once', async () => {
    const { ask, attributes, callAsAdmin, codeTo, events, verify } = await withAnna({
      triggers: { CustomMessage: () => ({}) },
    });
    await callAsAdmin('AdminUpdateUserAttributes', {
      Username: name,
      UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
    });

    expect(await ask()).toEqual({
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(events[0]).toMatchObject({ triggerSource: 'CustomMessage_VerifyUserAttribute' });
    await verify(codeTo(name));

    expect(attributes()).toEqual({ email: name, email_verified: 'true' });
    expect(await refusalOf(verify(codeTo(name)))).toEqual(
      refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.'),
    );
  });

  test('a wrong code is refused and leaves the right one valid', async () => {
    const { ask, codeTo, verify } = await withAnna();
    await ask();

    expect(await refusalOf(verify(wrong(codeTo(name))))).toEqual(
      refusal('CodeMismatchException', 'Invalid verification code provided, please try again.'),
    );
    expect(await verify(codeTo(name))).toEqual({});
  });

  test('a code holds for a day', async () => {
    const { accessToken, ask, call, clock, codeTo } = await withAnna();
    await ask();
    const Code = codeTo(name);
    clock.advance({ hours: 24 });

    const AccessToken = await accessToken(name, password);
    expect(await refusalOf(call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code }))).toEqual(
      refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.'),
    );
  });

  test.each(['nickname', 'sub', 'custom:x'])('neither takes the attribute %s', async (AttributeName) => {
    const { ask, own } = await withAnna();
    const message = 'Invalid attribute name. Only phone_number and email can be verified.';

    expect(await refusalOf(ask(AttributeName))).toEqual(refusal('InvalidParameterException', message));
    expect(await refusalOf(own('VerifyUserAttribute', { AttributeName, Code: '123456' }))).toEqual(
      refusal('InvalidParameterException', message),
    );
  });

  test('no code is sent for an address that the user does not have', async () => {
    const { ask, own } = await withAnna({ settings: { signInWith: 'username' } });
    await own('DeleteUserAttributes', { UserAttributeNames: ['email'] });

    expect(await refusalOf(ask())).toMatchObject({ type: 'InvalidParameterException' });
  });

  test('the code of a sign-up does not verify', async () => {
    const { callAs, codeTo, verify } = await withAnna();
    await callAs('app', 'SignUp', { Username: 'bob@example.com', Password: password });

    expect(await refusalOf(verify(codeTo('bob@example.com')))).toMatchObject({ type: 'ExpiredCodeException' });
  });
});

describe('DeleteUserAttributes', () => {
  const schema = standardAttributes.map((each) => (each.name === 'given_name' ? { ...each, required: true } : each));

  test('deletes attributes, the flag of a contact among them', async () => {
    const { attributes, own, update } = await withAnna({ settings: { signInWith: 'username' } });
    await update({ nickname: 'Ann' });

    expect(await own('DeleteUserAttributes', { UserAttributeNames: ['email', 'nickname'] })).toEqual({});
    expect(attributes()).toEqual({});
  });

  test('keeps what every user must have', async () => {
    const { own } = await withAnna({ settings: { schema } });
    expect(await refusalOf(own('DeleteUserAttributes', { UserAttributeNames: ['given_name'] }))).toEqual(
      refusal(
        'InvalidParameterException',
        'Invalid user attributes: given_name: Required attribute cannot be deleted.',
      ),
    );
  });

  test('keeps what the client may not write', async () => {
    const { own } = await withAnna({ clients: { app: { writeAttributes: ['email'] } } });
    expect(await refusalOf(own('DeleteUserAttributes', { UserAttributeNames: ['nickname'] }))).toEqual(
      refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    );
  });
});
