import {
  AdminRespondToAuthChallengeCommand,
  AdminUpdateUserAttributesCommand,
  AssociateSoftwareTokenCommand,
  VerifySoftwareTokenCommand,
  type AdminRespondToAuthChallengeCommandOutput,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import type { Journey } from './journey';

interface Asked {
  readonly ChallengeName?: ChallengeNameType | undefined;
  readonly Session?: string | undefined;
}

/** Answers a challenge through the confidential client. */
export function answerAs(
  journey: Journey,
  email: string,
  { ChallengeName, Session }: Asked,
  responses: Readonly<Record<string, string>>,
): Promise<AdminRespondToAuthChallengeCommandOutput> {
  const { ClientId, hash } = journey.client('backend');
  return journey.cognito.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId: journey.UserPoolId,
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: email, ...hash(email), ...responses },
    }),
  );
}

/** A verified phone number, given by an administrator. */
export function givePhone({ cognito, UserPoolId }: Journey, Username: string, phone: string): Promise<unknown> {
  return cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username,
      UserAttributes: [
        { Name: 'phone_number', Value: phone },
        { Name: 'phone_number_verified', Value: 'true' },
      ],
    }),
  );
}

/** Registers an authenticator for a signed-in user, and gives its secret. The code of the step before is spent. */
export async function registerToken(journey: Journey, AccessToken: string | undefined): Promise<string> {
  const { SecretCode = '' } = await journey.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = totpCode(SecretCode, journey.clock, -1);
  await journey.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  return SecretCode;
}
