import type { Destination } from '../messages/destination';
import type { Client, Pool } from '../pool';
import type { MfaFactor } from '../settings/pool-settings';
import type { Exchange } from '../srp/exchange';
import type { PendingChallenge } from '../state/sessions';
import type { User } from '../state/user';
import type { CustomChallenge } from '../triggers/auth-challenge';
import type { CustomAuth } from './custom-auth';

/** Challenges that this pool offers; the names are those of the wire. */
export type OfferedChallenge =
  | 'NEW_PASSWORD_REQUIRED'
  | 'SOFTWARE_TOKEN_MFA'
  | 'SMS_MFA'
  | 'EMAIL_OTP'
  | 'SELECT_MFA_TYPE'
  | 'CUSTOM_CHALLENGE'
  | 'SELECT_CHALLENGE'
  | 'SMS_OTP'
  | 'MFA_SETUP'
  | 'PASSWORD_VERIFIER'
  | 'DEVICE_SRP_AUTH'
  | 'DEVICE_PASSWORD_VERIFIER';

/** What a sign-in has settled so far. It goes with the session from one request to the next. */
export interface Settled {
  /** The DEVICE_KEY that the client presented. */
  readonly deviceKey: string | undefined;
  /** Whether this sign-in chose a new password; the token trigger then has another source. */
  readonly choseNewPassword: boolean;
  /** Whether the second factor was shown. */
  readonly secondFactorShown: boolean;
  /** Whether the answer that showed it named the user by another name than the stored one. */
  readonly secondFactorUnderAlias?: boolean | undefined;
  /** The device whose secret was proved. */
  readonly provenDeviceKey: string | undefined;
  /** The address that the user gave to set up e-mail as a factor; theirs once its code was right. */
  readonly proposedEmail?: string | undefined;
  /** A code by message in the place of the password: whether it is asked for, or was right. */
  readonly passwordless?: 'asked' | 'shown' | undefined;
  /** The name that was given, where nobody has it and the client is not told: the sign-in never ends in tokens. */
  readonly nobody?: string | undefined;
  /** Begun at the pages of managed login: it ends in an authorization of the app, not in tokens. */
  readonly endsIn?: 'authorization' | undefined;
  /** CUSTOM_AUTH: what its triggers have asked so far. */
  readonly custom?: CustomAuth | undefined;
}

/** What a challenge must remember between its offer and the answer; each has fields of its own. */
export interface Memory {
  /** MFA_SETUP: whether a code of the proposed authenticator was right (VerifySoftwareToken with this session). */
  readonly softwareTokenVerified?: boolean;
  /** PASSWORD_VERIFIER and DEVICE_PASSWORD_VERIFIER: the exchange that the claim belongs to. */
  readonly exchange?: Exchange;
  /** SMS_MFA and EMAIL_OTP: the code of this session, and where it went. */
  readonly messageCode?: { readonly code: string; readonly to: Destination };
  /** SELECT_MFA_TYPE: the factors to choose from. */
  readonly mfaChoices?: readonly MfaFactor[];
  /** CUSTOM_CHALLENGE: what its answer is held against. */
  readonly customChallenge?: CustomChallenge;
}

/** A sign-in under way: what a session stands for between two requests. */
export interface SignIn extends PendingChallenge, Settled {
  /** The challenge that the next answer must meet. */
  readonly challenge: OfferedChallenge;
  readonly memory: Memory;
}

/** A sign-in in the request that continues it. */
export interface Attempt extends Settled {
  readonly pool: Pool;
  readonly client: Client;
  /** As it stood when this request began; state that matters is read anew through `pool.users`. */
  readonly user: User;
  readonly clientMetadata: Readonly<Record<string, string>>;
  /** What this request brought for the SRP challenge that it is about to be asked. */
  readonly srp?: SrpStart;
}

export interface SrpStart {
  /** SRP_A. */
  readonly A: bigint;
  /** Whether the client gets a Session, or the SECRET_BLOCK alone stands for the sign-in, as in plain USER_SRP_AUTH. */
  readonly answeredBy: 'session' | 'secret-block';
}

/** A sign-in of which nothing is settled but the device that it says it comes from. */
export function nothingSettled(deviceKey: string | undefined): Settled {
  return { deviceKey, choseNewPassword: false, secondFactorShown: false, provenDeviceKey: undefined };
}

/** The settled part alone. */
export function settledOf(settled: Settled): Settled {
  const { deviceKey, choseNewPassword, secondFactorShown, secondFactorUnderAlias, provenDeviceKey } = settled;
  const { proposedEmail, passwordless, nobody, endsIn, custom } = settled;
  return {
    deviceKey,
    choseNewPassword,
    secondFactorShown,
    secondFactorUnderAlias,
    provenDeviceKey,
    proposedEmail,
    passwordless,
    nobody,
    endsIn,
    custom,
  };
}
