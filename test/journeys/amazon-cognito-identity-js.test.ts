/* eslint-disable @typescript-eslint/no-deprecated -- The library is at its end, and in use: that is why it is held against the pool. */
import { SetUserMFAPreferenceCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js';
import { totpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, otherPassword, password } from './people';

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

type Outcome =
  { readonly outcome: 'signed in'; readonly session: CognitoUserSession } | { readonly outcome: 'asks for a code' };

// The library computes the powers of SRP in plain JavaScript, several of them in a sign-in.
jest.setTimeout(60_000);

describe('amazon-cognito-identity-js, unmodified and pointed at the local pool', () => {
  const email = 'grace@example.com';
  let journey: Journey;
  let browser: Browser;

  beforeEach(async () => {
    journey = await beginJourney('dev');
    browser = new Browser();
    await createUser(journey, email);
  });
  afterEach(() => journey.close());

  function userAt(Storage: Browser): CognitoUser {
    const { UserPoolId, origin } = journey;
    const Pool = new CognitoUserPool({
      UserPoolId,
      ClientId: journey.client('web').ClientId,
      endpoint: origin,
      Storage,
    });
    return new CognitoUser({ Username: email, Pool, Storage });
  }

  const signIn = (user: CognitoUser, Password: string) =>
    new Promise<Outcome>((resolve, onFailure) => {
      user.authenticateUser(new AuthenticationDetails({ Username: email, Password }), {
        onSuccess: (session) => resolve({ outcome: 'signed in', session }),
        onFailure,
        totpRequired: () => resolve({ outcome: 'asks for a code' }),
      });
    });

  const showCode = (user: CognitoUser, code: string) =>
    new Promise<CognitoUserSession>((onSuccess, onFailure) => {
      user.sendMFACode(code, { onSuccess, onFailure }, 'SOFTWARE_TOKEN_MFA');
    });

  const associate = (user: CognitoUser) =>
    new Promise<string>((associateSecretCode, onFailure) => {
      user.associateSoftwareToken({ associateSecretCode, onFailure });
    });

  const verify = (user: CognitoUser, code: string) =>
    new Promise<CognitoUserSession>((onSuccess, onFailure) => {
      user.verifySoftwareToken(code, 'phone', { onSuccess, onFailure });
    });

  /** Signs in, registers an authenticator and prefers it, all with the library but the last. */
  async function enrol(): Promise<string> {
    const user = userAt(new Browser());
    const first = await signIn(user, password);
    if (first.outcome !== 'signed in') throw new Error('A new user was asked for a code.');
    const secret = await associate(user);
    await verify(user, totpCode(secret, journey.clock, -1));
    await journey.cognito.send(
      new SetUserMFAPreferenceCommand({
        AccessToken: first.session.getAccessToken().getJwtToken(),
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
    );
    return secret;
  }

  test('signs in by SRP, and confirms the device on the way', async () => {
    const signedIn = await signIn(userAt(browser), password);
    if (signedIn.outcome !== 'signed in') throw new Error('A user without a second factor was asked for a code.');
    expect(await verified(journey, signedIn.session.getIdToken().getJwtToken(), 'id')).toMatchObject({ email });
  });

  test('is refused with a wrong password', async () => {
    await expect(signIn(userAt(browser), otherPassword)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
  });

  test('shows a TOTP code once, and is then remembered', async () => {
    const secret = await enrol();
    const user = userAt(browser);
    expect(await signIn(user, password)).toEqual({ outcome: 'asks for a code' });
    await expect(showCode(user, totpCode(secret, journey.clock, -1))).rejects.toEqual(
      refusal('ExpiredCodeException', 'Your software token has already been used once.'),
    );
    const session = await showCode(user, totpCode(secret, journey.clock));
    expect(await verified(journey, session.getAccessToken().getJwtToken(), 'access')).toHaveProperty('device_key');

    const again = await signIn(userAt(browser), password);
    expect(again.outcome).toBe('signed in');
    // A browser that was never here is not.
    expect(await signIn(userAt(new Browser()), password)).toEqual({ outcome: 'asks for a code' });
  });

  test('refreshes the tokens with the key of its device', async () => {
    const user = userAt(browser);
    const signedIn = await signIn(user, password);
    if (signedIn.outcome !== 'signed in') throw new Error('A user without a second factor was asked for a code.');
    const refreshed = await new Promise<CognitoUserSession>((resolve, reject) => {
      user.refreshSession(signedIn.session.getRefreshToken(), (error: Error | null, session: CognitoUserSession) => {
        if (error === null) resolve(session);
        else reject(error);
      });
    });
    expect(await verified(journey, refreshed.getAccessToken().getJwtToken(), 'access')).toHaveProperty('device_key');
  });
});
