import type { InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { ExpectationError, present } from './expectation-error';
import type { AnsweredChallengeName, NewDevice, OpenChallenge, Tokens } from './progress';
import type { Secrets } from './secrets';
import type { SrpChallenge } from './srp';

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
export function readChallenge(
  output: AuthOutput,
  expected: Exclude<AnsweredChallengeName, 'CUSTOM_CHALLENGE' | 'DEVICE_SRP_AUTH'>,
  secrets: Secrets,
): OpenChallenge {
  const parameter = challengeParameters(output, expected);
  return {
    name: expected,
    session: secrets.keep(present(output.Session, 'Session')),
    username: parameter('USER_ID_FOR_SRP'),
  };
}

/**
 * A challenge in an answer that has no USER_ID_FOR_SRP: the parameters of DEVICE_SRP_AUTH are not documented, and those of
 * CUSTOM_CHALLENGE are the pool's own. Its name is the one that the sign-in is for.
 *
 * @param username as the service stores it
 * @throws ExpectationError when it is another challenge, or tokens
 */
export function readChallengeFor(
  username: string,
  output: AuthOutput,
  expected: 'CUSTOM_CHALLENGE' | 'DEVICE_SRP_AUTH',
  secrets: Secrets,
): OpenChallenge {
  challengeParameters(output, expected);
  return { name: expected, session: secrets.keep(present(output.Session, 'Session')), username };
}

/** @throws ExpectationError when an answer is not that challenge, or lacks what it takes to compute the proof */
export function readSrpChallenge(
  output: AuthOutput,
  expected: 'PASSWORD_VERIFIER' | 'DEVICE_PASSWORD_VERIFIER',
  secrets: Secrets,
): SrpChallenge {
  const parameter = challengeParameters(output, expected);
  return {
    salt: parameter('SALT'),
    publicKey: parameter('SRP_B'),
    secretBlock: secrets.keep(parameter('SECRET_BLOCK')),
  };
}

/** @throws ExpectationError when an answer is not that challenge, or a parameter that is asked for is not there */
export function challengeParameters(output: AuthOutput, expected: string): (name: string) => string {
  if (output.ChallengeName !== expected) {
    const got = output.ChallengeName ?? (output.AuthenticationResult === undefined ? 'nothing' : 'tokens');
    throw new ExpectationError(`The service answered with ${got}; expected the challenge ${expected}.`);
  }
  return (name) => present(output.ChallengeParameters?.[name], `ChallengeParameters.${name}`);
}
