import {
  AdminUserGlobalSignOutCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
  type AuthenticationResultType,
} from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, type Journey } from './journey';
import { createUser, password } from './people';

describe('J19: sign out everywhere', () => {
  const email = 'many-devices@example.com';
  const revokedAccess = refusal('NotAuthorizedException', 'Access Token has been revoked');
  const revokedRefresh = refusal('NotAuthorizedException', 'Refresh Token has been revoked');
  let journey: Journey;

  async function signIn(): Promise<AuthenticationResultType> {
    const { AuthenticationResult = {} } = await journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: journey.client('legacy').ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    );
    return AuthenticationResult;
  }

  const read = ({ AccessToken }: AuthenticationResultType) => journey.cognito.send(new GetUserCommand({ AccessToken }));
  const refresh = ({ RefreshToken = '' }: AuthenticationResultType) =>
    journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: journey.client('legacy').ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
      }),
    );

  describe('in a pool without device tracking', () => {
    beforeAll(async () => {
      journey = await beginJourney('mfa-off');
    });
    beforeEach(async () => {
      await createUser(journey, email);
    });
    afterEach(() => journey.startOver());
    afterAll(() => journey.close());

    test('GlobalSignOut ends every session of the user', async () => {
      const here = await signIn();
      const there = await signIn();
      await journey.cognito.send(new GlobalSignOutCommand({ AccessToken: here.AccessToken }));
      for (const tokens of [here, there]) {
        await expect(read(tokens)).rejects.toEqual(revokedAccess);
        await expect(refresh(tokens)).rejects.toEqual(revokedRefresh);
      }
      await expect(signIn()).resolves.toHaveProperty('AccessToken');
    });

    test('AdminUserGlobalSignOut does the same for an administrator', async () => {
      const tokens = await signIn();
      await journey.cognito.send(
        new AdminUserGlobalSignOutCommand({ UserPoolId: journey.UserPoolId, Username: email }),
      );
      await expect(read(tokens)).rejects.toEqual(revokedAccess);
      await expect(refresh(tokens)).rejects.toEqual(revokedRefresh);
    });

    test('RevokeToken ends one session, refreshed tokens included, and leaves the others', async () => {
      const here = await signIn();
      const { AuthenticationResult: refreshed = {} } = await refresh(here);
      const there = await signIn();
      const ClientId = journey.client('legacy').ClientId;
      const revoke = new RevokeTokenCommand({ ClientId, Token: here.RefreshToken });
      await journey.cognito.send(revoke);
      await expect(journey.cognito.send(revoke)).resolves.toBeDefined();
      await expect(read(here)).rejects.toEqual(revokedAccess);
      await expect(read(refreshed)).rejects.toEqual(revokedAccess);
      await expect(refresh(here)).rejects.toEqual(revokedRefresh);
      await expect(read(there)).resolves.toHaveProperty('Username');
    });

    test('only a refresh token of the same client can be revoked', async () => {
      const { AccessToken, RefreshToken } = await signIn();
      const ClientId = journey.client('legacy').ClientId;
      await expect(journey.cognito.send(new RevokeTokenCommand({ ClientId, Token: AccessToken }))).rejects.toEqual(
        refusal('UnsupportedTokenTypeException', /refresh tokens/),
      );
      const other = new RevokeTokenCommand({ ClientId: journey.client('web').ClientId, Token: RefreshToken });
      await expect(journey.cognito.send(other)).rejects.toEqual(refusal('UnauthorizedException', /another client/));
    });

    test('tokens end by themselves as the client settings say', async () => {
      const tokens = await signIn();
      journey.clock.advance({ minutes: 60 });
      await expect(read(tokens)).rejects.toEqual(refusal('NotAuthorizedException', 'Access Token has expired'));
      journey.clock.advance({ hours: 23 });
      await expect(refresh(tokens)).rejects.toEqual(refusal('NotAuthorizedException', 'Refresh Token has expired'));
    });

    test('an ID token, a token of nobody and a changed token are no access tokens', async () => {
      const { AccessToken = '', IdToken } = await signIn();
      const [head = '', body = '', signature = ''] = AccessToken.split('.');
      const swapped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
      for (const token of [IdToken, 'abc', `${head}.${body}.${swapped}`])
        await expect(read({ AccessToken: token })).rejects.toEqual(
          refusal('NotAuthorizedException', 'Invalid Access Token'),
        );
    });
  });

  describe('at a client without token revocation', () => {
    beforeAll(async () => {
      journey = await beginJourney('legacy-errors');
    });
    beforeEach(async () => {
      await createUser(journey, email);
    });
    afterEach(() => journey.startOver());
    afterAll(() => journey.close());

    test('RevokeToken is not supported', async () => {
      const { RefreshToken } = await signIn();
      const revoke = new RevokeTokenCommand({ ClientId: journey.client('web').ClientId, Token: RefreshToken });
      await expect(journey.cognito.send(revoke)).rejects.toEqual(
        refusal('UnsupportedOperationException', /not enabled for this client/),
      );
    });
  });
});
