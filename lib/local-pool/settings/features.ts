/** What Cognito has and the local user pool leaves out. */
export interface Feature {
  /** How it is named at start and in the refusals of operations (NotSimulatedException). */
  readonly name: string;
  /** What the local pool does not do, for whoever reads the start-up list. */
  readonly reason: string;
  /** The requests that need it and are therefore refused, or why none has to be. */
  readonly refused: string;
}

/** Every feature that a template or a request can ask for without getting it here. */
export const features = {
  passkeys: {
    name: 'WEB_AUTHN',
    reason: 'Passkeys cannot be registered and are no factor.',
    refused: 'StartWebAuthnRegistration and its kin; USER_AUTH where WEB_AUTHN is the challenge.',
  },
  managedLoginBranding: {
    name: 'Managed login branding',
    reason: 'The pages of managed login have one look of their own, without terms of use.',
    refused:
      'The operations on branding and terms. The look of the classic pages is kept and told again; no page shows either.',
  },
  implicitGrant: {
    name: 'Implicit grant',
    reason: 'The authorization endpoint gives out codes only; tokens in a URL are given out by nobody.',
    refused: 'response_type=token at /oauth2/authorize (unsupported_response_type).',
  },
  federation: {
    name: 'Federation',
    reason: 'No other identity provider is asked; the pages of managed login are for users of the pool itself.',
    refused:
      'identity_provider and idp_identifier at /oauth2/authorize, unless COGNITO; GetSigningCertificate. Identity ' +
      'providers are kept and told again, users linked to their identities.',
  },
  threatProtection: {
    name: 'Threat protection',
    reason: 'No risk is assessed and no compromised password is known: what the service would block passes.',
    refused: 'The operations on authentication events. Risk configurations are kept and told again.',
  },
  multiRegion: {
    name: 'Multi-Region replication',
    reason: 'A pool is in one Region and has no copies.',
    refused: 'The operations on replicas.',
  },
  userImport: {
    name: 'User import',
    reason: 'No file is uploaded and no import job runs.',
    refused: 'The operations on import jobs. GetCSVHeader is answered.',
  },
  clientTokens: {
    name: 'Client tokens',
    reason: 'A client gets a token of its own at the token endpoint (client_credentials), and by no operation.',
    refused: 'GetClientToken.',
  },
  requestRates: {
    name: 'Request rates',
    reason: 'Rates belong to an AWS account; requests are not limited by account and by second.',
    refused: 'GetProvisionedLimit and UpdateProvisionedLimit.',
  },
  identityPool: {
    name: 'Identity pool',
    reason: 'AWS credentials are given out by another service (cognito-identity), which is not run.',
    refused: 'Nothing answers for cognito-identity.',
  },
  otherPools: {
    name: 'Parts of other pools',
    reason: 'App clients, groups and the like are left out whose pool is not run, or known only after deployment.',
    refused: 'None: operations do not find them.',
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
