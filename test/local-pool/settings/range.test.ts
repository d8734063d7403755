import type { LocalPool } from '../../../lib/local-pool/local-pool';
import { startLocalPool } from '../../../lib/local-pool/local-pool';
import { propertyLists } from '../../../lib/local-pool/settings/property-lists';
import type { PropertyTable } from '../../../lib/local-pool/settings/property-table';
import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { templateFor } from '../../stacks/template-for';
import { range } from '../../synthesis/range';
import { stackArtifact } from '../../template/stack-artifact';

type Name = keyof typeof range;

const signingKeys = makeSigningKeys();
const running = new Map<string, LocalPool>();

beforeAll(async () => {
  for (const [name, environment] of Object.entries(range)) {
    const stack = stackArtifact(templateFor(environment).toJSON());
    running.set(name, await startLocalPool({ stack, port: 0, signingKeys, log: () => undefined }));
  }
});
afterAll(async () => {
  await Promise.all([...running.values()].map((local) => local.close()));
});

function local(name: Name): LocalPool {
  const found = running.get(name);
  if (found === undefined) throw new Error(`${name} was not started.`);
  return found;
}

test.each<readonly [name: Name, settings: object]>([
  [
    'text-messages',
    {
      mfa: { mode: 'ON', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], smsMessage: 'Example: your code is {####}.' },
      sms: { ExternalId: 'userpool-text-messages', SnsRegion: 'eu-west-1' },
    },
  ],
  [
    'email-codes',
    {
      mfa: { mode: 'OPTIONAL', factors: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'], emailSubject: 'Your code' },
      accountRecovery: ['admin_only'],
      email: { sender: 'DEVELOPER' },
    },
  ],
  ['usernames', { signInWith: 'username', aliases: ['email', 'preferred_username'], caseSensitive: false }],
  [
    'telephones',
    {
      signInWith: 'phone_number',
      autoVerifiedAttributes: ['email', 'phone_number'],
      requireVerificationBeforeUpdate: ['email', 'phone_number'],
      accountRecovery: ['verified_email', 'verified_phone_number'],
    },
  ],
  ['either-address', { signInWith: 'email-or-phone' }],
  ['codes-first', { firstFactors: ['EMAIL_OTP', 'PASSWORD'] }],
  ['passkeys', { firstFactors: ['PASSWORD', 'WEB_AUTHN'], mfa: { mode: 'ON' } }],
  [
    'own-texts',
    {
      messages: {
        verificationSubject: 'Confirm your address',
        verificationMessage: 'Your code is <b>{####}</b>.',
        smsVerificationMessage: 'Example: confirm with {####}.',
        invitationSubject: 'Welcome',
        invitationMessage: 'You are {username}; begin with {####}.',
        smsInvitationMessage: 'Example: {username}, begin with {####}.',
      },
    },
  ],
  ['lite', { featurePlan: 'LITE' }],
  ['own-key', { featurePlan: 'ESSENTIALS' }],
  ['replicated', { sms: { ExternalId: 'userpool-replicated' } }],
  ['replicated-at-rest', { sms: undefined }],
])('the pool of %s starts with what it declares', (name, settings) => {
  expect(local(name).pool.settings).toMatchObject(settings);
});

test('passkeys and copies in other Regions alone are named as not simulated', () => {
  const named = [...running].map(([name, { notSimulated }]) => [name, notSimulated.map((each) => each.name)]);
  expect(Object.fromEntries(named)).toEqual({
    ...Object.fromEntries(Object.keys(range).map((name) => [name, []])),
    passkeys: ['WEB_AUTHN'],
    replicated: ['Multi-Region replication'],
    'replicated-at-rest': ['Multi-Region replication'],
  });
});

test('an application is told the issuer that signs here, whichever is declared', () => {
  for (const { outputs, pool } of running.values()) expect(outputs.get('Issuer')).toBe(pool.issuer);
});

test.each<readonly [property: string, list: string]>([
  ['AliasAttributes[]', 'enforced'],
  ['EnabledMfas[]', 'enforced'],
  ['SmsAuthenticationMessage', 'enforced'],
  ['EmailAuthenticationMessage', 'enforced'],
  ['AdminCreateUserConfig.InviteMessageTemplate.SMSMessage', 'enforced'],
  ['Policies.SignInPolicy.AllowedFirstAuthFactors[]', 'enforced'],
  ['SmsConfiguration.SnsCallerArn', 'no-effect'],
  ['EmailConfiguration.ConfigurationSet', 'no-effect'],
  ['KeyConfiguration.KmsKeyArn', 'no-effect'],
  ['IssuerConfiguration.Type', 'no-effect'],
  ['WebAuthnRelyingPartyID', 'not-simulated'],
])('%s is in the list of what is %s', (property, list) => {
  const table: PropertyTable = propertyLists['AWS::Cognito::UserPool'];
  expect(table[property]?.list).toBe(list);
});
