import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { startLocalPools, type LocalPoolsOptions } from '../../lib/local-pool/local-pool';
import type { MessageKind } from '../../lib/local-pool/state/inbox';
import { deviceVerifier } from '../../lib/sign-in/device-verifier';
import { password } from '../journeys/people';
import { SetClock } from '../local-pool/set-clock';
import { signingKeys } from '../local-pool/signing-keys';

/** A program with the SDK as it is published: an endpoint is all that it is told. */
export interface Program {
  readonly cognito: sdk.CognitoIdentityProviderClient;
  /** The operations that it called and that succeeded. */
  readonly called: ReadonlySet<string>;
}

/** A local user pool that was started empty, and the two programs that share a pool there. */
export interface Programs {
  /** Has credentials, and administers. */
  readonly operator: Program;
  /** What its users run: it has no credentials, so the SDK cannot sign for it, and fails where it has to. */
  readonly app: Program;
  readonly UserPoolId: string;
  /** The app's own client, which is public. */
  readonly ClientId: string;
  /** Where the pools can be reached; an issuer is the id of its pool below it. */
  readonly origin: string;
  readonly clock: SetClock;
  /** The code in the newest message of that kind. */
  codeFor(address: string, kind: MessageKind): string;
  close(): Promise<void>;
}

export async function startPrograms(options: Pick<LocalPoolsOptions, 'signingKeys'> = {}): Promise<Programs> {
  const clock = new SetClock(Date.now());
  const local = await startLocalPools({ stacks: [], port: 0, clock, signingKeys, log: () => undefined, ...options });
  const operator = program(local.origin, { accessKeyId: 'local', secretAccessKey: 'local' });
  const app = program(local.origin, () => Promise.reject(new Error('An app has no AWS credentials.')));
  const UserPoolId = await makePool(operator, 'people');
  const ClientId = await makeClient(operator, UserPoolId, 'web');
  return {
    operator,
    app,
    UserPoolId,
    ClientId,
    origin: local.origin,
    clock,
    codeFor: (address, kind) => local.inbox.latest(address, kind)?.code ?? '',
    async close() {
      operator.cognito.destroy();
      app.cognito.destroy();
      await local.close();
    },
  };
}

function program(
  endpoint: string,
  credentials: NonNullable<sdk.CognitoIdentityProviderClientConfig['credentials']>,
): Program {
  const cognito = new sdk.CognitoIdentityProviderClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
  const called = new Set<string>();
  cognito.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (request) => {
        const output = await next(request);
        called.add(commandName.replace(/Command$/, ''));
        return output;
      },
    { step: 'initialize', name: 'noteWhatSucceeds' },
  );
  return { cognito, called };
}

/** People sign in with e-mail; they may have an authenticator, and devices that stand in for it. */
export async function makePool({ cognito }: Program, PoolName: string): Promise<string> {
  const { UserPool } = await cognito.send(
    new sdk.CreateUserPoolCommand({
      PoolName,
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    }),
  );
  const { Id: UserPoolId } = UserPool ?? {};
  await cognito.send(
    new sdk.SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  );
  return UserPoolId ?? '';
}

/** A public client through which users sign in with a password. */
export async function makeClient({ cognito }: Program, UserPoolId: string, ClientName: string): Promise<string> {
  const { UserPoolClient } = await cognito.send(
    new sdk.CreateUserPoolClientCommand({
      UserPoolId,
      ClientName,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  return UserPoolClient?.ClientId ?? '';
}

/** A user whom the operator makes, with a password and a verified address. */
export async function addUser({ operator: { cognito }, UserPoolId }: Programs, Username: string): Promise<void> {
  await cognito.send(
    new sdk.AdminCreateUserCommand({
      UserPoolId,
      Username,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: Username },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  await cognito.send(
    new sdk.AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }),
  );
}

/** A sign-in of the app. */
export function signIn(
  { app, ClientId }: Programs,
  USERNAME: string,
  PASSWORD = password,
): Promise<sdk.InitiateAuthCommandOutput> {
  const AuthParameters = { USERNAME, PASSWORD };
  return app.cognito.send(new sdk.InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
}

/** The same, for a user who is asked for nothing more. */
export async function tokensOf(
  programs: Programs,
  username: string,
  secret = password,
): Promise<sdk.AuthenticationResultType> {
  const { AuthenticationResult, ChallengeName } = await signIn(programs, username, secret);
  if (AuthenticationResult === undefined) throw new Error(`${username} was asked for ${String(ChallengeName)}`);
  return AuthenticationResult;
}

/** Confirms the new device of a sign-in; gives its key. */
export async function confirmDevice(
  { app }: Programs,
  { AccessToken, NewDeviceMetadata }: sdk.AuthenticationResultType,
): Promise<string> {
  const { DeviceKey = '', DeviceGroupKey: groupKey = '' } = NewDeviceMetadata ?? {};
  const secret = { groupKey, key: DeviceKey, password: 'secret of the device' };
  const DeviceSecretVerifierConfig = deviceVerifier(secret, Buffer.alloc(16, 1));
  const confirmation = { AccessToken, DeviceKey, DeviceName: 'Laptop', DeviceSecretVerifierConfig };
  const { UserConfirmationNecessary } = await app.cognito.send(new sdk.ConfirmDeviceCommand(confirmation));
  expect(UserConfirmationNecessary).toBe(true);
  return DeviceKey;
}
