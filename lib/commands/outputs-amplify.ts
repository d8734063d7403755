import type { ApplicationClient, ApplicationSettings } from './application-settings';
import { UsageError } from './usage-error';

/** https://amplify.aws/2024-02/outputs-schema.json; in it EMAIL is among the MFA methods. */
const schemaVersion = '1.4';

const mfaConfigurations = { OFF: 'NONE', OPTIONAL: 'OPTIONAL', ON: 'REQUIRED' } as const;
const mfaMethods = { SMS_MFA: 'SMS', SOFTWARE_TOKEN_MFA: 'TOTP', EMAIL_OTP: 'EMAIL' } as const;

/** Those that Amplify knows by name, by ProviderName; it finds others without being told. */
const identityProviders: Readonly<Record<string, string>> = {
  Google: 'GOOGLE',
  Facebook: 'FACEBOOK',
  LoginWithAmazon: 'LOGIN_WITH_AMAZON',
  SignInWithApple: 'SIGN_IN_WITH_APPLE',
};

/**
 * amplify_outputs.json for one client, which Amplify takes as it is. It has no field for an endpoint: that of a local pool
 * is under `custom`, where Amplify leaves things to the application (docs/local-pool.md).
 *
 * @throws UsageError when the client has a secret, which Amplify cannot send, or no logout URL beside its callback URLs
 */
export function amplifyOutputs(settings: ApplicationSettings, client: ApplicationClient): object {
  const { userPool, environment, endpoint } = settings;
  if (client.confidential) {
    throw new UsageError(
      `The app client ${client.name} of ${environment} has a client secret. Expected one without: Amplify runs where ` +
        'everybody can read it. Name another one with --client.',
    );
  }
  const { minimumLength, requireLowercase, requireUppercase, requireNumbers, requireSymbols } = userPool.passwordPolicy;
  return {
    version: schemaVersion,
    auth: {
      aws_region: settings.region,
      user_pool_id: settings.userPoolId,
      user_pool_client_id: client.id,
      ...(settings.identityPoolId !== undefined && { identity_pool_id: settings.identityPoolId }),
      unauthenticated_identities_enabled:
        settings.identityPoolId !== undefined && userPool.identityPool?.guests === true,
      username_attributes: userPool.usernameAttributes.length > 0 ? userPool.usernameAttributes : ['username'],
      standard_required_attributes: userPool.requiredAttributes,
      user_verification_types: userPool.autoVerifiedAttributes,
      mfa_configuration: mfaConfigurations[userPool.mfaConfiguration],
      mfa_methods: userPool.enabledMfas.map((factor) => mfaMethods[factor]),
      password_policy: {
        min_length: minimumLength,
        require_lowercase: requireLowercase,
        require_uppercase: requireUppercase,
        require_numbers: requireNumbers,
        require_symbols: requireSymbols,
      },
      ...passwordless(userPool),
      ...oauth(settings, client),
      groups: userPool.groups.map(({ name, precedence }) => ({
        [name]: { ...(precedence !== undefined && { precedence }) },
      })),
    },
    ...(endpoint !== undefined && { custom: { user_pool_endpoint: endpoint } }),
  };
}

function passwordless({ firstFactors, passkeys }: ApplicationSettings['userPool']): object {
  if (firstFactors.every((factor) => factor === 'PASSWORD')) return {};
  return {
    passwordless: {
      email_otp_enabled: firstFactors.includes('EMAIL_OTP'),
      sms_otp_enabled: firstFactors.includes('SMS_OTP'),
      ...(firstFactors.includes('WEB_AUTHN') &&
        passkeys !== undefined && {
          web_authn: { relying_party_id: passkeys.relyingPartyId, user_verification: passkeys.userVerification },
        }),
    },
  };
}

/** Amplify puts https:// before the domain: there is nothing to say where there are no pages. */
function oauth({ managedLoginDomain, environment }: ApplicationSettings, client: ApplicationClient): object {
  if (managedLoginDomain === undefined || !client.oauthFlows.includes('code')) return {};
  if (client.logoutUrls.length === 0) {
    throw new UsageError(
      `The app client ${client.name} of ${environment} has no logout URL. amplify_outputs.json wants one wherever there ` +
        'are callback URLs. Declare one in logoutUrls of its managedLogin, and deploy it.',
    );
  }
  return {
    oauth: {
      identity_providers: client.identityProviders.flatMap((name) => identityProviders[name] ?? []),
      domain: managedLoginDomain,
      scopes: client.scopes,
      redirect_sign_in_uri: client.callbackUrls,
      redirect_sign_out_uri: client.logoutUrls,
      response_type: 'code',
    },
  };
}
