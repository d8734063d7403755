import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
  type AdminInitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import type { Journey } from './journey';

/** Satisfies the password policy of every fixture environment. */
export const password = 'Correct-Horse-9-Battery';
export const otherPassword = 'Another-Staple-7-Clip';

/** A confirmed user with a password, made by an administrator without any message; gives the stored username. */
export async function createUser({ cognito, UserPoolId }: Journey, email: string): Promise<string> {
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: email,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: true }),
  );
  return User?.Username ?? '';
}

/** A server-side sign-in with the confidential client of the fixture environments. */
export function signInAs(
  journey: Journey,
  email: string,
  PASSWORD: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<AdminInitiateAuthCommandOutput> {
  const backend = journey.client('backend');
  return journey.cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: journey.UserPoolId,
      ClientId: backend.ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD, ...backend.hash(email), ...extra },
    }),
  );
}

/** The same for a user of `createUser`. */
export function signIn(
  journey: Journey,
  email: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<AdminInitiateAuthCommandOutput> {
  return signInAs(journey, email, password, extra);
}

/** Registers an authenticator for a user of `createUser`, prefers it, and gives its secret. The code of the step before is spent. */
export async function enrolTotp(journey: Journey, email: string): Promise<string> {
  const { cognito, clock } = journey;
  const AccessToken = (await signIn(journey, email)).AuthenticationResult?.AccessToken;
  const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: totpCode(SecretCode, clock, -1) }));
  await cognito.send(
    new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }),
  );
  return SecretCode;
}
