/* eslint-disable @typescript-eslint/no-deprecated -- The library is at its end, and in use: that is why it is held against the pool. */
import { AdminCreateUserCommand, AdminListDevicesCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
  type IAuthenticationCallback,
  type UserData,
} from 'amazon-cognito-identity-js';
import { beginJourney, refusal, verified, type Journey } from '../journeys/journey';
import { createUser, enrolTotp, otherPassword, password } from '../journeys/people';
import { totpCode } from '../local-pool/totp-code';

/** What the library keeps between two visits: tokens, and the key and secret of the device. */
class Browser implements ICognitoStorage {
  readonly #items = new Map<string, string>();

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }

  clear(): void {
    this.#items.clear();
  }
}

/** Where a step of a sign-in leads: to tokens, or to what the user is asked next. */
type Outcome =
  | { readonly asks: 'nothing more'; readonly session: CognitoUserSession }
  | { readonly asks: 'a code' | 'to enrol' }
  | { readonly asks: 'a new password'; readonly required: readonly string[] };

/** The library's callbacks as a promise. */
function outcomeOf(step: (callbacks: IAuthenticationCallback) => void): Promise<Outcome> {
  return new Promise((resolve, onFailure) => {
    step({
      onSuccess: (session) => resolve({ asks: 'nothing more', session }),
      onFailure,
      totpRequired: () => resolve({ asks: 'a code' }),
      mfaSetup: () => resolve({ asks: 'to enrol' }),
      newPasswordRequired: (_attributes: unknown, required: readonly string[]) =>
        resolve({ asks: 'a new password', required }),
    });
  });
}

function sessionOf(outcome: Outcome): CognitoUserSession {
  if (outcome.asks !== 'nothing more') throw new Error(`The user was asked for ${outcome.asks}.`);
  return outcome.session;
}

/** The library's other form: an error first, then what it gives. */
function resultOf<Result>(call: (callback: (error?: Error | null, result?: Result) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((error, result) => {
      if (error !== undefined && error !== null) reject(error);
      else resolve(result as Result);
    });
  });
}

const signIn = (user: CognitoUser, Password: string): Promise<Outcome> =>
  outcomeOf((callbacks) => {
    user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password }), callbacks);
  });

const showCode = (user: CognitoUser, code: string): Promise<CognitoUserSession> =>
  new Promise((onSuccess, onFailure) => {
    user.sendMFACode(code, { onSuccess, onFailure }, 'SOFTWARE_TOKEN_MFA');
  });

const associate = (user: CognitoUser): Promise<string> =>
  new Promise((associateSecretCode, onFailure) => {
    user.associateSoftwareToken({ associateSecretCode, onFailure });
  });

const verify = (user: CognitoUser, code: string): Promise<CognitoUserSession> =>
  new Promise((onSuccess, onFailure) => {
    user.verifySoftwareToken(code, 'phone', { onSuccess, onFailure });
  });

const changePassword = (user: CognitoUser, old: string, proposed: string): Promise<'SUCCESS'> =>
  resultOf((callback) => user.changePassword(old, proposed, callback));

const userData = (user: CognitoUser): Promise<UserData> =>
  resultOf((callback) => user.getUserData(callback, { bypassCache: true }));

// The library computes the powers of SRP in plain JavaScript, several of them in a sign-in.
jest.setTimeout(120_000);

describe('amazon-cognito-identity-js, unmodified and pointed at the local pool', () => {
  const email = 'grace@example.com';
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('dev');
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  function poolAt(Storage: Browser, { UserPoolId, origin, client } = journey): CognitoUserPool {
    return new CognitoUserPool({ UserPoolId, ClientId: client('web').ClientId, endpoint: origin, Storage });
  }

  const userAt = (Storage: Browser, Username = email, at = journey): CognitoUser =>
    new CognitoUser({ Username, Pool: poolAt(Storage, at), Storage });

  /** Signs in elsewhere, registers an authenticator and prefers it. */
  async function enrol(): Promise<string> {
    const user = userAt(new Browser());
    sessionOf(await signIn(user, password));
    const secret = await associate(user);
    await verify(user, totpCode(secret, journey.clock, -1));
    await resultOf((callback) => user.setUserMfaPreference(null, { Enabled: true, PreferredMfa: true }, callback));
    return secret;
  }

  test('signs in by SRP, and confirms the device on the way', async () => {
    await createUser(journey, email);
    const session = sessionOf(await signIn(userAt(new Browser()), password));
    expect(await verified(journey, session.getIdToken().getJwtToken(), 'id')).toMatchObject({ email });
    const access = await verified(journey, session.getAccessToken().getJwtToken(), 'access');
    const { Devices } = await journey.cognito.send(
      new AdminListDevicesCommand({ UserPoolId: journey.UserPoolId, Username: email }),
    );
    expect(Devices?.map(({ DeviceKey }) => DeviceKey)).toEqual([access['device_key']]);
  });

  test('is refused with a wrong password, and with the name of nobody', async () => {
    await createUser(journey, email);
    const refused = refusal('NotAuthorizedException', 'Incorrect username or password.');
    await expect(signIn(userAt(new Browser()), otherPassword)).rejects.toEqual(refused);
    await expect(signIn(userAt(new Browser(), 'nobody@example.com'), password)).rejects.toEqual(refused);
  });

  test('shows a TOTP code once, and is then remembered', async () => {
    await createUser(journey, email);
    const secret = await enrol();
    const browser = new Browser();
    const user = userAt(browser);
    expect(await signIn(user, password)).toEqual({ asks: 'a code' });
    await expect(showCode(user, totpCode(secret, journey.clock, -1))).rejects.toEqual(
      refusal('ExpiredCodeException', 'Your software token has already been used once.'),
    );
    const session = await showCode(user, totpCode(secret, journey.clock));
    expect(await verified(journey, session.getAccessToken().getJwtToken(), 'access')).toHaveProperty('device_key');

    sessionOf(await signIn(userAt(browser), password));
    // A browser that was never here is asked.
    expect(await signIn(userAt(new Browser()), password)).toEqual({ asks: 'a code' });
  });

  test('forgets its device, and is asked again', async () => {
    await createUser(journey, email);
    const secret = await enrolTotp(journey, email);
    const browser = new Browser();
    const user = userAt(browser);
    await signIn(user, password);
    await showCode(user, totpCode(secret, journey.clock));
    await new Promise((onSuccess, onFailure) => {
      user.forgetDevice({ onSuccess, onFailure });
    });
    expect(await signIn(userAt(browser), password)).toEqual({ asks: 'a code' });
  });

  test('must enrol where the pool demands a second factor', async () => {
    const demanding = await beginJourney('mfa-required');
    try {
      await createUser(demanding, email);
      const user = userAt(new Browser(), email, demanding);
      expect(await signIn(user, password)).toEqual({ asks: 'to enrol' });
      const secret = await associate(user);
      const session = await verify(user, totpCode(secret, demanding.clock));
      expect(await verified(demanding, session.getIdToken().getJwtToken(), 'id')).toMatchObject({ email });
    } finally {
      await demanding.close();
    }
  });

  test('replaces the temporary password of an invitation', async () => {
    const { UserPoolId } = journey;
    const UserAttributes = [{ Name: 'email', Value: email }];
    await journey.cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: email, UserAttributes }));
    const user = userAt(new Browser());
    const { code: temporary } = journey.message(email, 'AdminCreateUser');
    expect(await signIn(user, temporary)).toEqual({ asks: 'a new password', required: [] });
    const replace = (proposed: string) =>
      outcomeOf((callbacks) => user.completeNewPasswordChallenge(proposed, {}, callbacks));
    await expect(replace('short')).rejects.toEqual(
      refusal('InvalidPasswordException', 'Password does not conform to policy: Password not long enough'),
    );
    sessionOf(await replace(password));
    sessionOf(await signIn(userAt(new Browser()), password));
  });

  test('signs a user up, who confirms and changes the password', async () => {
    const browser = new Browser();
    const attributes = [new CognitoUserAttribute({ Name: 'email', Value: email })];
    await resultOf((callback) => poolAt(browser).signUp(email, password, attributes, [], callback));
    const user = userAt(browser);
    await expect(signIn(user, password)).rejects.toEqual(
      refusal('UserNotConfirmedException', 'User is not confirmed.'),
    );
    const { code } = journey.message(email, 'SignUp');
    await resultOf((callback) => user.confirmRegistration(code, false, callback));
    sessionOf(await signIn(user, password));
    expect(await changePassword(user, password, otherPassword)).toBe('SUCCESS');
    sessionOf(await signIn(userAt(new Browser()), otherPassword));
  });

  test('lets a user who forgot the password choose another', async () => {
    await createUser(journey, email);
    const user = userAt(new Browser());
    const delivery = await new Promise((inputVerificationCode, onFailure) => {
      user.forgotPassword({ inputVerificationCode, onFailure, onSuccess: inputVerificationCode });
    });
    expect(delivery).toMatchObject({ CodeDeliveryDetails: { Destination: 'g***@e***', DeliveryMedium: 'EMAIL' } });
    const { code } = journey.message(email, 'ForgotPassword');
    await new Promise((onSuccess, onFailure) => {
      user.confirmPassword(code, otherPassword, { onSuccess, onFailure });
    });
    await expect(signIn(userAt(new Browser()), password)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    sessionOf(await signIn(user, otherPassword));
  });

  test('refreshes the tokens with the key of its device', async () => {
    await createUser(journey, email);
    const user = userAt(new Browser());
    const first = sessionOf(await signIn(user, password));
    const refreshed: CognitoUserSession = await resultOf((callback) =>
      user.refreshSession(first.getRefreshToken(), callback),
    );
    expect(await verified(journey, refreshed.getAccessToken().getJwtToken(), 'access')).toHaveProperty('device_key');
  });

  test('signs the user out in every browser', async () => {
    await createUser(journey, email);
    const [here, elsewhere] = [userAt(new Browser()), userAt(new Browser())];
    for (const user of [here, elsewhere]) sessionOf(await signIn(user, password));
    expect(await userData(elsewhere)).toMatchObject({
      UserAttributes: expect.arrayContaining([{ Name: 'email', Value: email }]),
    });
    await new Promise((onSuccess, onFailure) => {
      here.globalSignOut({ onSuccess, onFailure });
    });
    await expect(userData(elsewhere)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Access Token has been revoked'),
    );
  });
});
