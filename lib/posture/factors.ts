import { notKnown, read, textsIn, type Reading } from './reading';
import type { Located } from './subject';
import { all, names, says, type Truth } from './truth';
import { valueAt } from './value-at';

const none: Reading = { kind: 'known', value: [] };

const settingsOfSecondFactors = [
  'MfaConfiguration',
  'EnabledMfas',
  'SmsConfiguration',
  'EmailAuthenticationMessage',
  'EmailAuthenticationSubject',
] as const;

/**
 * The second factors of a user pool by their names in EnabledMfas; none while MFA is off. A text of e-mail MFA brings its
 * factor, and a pool with MFA that lists no factor has the one that SmsConfiguration gives (SetUserPoolMfaConfig,
 * CreateUserPool).
 */
export function secondFactors({ resource }: Located): Reading {
  const mode = read(resource, 'MfaConfiguration');
  if (mode.kind === 'absent' || says(mode, 'OFF') === true) return none;
  const listed = read(resource, 'EnabledMfas');
  const bySms = read(resource, 'SmsConfiguration');
  const texts = ['EmailAuthenticationMessage', 'EmailAuthenticationSubject'].map((each) => read(resource, each));
  // A list is refused beside OFF, so that one counts whatever the mode is.
  const unknown = [listed, ...texts, ...(listed.kind === 'absent' ? [mode] : [])].find(
    ({ kind }) => kind === 'unknown',
  );
  if (unknown?.kind === 'unknown')
    return notKnown(unknown.why, ...settingsOfSecondFactors.map((each) => valueAt(resource, each)));
  const written = listed.kind === 'absent' ? (bySms.kind === 'absent' ? [] : ['SMS_MFA']) : textsIn(listed);
  if (written === undefined) return listed;
  const byEmail = texts.some(({ kind }) => kind === 'known') ? ['EMAIL_OTP'] : [];
  return { kind: 'known', value: [...new Set([...written, ...byEmail])] };
}

export const firstFactorsProperty = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/** All that decides on second factors and on what may take their place. */
export const settingsOfFactors: readonly string[] = [
  ...settingsOfSecondFactors,
  firstFactorsProperty,
  'WebAuthnUserVerification',
  'WebAuthnFactorConfiguration',
];

/** With what a sign-in by USER_AUTH may begin: the password alone where nothing is said. */
export function firstFactors({ resource }: Located): Reading {
  const written = read(resource, firstFactorsProperty);
  return written.kind === 'absent' ? { kind: 'known', value: ['PASSWORD'] } : written;
}

/** Those of a list that are among the names, so that a change of the others changes nothing. */
export function among(reading: Reading, wanted: readonly string[]): Reading {
  const texts = textsIn(reading);
  return texts === undefined ? reading : { kind: 'known', value: texts.filter((each) => wanted.includes(each)) };
}

/** The value of WebAuthnFactorConfiguration by which a passkey counts as two factors. */
export const multiFactorPasskey = 'MULTI_FACTOR_WITH_USER_VERIFICATION';

/** Whether users may sign in with a passkey that counts as two factors, which no one can phish. */
export function offersMultiFactorPasskeys(pool: Located): Truth {
  return all([
    names(firstFactors(pool), 'WEB_AUTHN'),
    says(read(pool.resource, 'WebAuthnUserVerification'), 'required'),
    says(read(pool.resource, 'WebAuthnFactorConfiguration'), multiFactorPasskey),
  ]);
}
