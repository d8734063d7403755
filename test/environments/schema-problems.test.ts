import { checkEnvironments } from '../../lib/environments/check';
import type { Problem } from '../../lib/environments/problem';
import { broken, draft, problemsOf, today } from './draft';

interface Row {
  readonly what: string;
  readonly place: string;
  readonly value: unknown;
  readonly problem: Partial<Problem>;
}

const shapes: readonly Row[] = [
  {
    what: 'a misspelt key, with the key that was meant',
    place: 'featurePlann',
    value: 'PLUS',
    problem: {
      path: 'featurePlann',
      got: `the key "featurePlann" with 'PLUS'`,
      instead: 'Write "featurePlan" if that is meant; else remove "featurePlann".',
    },
  },
  {
    what: 'a misspelt key inside, with the keys that are allowed there',
    place: 'removal.keep',
    value: true,
    problem: { path: 'removal.keep', allowed: 'deletionProtection or policy', instead: 'Remove "keep".' },
  },
  {
    what: 'a misspelt trigger',
    place: 'triggers.preSignup',
    value: {},
    problem: { path: 'triggers.preSignup', instead: 'Write "preSignUp" if that is meant; else remove "preSignup".' },
  },
  {
    what: 'a misspelt standard attribute, with the attributes that there are',
    place: 'standardAttributes.emial',
    value: { required: true, mutable: true },
    problem: {
      path: 'standardAttributes.emial',
      allowed: expect.stringContaining('birthdate, email, family_name') as string,
      instead: 'Write "email" if that is meant; else remove "emial".',
    },
  },
  {
    what: 'a key where none is known',
    place: 'triggers.postAuthentication.level',
    value: 1,
    problem: { path: 'triggers.postAuthentication.level', allowed: 'no keys', instead: 'Remove "level".' },
  },
  {
    what: 'a key of another kind of union',
    place: 'deviceTracking.reason',
    value: 'A reason of a fitting length.',
    problem: {
      path: 'deviceTracking.reason',
      allowed: 'tracking, challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt or unusedDevices',
    },
  },
  {
    what: 'a missing field, with what it means',
    place: 'passwordPolicy.minimumLength',
    value: undefined,
    problem: {
      path: 'passwordPolicy.minimumLength',
      got: 'nothing',
      allowed: 'a whole number from 6 to 99',
      instead: 'Add "minimumLength": a whole number from 6 to 99. Characters.',
    },
  },
  {
    what: 'a missing section',
    place: 'mfa',
    value: undefined,
    problem: { path: 'mfa', got: 'nothing', allowed: 'an object with mode "off", "optional" or "required"' },
  },
  {
    what: 'a number out of range',
    place: 'passwordPolicy.minimumLength',
    value: 5,
    problem: { path: 'passwordPolicy.minimumLength', got: '5', allowed: 'a whole number from 6 to 99' },
  },
  {
    what: 'a number above what the service can keep',
    place: 'groups.admins.precedence',
    value: 2 ** 31,
    problem: { path: 'groups.admins.precedence', got: '2147483648', allowed: 'a whole number from 0 to 2147483647' },
  },
  {
    what: 'a fraction',
    place: 'clients.web.accessTokenMinutes',
    value: 7.5,
    problem: { path: 'clients.web.accessTokenMinutes', got: '7.5', allowed: 'a whole number from 5 to 1440' },
  },
  {
    what: 'text for a number',
    place: 'clients.web.refreshTokenHours',
    value: '24',
    problem: { path: 'clients.web.refreshTokenHours', got: `'24'`, allowed: 'a whole number from 1 to 87600' },
  },
  {
    what: 'text for true',
    place: 'passwordPolicy.requireSymbols',
    value: 'true',
    problem: { path: 'passwordPolicy.requireSymbols', got: `'true'`, allowed: 'true or false' },
  },
  {
    what: 'one value for a list',
    place: 'clients.web.readAttributes',
    value: 'email',
    problem: { path: 'clients.web.readAttributes', got: `'email'`, allowed: 'a list of at least 1: text' },
  },
  {
    what: 'an empty list',
    place: 'mfa.factors',
    value: [],
    problem: {
      path: 'mfa.factors',
      got: '[]',
      allowed: 'a list of at least 1: "SOFTWARE_TOKEN_MFA", "SMS_MFA" or "EMAIL_OTP"',
    },
  },
  {
    what: 'a list that is too long, with what it may hold',
    place: 'accountRecovery',
    value: ['verified_email', 'verified_phone_number', 'admin_only'],
    problem: {
      path: 'accountRecovery',
      allowed: 'a list of 1 to 2: "verified_email", "verified_phone_number" or "admin_only"',
    },
  },
  {
    what: 'a second copy of the user pool',
    place: 'replicas',
    value: ['eu-central-1', 'eu-west-2'].map((region) => ({
      region,
      active: false,
      emailSender: { kind: 'built-in' },
      smsSender: { kind: 'none' },
    })),
    problem: { path: 'replicas', allowed: expect.stringMatching(/^a list of at most 1: /) as string },
  },
  {
    what: 'a relying party that is a URL',
    place: 'passkeys',
    value: {
      use: 'on',
      relyingPartyId: 'https://login.example.com',
      userVerification: 'required',
      factorConfiguration: 'SINGLE_FACTOR',
    },
    problem: { path: 'passkeys.relyingPartyId', got: `'https://login.example.com'` },
  },
  {
    what: 'the name of the user in a text that is no invitation',
    place: 'messages',
    value: { mfa: { smsMessage: '{username}: {####}' } },
    problem: {
      path: 'messages.mfa.smsMessage',
      allowed: 'text with {####} and without {username}, 6 to 140 characters',
    },
  },
  {
    what: 'an invitation without the name of the user',
    place: 'messages',
    value: { invitation: { smsMessage: 'Begin with {####}.' } },
    problem: {
      path: 'messages.invitation.smsMessage',
      allowed: 'text with {username} and {####}, 6 to 140 characters',
    },
  },
  {
    what: 'an address that anybody on the way can read',
    place: 'managedLogin',
    value: {
      pages: 'on',
      domain: { kind: 'prefix', prefix: 'example' },
      terms: { termsOfUse: { 'cognito:default': 'http://example.com/terms' }, privacyPolicy: {} },
    },
    problem: {
      path: 'managedLogin.terms.termsOfUse["cognito:default"]',
      got: `'http://example.com/terms'`,
      allowed: 'an https URL',
    },
  },
  {
    what: 'a text that is too short and without its code, once',
    place: 'messages',
    value: { mfa: { smsMessage: 'Code' } },
    problem: { path: 'messages.mfa.smsMessage', got: `'Code'` },
  },
  {
    what: 'a secret in place of its name, which is not shown',
    place: 'triggers.userMigration.tokenSecretName',
    value: 'a secret with spaces',
    problem: { path: 'triggers.userMigration.tokenSecretName', got: `'(20 characters, not shown)'` },
  },
  {
    what: 'a secret under a key that no field has, which is not shown either',
    place: 'emailSender.smtpPassword',
    value: 'a secret',
    problem: { path: 'emailSender.smtpPassword', got: 'the key "smtpPassword" with \'(8 characters, not shown)\'' },
  },
  {
    what: 'a misspelt word, with the one that was meant',
    place: 'mfa.factors',
    value: ['SOFTWARE_TOKEN'],
    problem: {
      path: 'mfa.factors[0]',
      got: `'SOFTWARE_TOKEN'`,
      allowed: '"SOFTWARE_TOKEN_MFA", "SMS_MFA" or "EMAIL_OTP"',
      instead: 'Write "SOFTWARE_TOKEN_MFA" if that is meant; else one of those.',
    },
  },
  {
    what: 'a misspelt kind of union, with the one that was meant',
    place: 'emailSender',
    value: { kind: 'builtin' },
    problem: { path: 'emailSender.kind', instead: 'Write "built-in" if that is meant; else one of those.' },
  },
  {
    what: 'a misspelt key in the place of a required one, and not for the absence of that too',
    place: 'passwordPolicy',
    value: { ...draft().passwordPolicy, passwordHistorySize: undefined, passwordHistory: 5 },
    problem: {
      path: 'passwordPolicy.passwordHistory',
      got: 'the key "passwordHistory" with 5',
      instead:
        'Write "passwordHistorySize": a whole number from 0 to 24. How many previous passwords are refused; more than 0 ' +
        'needs ESSENTIALS.',
    },
  },
  {
    what: 'a secret where its name belongs, which is not shown, with what belongs there',
    place: 'identityProviders',
    value: {
      google: {
        type: 'Google',
        clientId: 'example-client',
        clientSecret: 'example-secret',
        scopes: ['openid'],
        attributeMapping: {},
        identifiers: [],
      },
    },
    problem: {
      path: 'identityProviders.google.clientSecret',
      got: `the key "clientSecret" with '(14 characters, not shown)'`,
      instead: expect.stringMatching(/^Write "clientSecretName": .* never the secret\./) as string,
    },
  },
  {
    what: 'an unknown word, with the known ones',
    place: 'class',
    value: 'staging',
    problem: { path: 'class', got: `'staging'`, allowed: '"sandbox", "pre-production" or "production"' },
  },
  {
    what: 'an unknown kind of union, with the known ones',
    place: 'emailSender',
    value: { kind: 'smtp', host: 'mail.example.com' },
    problem: {
      path: 'emailSender.kind',
      got: `'smtp'`,
      allowed: '"built-in" or "ses"',
      instead: 'Write "built-in" or "ses".',
    },
  },
  {
    what: 'a union without its kind',
    place: 'mfa',
    value: { factors: ['SOFTWARE_TOKEN_MFA'] },
    problem: { path: 'mfa.mode', got: 'nothing', allowed: '"off", "optional" or "required"' },
  },
  {
    what: 'off without a reason',
    place: 'clients.web.tokenRevocation',
    value: { enabled: false },
    problem: { path: 'clients.web.tokenRevocation.reason', got: 'nothing', allowed: 'text, 12 to 500 characters' },
  },
  {
    what: 'a reason that is a word',
    place: 'clients.legacy.reason',
    value: 'legacy',
    problem: { path: 'clients.legacy.reason', got: `'legacy'`, allowed: 'text, 12 to 500 characters' },
  },
  {
    what: 'a flow that its kind of client must not have',
    place: 'clients.web.authFlows',
    value: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    problem: {
      path: 'clients.web.authFlows[0]',
      allowed: '"ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH" or "ALLOW_REFRESH_TOKEN_AUTH"',
    },
  },
  {
    what: 'a name that cannot be part of an id',
    place: 'groups.Super Users',
    value: { description: 'Others.', precedence: 5 },
    problem: {
      path: 'groups["Super Users"]',
      got: `the name 'Super Users'`,
      allowed: 'text of the form `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, at most 64 characters',
      instead: 'Rename it. A name: lower-case letters, digits and single hyphens, starting with a letter.',
    },
  },
  {
    what: 'a custom attribute with its prefix',
    place: 'customAttributes.custom:plan',
    value: { type: 'Boolean', mutable: true, authorization: false },
    problem: {
      path: 'customAttributes["custom:plan"]',
      instead: expect.stringContaining('without the prefix custom:') as string,
    },
  },
  {
    what: 'a date that is none',
    place: 'waivers',
    value: [{ control: 'CGN-MFA-01', reason: 'A reason of a fitting length.', owner: 'team', expires: '2027-02-30' }],
    problem: { path: 'waivers[0].expires', got: `'2027-02-30'`, allowed: 'a date, YYYY-MM-DD' },
  },
  {
    what: 'an address that is none',
    place: 'emailSender.replyToAddress',
    value: 'support',
    problem: { path: 'emailSender.replyToAddress', got: `'support'`, allowed: 'an e-mail address' },
  },
  {
    what: 'a second header in the name of the sender',
    place: 'emailSender.fromName',
    value: 'Example\nBcc: all@example.com',
    problem: {
      path: 'emailSender.fromName',
      got: `'Example\\nBcc: all@example.com'`,
      instead: expect.stringContaining('on one line') as string,
    },
  },
  {
    what: 'a product name of two lines, which would be in the subject of a message',
    place: 'triggers.customMessage.productName',
    value: 'Example\nfree',
    problem: {
      path: 'triggers.customMessage.productName',
      instead: expect.stringContaining('on one line') as string,
    },
  },
  {
    what: 'threat protection that is off without a reason',
    place: 'threatProtection',
    value: { mode: 'off' },
    problem: { path: 'threatProtection.reason', got: 'nothing', allowed: 'text, 12 to 500 characters' },
  },
  {
    what: 'an account that is none',
    place: 'account',
    value: '1234',
    problem: { path: 'account', got: `'1234'`, allowed: 'text of the form `^\\d{12}$` or "deploying"' },
  },
];

describe('an environment of the wrong shape', () => {
  it.each(shapes)('is refused for $what', ({ place, value, problem }) => {
    expect(problemsOf(broken(place, value))).toEqual([
      expect.objectContaining({ ...problem, environment: 'staging', rule: 'schema' }),
    ]);
  });

  it.each([null, undefined, 0, 'dev', true, [], [draft()], () => draft()])(
    'is refused as a whole if it is no object: %p',
    (candidate) => {
      expect(problemsOf(candidate)).toEqual([
        expect.objectContaining({ environment: 'environments[0]', path: '', rule: 'schema' }),
      ]);
    },
  );

  it('that is not there names the place where it should come from', () => {
    expect(problemsOf(undefined)).toEqual([
      expect.objectContaining({ got: 'nothing', instead: expect.stringContaining('lib/environments') as string }),
    ]);
  });

  it('is called by its place in the list if it has no usable name', () => {
    const problems = checkEnvironments([draft(), broken('name', 'Test Two')], today);
    expect(problems).toEqual([expect.objectContaining({ environment: 'environments[1]', path: 'name' })]);
  });
});
