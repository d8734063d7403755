import type { Environment } from './environment';

/** What users keep about themselves. */
const profile = ['name', 'given_name', 'family_name', 'locale'] as const;

const branding = {
  style: 'own',
  primaryColour: '#1a4d8f',
  primaryColourDark: '#8fc1ff',
  logo: 'branding/example.svg',
} as const;
const where = 'It came from {ip-address} ({city}, {country}) at {login-time}. If it was not you, change your password.';

/** Production: every protection of the plan PLUS is enforced, and users are kept. */
export const prod = {
  name: 'prod',
  class: 'production',
  posture: { assurance: 'aal2', composition: 'aws-fsbp' },
  account: '444455556666',
  region: 'eu-west-1',
  featurePlan: 'PLUS',
  signIn: { identifier: 'email', caseSensitive: false, firstFactors: ['PASSWORD', 'WEB_AUTHN'] },
  selfSignUp: { allowed: false },
  passwordPolicy: {
    minimumLength: 15,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
    temporaryPasswordValidityDays: 3,
    passwordHistorySize: 24,
  },
  mfa: { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] },
  // A way in that cannot be phished (NIST SP 800-63B-4 section 2.2.2).
  passkeys: {
    use: 'on',
    relyingPartyId: 'login.example.com',
    userVerification: 'required',
    factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  deviceTracking: {
    tracking: 'off',
    reason: 'A remembered browser must not stand in for the second factor (NIST SP 800-63B-4 section 5.1).',
  },
  autoVerifiedAttributes: ['email'],
  accountRecovery: ['verified_email'],
  verificationBeforeUpdate: { enabled: true },
  emailSender: {
    kind: 'ses',
    fromAddress: 'no-reply@example.com',
    fromName: 'Example',
    replyToAddress: 'support@example.com',
    verifiedIdentity: 'example.com',
    region: 'eu-west-1',
  },
  smsSender: { kind: 'none' },
  messages: {},
  threatProtection: {
    mode: 'enforced',
    customAuthentication: { mode: 'enforced' },
    riskConfiguration: {
      compromisedCredentials: { action: 'BLOCK', events: ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'] },
      accountTakeover: {
        low: { action: 'MFA_IF_CONFIGURED', notify: false },
        medium: { action: 'MFA_REQUIRED', notify: true },
        high: { action: 'BLOCK', notify: true },
        notification: {
          send: true,
          noActionEmail: {
            subject: 'A sign-in to your account',
            textBody: `Somebody signed in to your account. ${where}`,
            htmlBody: `<p>Somebody signed in to your account.</p><p>${where}</p>`,
          },
          mfaEmail: {
            subject: 'A sign-in to your account',
            textBody: `Somebody signed in to your account with your second factor. ${where}`,
            htmlBody: `<p>Somebody signed in to your account with your second factor.</p><p>${where}</p>`,
          },
          blockEmail: {
            subject: 'We stopped a sign-in to your account',
            textBody: `We stopped somebody who tried to sign in to your account. ${where}`,
            htmlBody: `<p>We stopped somebody who tried to sign in to your account.</p><p>${where}</p>`,
          },
        },
      },
      ipAddresses: { blocked: [], trusted: [] },
    },
  },
  webAcl: {
    use: 'on',
    requestsPerAddress: 500,
    managedRuleGroups: [
      { name: 'AWSManagedRulesAmazonIpReputationList', countedRules: [] },
      // The machines that ask for tokens run at hosting providers too.
      { name: 'AWSManagedRulesAnonymousIpList', countedRules: ['HostingProviderIPList'] },
      { name: 'AWSManagedRulesKnownBadInputsRuleSet', countedRules: [] },
      // An encrypted response of SAML is often longer than the 8 KB that this rule allows.
      { name: 'AWSManagedRulesCommonRuleSet', countedRules: ['SizeRestrictions_BODY'] },
    ],
    logRetentionDays: 365,
  },
  logDelivery: {
    messageErrors: { deliver: true, retentionDays: 90 },
    userActivity: { deliver: true, retentionDays: 365 },
  },
  monitoring: {
    alarms: 'on',
    subscribers: ['identity-team@example.com', 'on-call@example.com'],
    failedSignIns: { percent: 40, ofAtLeast: 50 },
    throttledRequests: 10,
    triggers: { errors: 5, milliseconds: 3500 },
    riskEvents: 20,
  },
  removal: { deletionProtection: { enabled: true }, policy: 'retain' },
  encryptionKey: { owner: 'aws' },
  issuer: 'ORIGINAL',
  replicas: [],
  standardAttributes: {
    email: { required: true, mutable: true },
    name: { required: false, mutable: true },
    given_name: { required: false, mutable: true },
    family_name: { required: false, mutable: true },
    locale: { required: false, mutable: true },
  },
  customAttributes: {
    tenant: { type: 'String', minLength: 1, maxLength: 64, mutable: false, authorization: true },
    legacy_id: { type: 'String', minLength: 1, maxLength: 64, mutable: false, authorization: false },
  },
  groups: {
    admins: { description: 'May manage users and settings.', precedence: 0 },
    members: { description: 'Ordinary users; whoever invites one adds them.', precedence: 10 },
  },
  managedLogin: {
    pages: 'on',
    domain: {
      kind: 'custom',
      name: 'login.example.com',
      certificate: { from: 'stack' },
      hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' },
      securityPolicy: 'TLS_V1_3_2025',
    },
    terms: {
      termsOfUse: {
        'cognito:default': 'https://www.example.com/terms',
        'cognito:japanese': 'https://www.example.com/ja/terms',
      },
      privacyPolicy: {
        'cognito:default': 'https://www.example.com/privacy',
        'cognito:japanese': 'https://www.example.com/ja/privacy',
      },
    },
  },
  resourceServers: {
    orders: {
      identifier: 'https://orders.example.com',
      scopes: { read: 'See orders.', write: 'Place and change orders.' },
    },
  },
  identityProviders: {
    workforce: {
      type: 'SAML',
      metadata: { from: 'url', url: 'https://id.example.com/saml/metadata' },
      signOut: true,
      encryptedResponses: true,
      signedRequests: true,
      idpInitiated: false,
      attributeMapping: { email: 'email', email_verified: 'email_verified', name: 'displayName' },
      identifiers: ['example.com'],
    },
  },
  clients: {
    web: {
      kind: 'browser',
      authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
      managedLogin: {
        use: 'on',
        callbackUrls: ['https://www.example.com/signed-in'],
        logoutUrls: ['https://www.example.com/'],
        scopes: ['openid', 'email', 'profile', 'https://orders.example.com/read', 'https://orders.example.com/write'],
        identityProviders: ['COGNITO', 'workforce'],
        branding,
      },
      refreshTokenRotation: { enabled: true, graceSeconds: 10 },
      accessTokenMinutes: 30,
      idTokenMinutes: 30,
      refreshTokenHours: 12,
      authSessionMinutes: 5,
      preventUserExistenceErrors: { enabled: true },
      tokenRevocation: { enabled: true },
      readAttributes: ['email', 'email_verified', ...profile, 'custom:tenant'],
      writeAttributes: ['email', ...profile],
    },
    phone: {
      kind: 'native',
      authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
      managedLogin: {
        use: 'on',
        callbackUrls: ['com.example.app:/signed-in', 'https://www.example.com/app/signed-in'],
        logoutUrls: ['com.example.app:/signed-out'],
        scopes: ['openid', 'email', 'profile', 'https://orders.example.com/read'],
        identityProviders: ['COGNITO', 'workforce'],
        branding,
      },
      refreshTokenRotation: { enabled: true, graceSeconds: 10 },
      accessTokenMinutes: 30,
      idTokenMinutes: 30,
      refreshTokenHours: 24,
      authSessionMinutes: 5,
      preventUserExistenceErrors: { enabled: true },
      tokenRevocation: { enabled: true },
      readAttributes: ['email', 'email_verified', ...profile, 'custom:tenant'],
      writeAttributes: ['email', ...profile],
    },
    backend: {
      kind: 'server',
      authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
      secretRotation: { enabled: true, everyDays: 30, graceDays: 2 },
      propagateAdditionalUserContextData: true,
      managedLogin: { use: 'off' },
      refreshTokenRotation: { enabled: true, graceSeconds: 10 },
      accessTokenMinutes: 30,
      idTokenMinutes: 30,
      refreshTokenHours: 24,
      authSessionMinutes: 5,
      preventUserExistenceErrors: { enabled: true },
      tokenRevocation: { enabled: true },
      readAttributes: ['email', 'email_verified', ...profile, 'custom:tenant', 'custom:legacy_id'],
      writeAttributes: ['email', ...profile],
    },
    robot: {
      kind: 'machine',
      scopes: ['https://orders.example.com/read'],
      accessTokenMinutes: 30,
      secretRotation: { enabled: true, everyDays: 30, graceDays: 2 },
    },
  },
  identityPool: { credentials: 'none' },
  triggers: {
    functions: { memoryMegabytes: 256, provisionedConcurrency: 2 },
    preTokenGeneration: { eventVersion: 'V2_0', groupsClaim: 'groups', attributeClaims: { tenant: 'custom:tenant' } },
    customMessage: { productName: 'Example' },
    postAuthentication: {},
  },
  waivers: [],
  tags: { project: 'userpool', environment: 'prod', owner: 'identity-team', 'data-class': 'personal' },
} as const satisfies Environment;
