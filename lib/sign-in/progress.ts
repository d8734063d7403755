import type { DeviceSecret } from './device-verifier';

/** Tokens of a sign-in. */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** NewDeviceMetadata: the device that the service began to track with this sign-in. */
export interface NewDevice {
  readonly key: string;
  readonly groupKey: string;
}

/** The challenges that the journeys answer, SRP aside. */
export type AnsweredChallengeName =
  | 'CUSTOM_CHALLENGE'
  | 'DEVICE_SRP_AUTH'
  | 'MFA_SETUP'
  | 'NEW_PASSWORD_REQUIRED'
  | 'SELECT_MFA_TYPE'
  | 'SMS_MFA'
  | 'SOFTWARE_TOKEN_MFA';

/** A challenge that waits for its answer. */
export interface OpenChallenge {
  readonly name: AnsweredChallengeName;
  readonly session: string;
  /** USER_ID_FOR_SRP: the USERNAME of the answer. With the alias instead, ConfirmDevice is refused later. */
  readonly username: string;
}

/** The authenticator of the user. */
export interface SoftwareToken {
  /** The shared secret in Base32. */
  readonly secretCode: string;
  /** The newest 30-second step whose code was used: each counts once. */
  readonly lastStep: number | undefined;
}

/** What the journey has in hand. Each step gives the next one a new one; secrets are here and nowhere else. */
export interface Progress {
  /** As the service stores it: a UUID where users sign in with their address. */
  readonly username?: string;
  readonly challenge?: OpenChallenge;
  readonly tokens?: Tokens;
  readonly newDevice?: NewDevice | undefined;
  readonly softwareToken?: SoftwareToken;
  /** The confirmed device. */
  readonly device?: DeviceSecret | undefined;
  /** Where the service sent the newest code. */
  readonly codeSentTo?: string;
  /** The newest code that came with a message. */
  readonly messageCode?: string;
  /** Attributes that NEW_PASSWORD_REQUIRED asks for, without their prefix. */
  readonly attributesAskedFor?: readonly string[];
  /** A password that the user had before. */
  readonly formerPassword?: string;
  /** An authenticator that the user does not have any more. */
  readonly lostToken?: SoftwareToken;
  /** Another session of the same user, at the same time. */
  readonly elsewhere?: Progress;
  /** What the other user of the journey has in hand. */
  readonly other?: Progress;
}

/** A step of the journey stands where it cannot work: a fault of this program. */
export class StepOrderError extends Error {
  override readonly name = 'StepOrderError';
}

/** What an earlier step has left. @throws StepOrderError */
export function held<Key extends keyof Progress>(progress: Progress, key: Key): NonNullable<Progress[Key]> {
  const value = progress[key];
  if (value === undefined) throw new StepOrderError(`no earlier step has left ${key}`);
  return value;
}
