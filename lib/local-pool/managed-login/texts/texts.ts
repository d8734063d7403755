import type { RefusalName } from '../refusals';

/** Good news and hints that a page shows above its form. */
export type InformationName = 'confirmed' | 'passwordChanged' | 'codeSent' | 'unconfirmed' | 'resetRequired';

/** The attributes that OpenID Connect Core 1.0 section 5.1 names, as far as users fill them in. */
export type LabelledAttribute =
  | 'address'
  | 'birthdate'
  | 'email'
  | 'family_name'
  | 'gender'
  | 'given_name'
  | 'locale'
  | 'middle_name'
  | 'name'
  | 'nickname'
  | 'phone_number'
  | 'picture'
  | 'preferred_username'
  | 'profile'
  | 'website'
  | 'zoneinfo';

/** Why a request does not lead to a sign-in; the page of `/error`. */
export type ErrorName =
  'invalid_request' | 'redirect_mismatch' | 'logout_mismatch' | 'unknown_client' | 'no_domain' | 'no_oauth' | 'csrf';

/** Every text of the pages, in one language. `{name}` stands for a value. */
export interface Texts {
  /** The language tag (BCP 47). */
  readonly tag: string;
  readonly errorTitle: string;
  readonly errorHeading: string;
  readonly footer: string;
  readonly inbox: string;
  readonly signIn: string;
  readonly signUp: string;
  readonly startAgain: string;
  readonly username: string;
  readonly emailOrPhone: string;
  readonly usernameOrAlias: string;
  readonly password: string;
  readonly newPassword: string;
  readonly forgotPassword: string;
  readonly noAccount: string;
  readonly haveAccount: string;
  readonly createAccount: string;
  readonly createAccountButton: string;
  readonly optional: string;
  readonly phoneHint: string;
  readonly policyLength: string;
  readonly policyLowercase: string;
  readonly policyUppercase: string;
  readonly policyNumbers: string;
  readonly policySymbols: string;
  readonly confirmTitle: string;
  readonly confirmButton: string;
  readonly code: string;
  readonly sentTo: string;
  readonly sent: string;
  readonly resendButton: string;
  readonly adminConfirms: string;
  readonly forgotTitle: string;
  readonly forgotIntroduction: string;
  readonly sendCodeButton: string;
  readonly resetTitle: string;
  readonly resetButton: string;
  readonly minutesLeft: string;
  readonly continueButton: string;
  readonly newPasswordTitle: string;
  readonly newPasswordIntroduction: string;
  readonly softwareTokenTitle: string;
  readonly softwareTokenIntroduction: string;
  readonly messageCodeTitle: string;
  readonly selectTitle: string;
  readonly selectLegend: string;
  readonly factors: { readonly [Factor in 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA']: string };
  readonly setUpTitle: string;
  readonly setUpIntroduction: string;
  readonly setUpToken: string;
  readonly setUpTokenSteps: string;
  readonly qrLabel: string;
  readonly secret: string;
  readonly setUpEmail: string;
  readonly setUpNothing: string;
  readonly attributes: { readonly [Name in LabelledAttribute]: string };
  readonly refusals: { readonly [Name in RefusalName]: string };
  readonly information: { readonly [Name in InformationName]: string };
  readonly errors: { readonly [Name in ErrorName]: string };
}

/** A text with its values filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
