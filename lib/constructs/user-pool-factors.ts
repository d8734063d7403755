import type { CfnUserPoolProps } from 'aws-cdk-lib/aws-cognito';
import type { Environment } from '../environments/environment';

type SignIn = Environment['signIn'];

/** The names of users. They are fixed when the pool is created; what is in the other list excludes this one. */
export function signInNames(
  signIn: SignIn,
): Pick<CfnUserPoolProps, 'usernameAttributes' | 'aliasAttributes' | 'usernameConfiguration'> {
  const usernameConfiguration = { caseSensitive: signIn.caseSensitive };
  switch (signIn.identifier) {
    case 'email':
    case 'phone_number':
      return { usernameAttributes: [signIn.identifier], usernameConfiguration };
    case 'email_or_phone_number':
      return { usernameAttributes: ['email', 'phone_number'], usernameConfiguration };
    case 'username':
      return {
        ...(signIn.aliases.length > 0 && { aliasAttributes: signIn.aliases.toSorted() }),
        usernameConfiguration,
      };
  }
}

/** The second factors. The service refuses any beside OFF, so that there is no list then. */
export function multiFactorAuthentication(
  mfa: Environment['mfa'],
): Pick<CfnUserPoolProps, 'mfaConfiguration' | 'enabledMfas'> {
  switch (mfa.mode) {
    case 'off':
      return { mfaConfiguration: 'OFF' };
    case 'optional':
      return { mfaConfiguration: 'OPTIONAL', enabledMfas: mfa.factors.toSorted() };
    case 'required':
      return { mfaConfiguration: 'ON', enabledMfas: mfa.factors.toSorted() };
  }
}

/** Without WEB_AUTHN among the first factors nobody can register a passkey: then these mean nothing. */
export function passkeyConfiguration(
  passkeys: Environment['passkeys'],
): Pick<CfnUserPoolProps, 'webAuthnRelyingPartyId' | 'webAuthnUserVerification' | 'webAuthnFactorConfiguration'> {
  if (passkeys.use === 'off') return {};
  return {
    webAuthnRelyingPartyId: passkeys.relyingPartyId,
    webAuthnUserVerification: passkeys.userVerification,
    webAuthnFactorConfiguration: passkeys.factorConfiguration,
  };
}

/** Remembered devices: the object alone switches them on, whatever its flags. */
export function deviceConfiguration(
  declared: Environment['deviceTracking'],
): Pick<CfnUserPoolProps, 'deviceConfiguration'> {
  if (declared.tracking === 'off') return {};
  const { challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt } = declared;
  return { deviceConfiguration: { challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt } };
}
