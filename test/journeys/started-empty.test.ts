import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  SetUserMFAPreferenceCommand,
  SetUserPoolMfaConfigCommand,
  SignUpCommand,
  UpdateUserPoolCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { JwtVerifier } from 'aws-jwt-verify';
import { secretHash } from '../../lib/local-pool/authentication/secret-hash';
import { startLocalPools, type LocalPools } from '../../lib/local-pool/local-pool';
import { SetClock } from '../local-pool/set-clock';
import { signingKeys } from '../local-pool/signing-keys';
import { totpCode } from '../local-pool/totp-code';
import { refusal } from './journey';
import { password } from './people';

const regions = ['eu-central-1', 'ap-northeast-1'] as const;

let local: LocalPools;
let clock: SetClock;
let programs: CognitoIdentityProviderClient[];

beforeEach(async () => {
  clock = new SetClock(Date.now());
  local = await startLocalPools({ stacks: [], port: 0, clock, signingKeys, log: () => undefined });
  programs = regions.map(programIn);
});
afterEach(async () => {
  for (const cognito of programs) cognito.destroy();
  await local.close();
});

function programIn(region: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    endpoint: local.origin,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

/** A pool with a confidential client, a group, and grace in it: what the program of a test begins with. */
async function setUp(cognito: CognitoIdentityProviderClient) {
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'people' }));
  const UserPoolId = UserPool?.Id ?? '';
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'backend',
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  const { ClientId = '', ClientSecret = '' } = UserPoolClient ?? {};
  const Username = 'Grace';
  await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'admins', Precedence: 1 }));
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'admins' }));
  const hash = { SECRET_HASH: secretHash(ClientSecret, Username, ClientId) };
  const signIn = () =>
    cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: password, ...hash },
      }),
    );
  return { UserPoolId, ClientId, Username, hash, signIn };
}

test('a program makes its own pool in each of two Regions, and J7 holds in both', async () => {
  expect(local.pools).toEqual([]);
  for (const [index, cognito] of programs.entries()) {
    const { UserPoolId, ClientId, Username, hash, signIn } = await setUp(cognito);
    expect(UserPoolId).toMatch(new RegExp(`^${regions[index] ?? ''}_[0-9A-Za-z]{9}$`));

    const { AuthenticationResult: first } = await signIn();
    const AccessToken = first?.AccessToken;
    const { SecretCode } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: totpCode(SecretCode, clock, -1) }));
    await cognito.send(
      new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }),
    );

    const challenge = await signIn();
    expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const { AuthenticationResult } = await cognito.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: Username, SOFTWARE_TOKEN_MFA_CODE: totpCode(SecretCode, clock), ...hash },
      }),
    );
    const issuer = `${local.origin}/${UserPoolId}`;
    const verifier = JwtVerifier.create({ issuer, audience: ClientId, jwksUri: `${issuer}/.well-known/jwks.json` });
    const keys = await (await fetch(`${issuer}/.well-known/jwks.json`)).json();
    verifier.cacheJwks(keys as Parameters<typeof verifier.cacheJwks>[0]);
    await expect(verifier.verify(AuthenticationResult?.IdToken ?? '')).resolves.toMatchObject({
      'cognito:username': Username,
      'cognito:groups': ['admins'],
    });
  }
});

test('each Region lists its own pools; a pool is found by its id from everywhere', async () => {
  const [european, asian] = programs;
  if (european === undefined || asian === undefined) throw new Error('two Regions were meant');
  const { UserPoolId } = await setUp(european);
  const listed = async (cognito: CognitoIdentityProviderClient) =>
    (await cognito.send(new ListUserPoolsCommand({ MaxResults: 10 }))).UserPools?.map(({ Id }) => Id);
  expect(await listed(european)).toEqual([UserPoolId]);
  expect(await listed(asian)).toEqual([]);
  const { UserPool } = await asian.send(new DescribeUserPoolCommand({ UserPoolId }));
  expect(UserPool?.Arn).toBe(`arn:aws:cognito-idp:eu-central-1:000000000000:userpool/${UserPoolId}`);
});

test('a trigger whose function is elsewhere ends as on the service without a permission', async () => {
  const [cognito] = programs;
  if (cognito === undefined) throw new Error('a Region was meant');
  const { UserPoolId } = await setUp(cognito);
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }));
  const PreSignUp = 'arn:aws:lambda:eu-central-1:123456789012:function:check';
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: { PreSignUp } }));
  await expect(
    cognito.send(new SignUpCommand({ ClientId: UserPoolClient?.ClientId, Username: 'ada', Password: password })),
  ).rejects.toEqual(
    refusal('UnexpectedLambdaException', 'PreSignUp invocation failed due to error AccessDeniedException'),
  );
});

test('nothing of a deleted pool answers any more', async () => {
  const [cognito] = programs;
  if (cognito === undefined) throw new Error('a Region was meant');
  const { UserPoolId, signIn } = await setUp(cognito);
  await cognito.send(new DeleteUserPoolCommand({ UserPoolId }));
  await expect(signIn()).rejects.toEqual(
    refusal('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`),
  );
  expect((await fetch(`${local.origin}/${UserPoolId}/.well-known/jwks.json`)).status).toBe(404);
});
