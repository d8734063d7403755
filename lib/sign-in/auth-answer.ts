import type { InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { ExpectationError, present } from './expectation-error';
import type { NewDevice, OpenChallenge, Tokens } from './progress';
import type { Secrets } from './secrets';

/** The part that the answers of all four sign-in operations share. */
export type AuthOutput = Pick<
  InitiateAuthCommandOutput,
  'AuthenticationResult' | 'ChallengeName' | 'ChallengeParameters' | 'Session'
>;

export interface SignedIn {
  readonly tokens: Tokens;
  readonly newDevice: NewDevice | undefined;
}

/** The tokens in an answer. @throws ExpectationError when it is a challenge */
export function readTokens(output: AuthOutput, secrets: Secrets): SignedIn {
  const { AuthenticationResult: result, ChallengeName: challenge } = output;
  if (result === undefined)
    throw new ExpectationError(`The service answered with ${challenge ?? 'neither'}; expected tokens.`);
  const { NewDeviceMetadata: device } = result;
  return {
    tokens: {
      accessToken: secrets.keep(present(result.AccessToken, 'AccessToken')),
      idToken: secrets.keep(present(result.IdToken, 'IdToken')),
      refreshToken: secrets.keep(present(result.RefreshToken, 'RefreshToken')),
    },
    newDevice: device && {
      key: present(device.DeviceKey, 'NewDeviceMetadata.DeviceKey'),
      groupKey: present(device.DeviceGroupKey, 'NewDeviceMetadata.DeviceGroupKey'),
    },
  };
}

/** The challenge in an answer. @throws ExpectationError when it is another one, or tokens */
export function readChallenge(output: AuthOutput, expected: OpenChallenge['name'], secrets: Secrets): OpenChallenge {
  if (output.ChallengeName !== expected) {
    const got = output.ChallengeName ?? (output.AuthenticationResult === undefined ? 'nothing' : 'tokens');
    throw new ExpectationError(`The service answered with ${got}; expected the challenge ${expected}.`);
  }
  return {
    name: expected,
    session: secrets.keep(present(output.Session, 'Session')),
    username: present(output.ChallengeParameters?.['USER_ID_FOR_SRP'], 'ChallengeParameters.USER_ID_FOR_SRP'),
  };
}
