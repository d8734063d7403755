import { password, type BuiltPool } from './pool-builder';
import { totpCode } from './totp-code';

/** What the tests look at in the answer to a sign-in: tokens, or the next challenge. */
export interface SignInReply {
  readonly ChallengeName?: string;
  readonly ChallengeParameters?: Readonly<Record<string, string>>;
  readonly Session?: string;
  readonly AuthenticationResult?: {
    readonly AccessToken: string;
    readonly IdToken: string;
    readonly RefreshToken?: string;
    readonly NewDeviceMetadata?: { readonly DeviceKey: string; readonly DeviceGroupKey: string };
  };
}

type Parameters = Readonly<Record<string, string>>;

/** USER_PASSWORD_AUTH, by default with the right password and through `app`. */
export function signIn(
  { call, client }: BuiltPool,
  name: string,
  parameters: Parameters = {},
  clientName = 'app',
): Promise<SignInReply> {
  return call('InitiateAuth', {
    ClientId: client(clientName).id,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: name, PASSWORD: password, ...parameters },
  });
}

export function refresh({ call, client }: BuiltPool, parameters: Parameters, clientName = 'app'): Promise<SignInReply> {
  return call('InitiateAuth', {
    ClientId: client(clientName).id,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: parameters,
    ClientMetadata: { sent: 'with the refresh' },
  });
}

export function answer(
  { call, client }: BuiltPool,
  { ChallengeName, Session }: SignInReply,
  responses: Parameters,
): Promise<SignInReply> {
  return call('RespondToAuthChallenge', {
    ClientId: client('app').id,
    ChallengeName,
    Session,
    ChallengeResponses: responses,
  });
}

/** Registers an authenticator for a signed-in user, prefers it, and gives its secret. The code of the step before is spent. */
export async function enrolTotp(built: BuiltPool, name: string): Promise<string> {
  const AccessToken = await built.accessToken(name, password);
  const { SecretCode } = await built.call('AssociateSoftwareToken', { AccessToken });
  const secret = String(SecretCode);
  await built.call('VerifySoftwareToken', { AccessToken, UserCode: totpCode(secret, built.clock, -1) });
  await built.call('SetUserMFAPreference', {
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  return secret;
}
