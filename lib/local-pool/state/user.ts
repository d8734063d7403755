import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import type { PasswordRecord } from '../passwords/password-record';
import type { MfaFactor } from '../settings/pool-settings';

/** The statuses of a local (not federated) user (UserType.UserStatus). */
export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';

/** A user of the pool. Records are replaced, never written to; times are milliseconds since the epoch. */
export interface User {
  /** The stored username: in a pool that signs in with e-mail it is the sub, and the address is only an attribute. */
  readonly username: string;
  readonly sub: string;
  /** Without `sub`; values are strings, as on the wire. */
  readonly attributes: Readonly<Record<string, string>>;
  /** New addresses or phone numbers that count only once they are verified. */
  readonly pendingAttributes: Readonly<Record<string, string>>;
  readonly status: UserStatus;
  readonly enabled: boolean;
  readonly created: number;
  readonly modified: number;
  readonly password: PasswordRecord | undefined;
  /** When the temporary password stops working; undefined for a permanent one. */
  readonly temporaryPasswordExpires: number | undefined;
  /** Earlier passwords, newest first, at most as many as the policy remembers. */
  readonly passwordHistory: readonly PasswordRecord[];
  /** The registered authenticator (VerifySoftwareToken). */
  readonly softwareToken: SoftwareToken | undefined;
  /** A secret that AssociateSoftwareToken handed out and no code has proved yet; Base32 without padding. */
  readonly proposedSecret: string | undefined;
  readonly mfa: MfaPreference;
  readonly groups: readonly string[];
  /** Identities of other providers that an administrator linked to this user, oldest first. */
  readonly links: readonly ProviderLink[];
  readonly devices: readonly Device[];
}

/** A TOTP secret that the user has proved to hold. */
export interface SoftwareToken {
  /** Base32 without padding. */
  readonly secret: string;
  readonly friendlyDeviceName: string | undefined;
  /** 30-second steps whose code was accepted; each code counts once. */
  readonly spentSteps: readonly number[];
}

export interface MfaPreference {
  readonly enabled: readonly MfaFactor[];
  readonly preferred: MfaFactor | undefined;
  /** Whether SMS_MFA was switched on by the older SetUserSettings: it is then told as MFAOptions and in no list. */
  readonly smsByOption?: boolean;
}

/** Who a user is at another identity provider (ProviderUserIdentifierType). */
export interface ProviderLink {
  readonly providerName: string;
  /** Cognito_Subject, or the attribute of the pool that the provider's claim is mapped to. */
  readonly attributeName: string;
  readonly attributeValue: string;
  readonly providerType: IdentityProviderTypeType;
  readonly created: number;
}

/** A tracked device; it is known from NewDeviceMetadata on and usable from ConfirmDevice on. */
export interface Device {
  readonly key: string;
  readonly groupKey: string;
  readonly name: string | undefined;
  readonly confirmed: boolean;
  readonly remembered: boolean;
  /** Whether the second factor was shown where it was confirmed, or beside it since: only then it stands in for that. */
  readonly standsInForSecondFactor: boolean;
  /** What ConfirmDevice sent: the SRP verifier and salt of the device secret, Base64. */
  readonly verifier: { readonly passwordVerifier: string; readonly salt: string } | undefined;
  readonly created: number;
  readonly modified: number;
  readonly lastAuthenticated: number;
}
