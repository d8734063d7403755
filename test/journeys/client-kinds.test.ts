import {
  AdminInitiateAuthCommand,
  CreateUserPoolClientCommand,
  DescribeResourceServerCommand,
  DescribeUserPoolClientCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  type AuthFlowType,
} from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, password, signIn } from './people';
import { confirmDevice, signInBySrp } from './srp';

describe('the clients of staging, each by its kind', () => {
  const email = 'ida@example.com';
  const orders = 'https://orders.example.com';
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('staging');
    await createUser(journey, email);
  });
  afterAll(() => journey.close());

  describe('a browser, whose refresh tokens rotate', () => {
    /** Signs in from a new device, and gives the call that renews its tokens. */
    async function begin() {
      const { AuthenticationResult } = await signInBySrp(journey, email);
      const { DEVICE_KEY: DeviceKey, RefreshToken: first } = await confirmDevice(journey, AuthenticationResult);
      const { ClientId } = journey.client('web');
      const renew = async (RefreshToken: string | undefined) => {
        const request = { ClientId, RefreshToken, DeviceKey };
        return (await journey.cognito.send(new GetTokensFromRefreshTokenCommand(request))).AuthenticationResult;
      };
      return { ClientId, DeviceKey, first, renew };
    }

    test('each use gives a new refresh token, of the same sign-in', async () => {
      const { first, renew } = await begin();
      const next = await renew(first);
      expect(next?.RefreshToken).not.toBe(first);
      const last = await renew(next?.RefreshToken);
      const [before, after] = [
        await verified(journey, next?.AccessToken, 'access'),
        await verified(journey, last?.AccessToken, 'access'),
      ];
      expect(after['origin_jti']).toBe(before['origin_jti']);
      await expect(
        journey.cognito.send(new GetUserCommand({ AccessToken: last?.AccessToken })),
      ).resolves.toHaveProperty('Username');
    });

    test('an answer that got lost is asked for again within the ten seconds of grace, and not after', async () => {
      const { first, renew } = await begin();
      const lost = await renew(first);
      journey.clock.advance({ seconds: 9 });
      const again = await renew(first);
      journey.clock.advance({ seconds: 1 });
      await expect(renew(first)).rejects.toEqual(refusal('RefreshTokenReuseException', 'Refresh token has been used'));
      for (const tokens of [lost, again])
        await expect(renew(tokens?.RefreshToken)).resolves.toHaveProperty('RefreshToken');
    });

    test('the flow that gives no new refresh token is refused', async () => {
      const { ClientId, DeviceKey, first } = await begin();
      const AuthParameters = { REFRESH_TOKEN: first, DEVICE_KEY: DeviceKey };
      await expect(
        journey.cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters })),
      ).rejects.toEqual(refusal('InvalidParameterException', 'REFRESH_TOKEN_AUTH flow not enabled for this client'));
    });
  });

  describe('a machine', () => {
    const parameters = { USERNAME: email, PASSWORD: password, SRP_A: 'ab'.repeat(96) };

    const ofUsers = [
      ['USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
      ['CUSTOM_AUTH', 'CUSTOM_AUTH is not enabled for the client.'],
      ['USER_AUTH', 'USER_AUTH is not enabled for the client.'],
    ] as const;

    test.each<readonly [AuthFlow: AuthFlowType, message: string]>([
      ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
      ...ofUsers,
    ])('lets no user in by %s', async (AuthFlow, message) => {
      const { ClientId, hash } = journey.client('robot');
      const AuthParameters = { ...parameters, ...hash(email) };
      await expect(
        journey.cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters })),
      ).rejects.toEqual(refusal('InvalidParameterException', message));
    });

    test.each<readonly [AuthFlow: AuthFlowType, message: string]>([
      ['ADMIN_USER_PASSWORD_AUTH', 'Auth flow not enabled for this client'],
      ...ofUsers,
    ])('lets no user in for an administrator by %s', async (AuthFlow, message) => {
      const { UserPoolId } = journey;
      const { ClientId, hash } = journey.client('robot');
      const AuthParameters = { ...parameters, ...hash(email) };
      await expect(
        journey.cognito.send(new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters })),
      ).rejects.toEqual(refusal('InvalidParameterException', message));
    });

    test('cannot refresh the session of a user, whose client is another one', async () => {
      const REFRESH_TOKEN = (await signIn(journey, email)).AuthenticationResult?.RefreshToken ?? '';
      const { ClientId, hash } = journey.client('robot');
      const AuthParameters = { REFRESH_TOKEN, ...hash(email) };
      await expect(
        journey.cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters })),
      ).rejects.toEqual(refusal('NotAuthorizedException', 'Invalid Refresh Token'));
    });
  });

  describe('the scopes of a resource server', () => {
    test('are told with it, and with the clients that may ask for them', async () => {
      const { UserPoolId } = journey;
      const { ResourceServer } = await journey.cognito.send(
        new DescribeResourceServerCommand({ UserPoolId, Identifier: orders }),
      );
      expect(ResourceServer?.Scopes).toEqual([
        { ScopeName: 'read', ScopeDescription: 'See orders.' },
        { ScopeName: 'write', ScopeDescription: 'Place and change orders.' },
      ]);
      const { UserPoolClient } = await journey.cognito.send(
        new DescribeUserPoolClientCommand({ UserPoolId, ClientId: journey.client('robot').ClientId }),
      );
      expect(UserPoolClient).toMatchObject({
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: [`${orders}/read`],
      });
    });

    test.each([
      [`${orders}/delete`, 'that the server does not have'],
      ['stock/read', 'of a server that is not there'],
    ])('no client can have %s, one %s', async (scope) => {
      const { UserPoolId } = journey;
      const request = {
        UserPoolId,
        ClientName: 'other',
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials' as const],
        GenerateSecret: true,
        AllowedOAuthScopes: [`${orders}/write`, scope],
      };
      await expect(journey.cognito.send(new CreateUserPoolClientCommand(request))).rejects.toEqual(
        refusal('ScopeDoesNotExistException', `Invalid scope requested: ${scope}`),
      );
    });
  });
});
