/** What Cognito has and the local user pool leaves out. */
export interface Feature {
  /** How it is named at start and in the refusals of operations (NotSimulatedException). */
  readonly name: string;
  /** What the local pool does not do, for whoever reads the start-up list. */
  readonly reason: string;
  /** The requests that need it and are therefore refused, or why none has to be. */
  readonly refused: string;
}

/** Every feature that a template can ask for without getting it here. */
export const features = {
  srp: {
    name: 'USER_SRP_AUTH',
    reason: 'Signing in by Secure Remote Password is not there yet.',
    refused: 'InitiateAuth and AdminInitiateAuth with USER_SRP_AUTH; RespondToAuthChallenge with PASSWORD_VERIFIER.',
  },
  customAuth: {
    name: 'CUSTOM_AUTH',
    reason: 'The triggers DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse are not run.',
    refused: 'InitiateAuth and AdminInitiateAuth with CUSTOM_AUTH.',
  },
  userAuth: {
    name: 'USER_AUTH',
    reason: 'Choice-based sign-in, and with it passwordless sign-in, is not there.',
    refused: 'InitiateAuth and AdminInitiateAuth with USER_AUTH.',
  },
  passkeys: {
    name: 'WEB_AUTHN',
    reason: 'Passkeys cannot be registered and are no factor.',
    refused: 'StartWebAuthnRegistration and its kin; InitiateAuth with USER_AUTH.',
  },
  deviceSignIn: {
    name: 'Signing in with a remembered device (DEVICE_SRP_AUTH)',
    reason: 'Devices are tracked, confirmed and bound to refresh tokens, but do not sign in yet.',
    refused: 'InitiateAuth, AdminInitiateAuth and RespondToAuthChallenge with the DEVICE_KEY of a remembered device.',
  },
  sms: {
    name: 'SMS',
    reason: 'No text message is sent, to nobody and to no inbox.',
    refused:
      'SignUp, ResendConfirmationCode, ForgotPassword and AdminResetUserPassword where the code would go to a phone ' +
      'number; SetUserMFAPreference, AdminSetUserMFAPreference and SetUserPoolMfaConfig for SMS.',
  },
  emailMfa: {
    name: 'EMAIL_OTP',
    reason: 'E-mail is no second factor here.',
    refused: 'SetUserMFAPreference, AdminSetUserMFAPreference and SetUserPoolMfaConfig for e-mail.',
  },
  managedLogin: {
    name: 'Managed login',
    reason: 'The OAuth 2.0 endpoints and the pages at the domain of the pool are not there yet.',
    refused: 'Nothing answers at /oauth2, /login and /logout; the API signs in the same with or without them.',
  },
  federation: {
    name: 'Federation',
    reason: 'No other identity provider is asked; it would be reached through managed login.',
    refused: 'As managed login; AdminLinkProviderForUser and the operations on identity providers.',
  },
  customSender: {
    name: 'Custom sender',
    reason: 'The sender triggers run after the fact and their result is ignored; the message goes to the inbox.',
    refused: 'None: whether a message arrives changes no answer of the service.',
  },
  threatProtection: {
    name: 'Threat protection',
    reason: 'No risk is assessed and no compromised password is known.',
    refused: 'AdminListUserAuthEvents, UpdateAuthEventFeedback and the operations on risk configurations.',
  },
  multiRegion: {
    name: 'Multi-Region replication',
    reason: 'One pool in one Region is run.',
    refused: 'The operations on replicas.',
  },
  identityPool: {
    name: 'Identity pool',
    reason: 'AWS credentials are given out by another service (cognito-identity), which is not run.',
    refused: 'Nothing answers for cognito-identity.',
  },
  templateUsers: {
    name: 'Users in the template',
    reason: 'The pool starts without users.',
    refused: 'Operations on these users find none: make them with AdminCreateUser.',
  },
  webApplicationFirewall: {
    name: 'AWS WAF',
    reason: 'No web ACL stands before the local pool.',
    refused: 'None: what the web ACL would block passes.',
  },
  customResource: {
    name: 'Custom resource',
    reason: 'It knows the pool and runs at deployment, where it may change settings that no template shows.',
    refused: 'None: the settings are those of the template.',
  },
  lambdaLayer: {
    name: 'Lambda layer',
    reason: 'Layers are not in the assembly; the function runs without them.',
    refused: 'None: a function that needs its layer fails, and the operation with it.',
  },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof features;
