import { selfSignUp } from '../../../lib/posture/controls/acc-01-self-sign-up';
import { verificationBeforeUpdate } from '../../../lib/posture/controls/acc-02-verification-before-update';
import { autoVerified } from '../../../lib/posture/controls/acc-03-auto-verified';
import { accountRecovery } from '../../../lib/posture/controls/acc-04-recovery';
import { caseInsensitive } from '../../../lib/posture/controls/acc-05-case-insensitive';
import { userExistence } from '../../../lib/posture/controls/acc-06-user-existence';
import { authorizationAttributes } from '../../../lib/posture/controls/acc-07-authorization-attributes';
import { emailSender } from '../../../lib/posture/controls/acc-08-email-sender';
import { direction } from '../../../lib/posture/order';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { subjectFrom } from '../subject-from';
import { client, elsewhere, testControl, userPool } from '../test-control';

const pool = 'dev/auth/Pool';
const declaredOpen = { publicSignUp: new Map([[pool, true]]) };
const declaredClosed = { publicSignUp: new Map([[pool, false]]) };

const signUp = (AllowAdminCreateUserOnly: RawValue) =>
  userPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly } });

/** An open pool with what CGN-THR-04 asks for, and this action where a password has leaked. */
const openWith = (EventAction: RawValue): RawObject => ({
  ...userPool({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
    UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
  }),
  Risk: {
    Type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction } },
    },
  },
});

const webAcl: RawObject = {
  WebAcl: { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: 'REGIONAL' } },
  Association: {
    Type: 'AWS::WAFv2::WebACLAssociation',
    Properties: {
      ResourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
      WebACLArn: { 'Fn::GetAtt': ['WebAcl', 'Arn'] },
    },
  },
};

testControl(selfSignUp, [
  ['administrators alone pass', signUp(true), ['pass']],
  ['absent is open', userPool(), ['fail'], declaredClosed],
  ['open without a declaration fails where nothing protects it', signUp(false), ['fail']],
  [
    'open against the declaration fails, protected or not',
    { ...openWith('BLOCK'), ...webAcl },
    ['fail'],
    declaredClosed,
  ],
  ['open, declared and protected passes', { ...openWith('BLOCK'), ...webAcl }, ['pass'], declaredOpen],
  ['without a web ACL it fails', openWith('BLOCK'), ['fail'], declaredOpen],
  ['with leaked passwords it fails', { ...openWith('NO_ACTION'), ...webAcl }, ['fail'], declaredOpen],
  ['a sandbox needs no web ACL', openWith('BLOCK'), ['pass'], { ...declaredOpen, class: 'sandbox' }],
  ['protected, and nobody knows whether it is meant', { ...openWith('BLOCK'), ...webAcl }, ['unknown']],
  ['a protection from elsewhere is unknown', { ...openWith(elsewhere), ...webAcl }, ['unknown'], declaredOpen],
  [
    'a value from elsewhere is unknown where it would be open to all',
    { ...signUp(elsewhere) },
    ['unknown'],
    declaredClosed,
  ],
]);

const verifies = (attributes: RawValue, more: RawObject = {}) =>
  userPool({
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: attributes },
    ...more,
  });
const byEmail = { UsernameAttributes: ['email'] };
const recoveredBy = (...names: readonly RawValue[]): RawObject => ({
  AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })) },
});

testControl(verificationBeforeUpdate, [
  ['the address that users sign in with passes', verifies(['email'], byEmail), ['pass']],
  ['without verification it fails', verifies([], byEmail), ['fail']],
  ['an alias is a name too', verifies(['email'], { AliasAttributes: ['email', 'phone_number'] }), ['fail']],
  ['the address of recovery counts', verifies([], recoveredBy('verified_email')), ['fail']],
  ['the telephone of MFA counts', verifies(['email'], { MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] }), ['fail']],
  [
    'the address of a passwordless sign-in counts',
    verifies(['phone_number'], { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['EMAIL_OTP'] } } }),
    ['fail'],
  ],
  ['without a recovery setting both are used', userPool(byEmail), ['fail']],
  ['no address is used for anything', verifies([]), []],
  ['attributes from elsewhere are unknown', verifies(elsewhere, byEmail), ['unknown']],
  ['names from elsewhere are unknown', verifies([], { UsernameAttributes: elsewhere }), ['unknown']],
  [
    'they do not matter where both are verified',
    verifies(['email', 'phone_number'], { UsernameAttributes: elsewhere }),
    ['pass'],
  ],
  ['a mechanism from elsewhere is unknown', verifies([], recoveredBy(elsewhere)), ['unknown']],
]);

const autoVerifies = (AutoVerifiedAttributes: RawValue, more: RawObject = {}) =>
  userPool({ AutoVerifiedAttributes, ...more });

testControl(autoVerified, [
  ['the address that users sign in with passes', autoVerifies(['email'], byEmail), ['pass']],
  ['absent verifies none', userPool(byEmail), ['fail']],
  ['another address is not enough', autoVerifies(['phone_number'], byEmail), ['fail']],
  ['an alias counts', autoVerifies(['email'], { AliasAttributes: ['phone_number'] }), ['fail']],
  ['the address of recovery counts', autoVerifies([], recoveredBy('verified_phone_number')), ['fail']],
  ['an administrator needs no address', autoVerifies([], recoveredBy('admin_only')), []],
  ['attributes from elsewhere are unknown', autoVerifies(elsewhere, byEmail), ['unknown']],
  ['aliases from elsewhere are unknown', autoVerifies(['email'], { AliasAttributes: elsewhere }), ['unknown']],
]);

const recovery = (names: readonly RawValue[], more: RawObject = {}) => userPool({ ...recoveredBy(...names), ...more });
const mfa = (...EnabledMfas: readonly RawValue[]): RawObject => ({ MfaConfiguration: 'ON', EnabledMfas });
const aal1 = { assurance: 'aal1' } as const;

testControl(accountRecovery, [
  ['e-mail first passes', recovery(['verified_email', 'verified_phone_number']), ['pass']],
  ['an administrator passes', recovery(['admin_only']), ['pass']],
  ['absent fails in every profile', userPool(), ['fail'], { ...aal1, class: 'sandbox' }],
  ['a telephone first fails in production at aal2', recovery(['verified_phone_number', 'verified_email']), ['fail']],
  ['aal1 takes a telephone first', recovery(['verified_phone_number']), ['pass'], aal1],
  ['a sandbox takes a telephone first', recovery(['verified_phone_number']), ['pass'], { class: 'sandbox' }],
  ['without a profile that is unknown', recovery(['verified_phone_number']), ['unknown'], { assurance: undefined }],
  ['without a class that is unknown', recovery(['verified_phone_number']), ['unknown'], { class: undefined }],
  [
    'the priority decides, not the place',
    userPool({
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_phone_number', Priority: 2 },
          { Name: 'verified_email', Priority: '1' },
        ],
      },
    }),
    ['pass'],
  ],
  [
    'the telephone of the only second factor fails',
    recovery(['verified_phone_number'], mfa('SMS_MFA')),
    ['fail'],
    aal1,
  ],
  ['the mailbox of the only second factor fails', recovery(['verified_email'], mfa('EMAIL_OTP')), ['fail']],
  ['another second factor makes it one of two', recovery(['verified_email'], mfa('EMAIL_OTP', 'SMS_MFA')), ['pass']],
  ['an authenticator app has no channel', recovery(['verified_email'], mfa('SOFTWARE_TOKEN_MFA')), ['pass']],
  ['mechanisms from elsewhere are unknown', recovery([elsewhere]), ['unknown']],
  ['second factors from elsewhere are unknown', recovery(['verified_email'], mfa(elsewhere)), ['unknown']],
  ['they do not matter to an administrator', recovery(['admin_only'], mfa(elsewhere)), ['pass']],
]);

test('what shares the channel of the only second factor is weaker than a telephone', () => {
  const [order] = accountRecovery.orders;
  const measured = (resources: RawObject) => {
    const subject = subjectFrom(resources);
    const [view] = subject.pools;
    if (order === undefined || view === undefined) throw new Error('There is a pool, and an order for it.');
    return [order, order.measure(view.pool, subject)] as const;
  };
  const [{ scale }, byTelephone] = measured(recovery(['verified_phone_number'], mfa('EMAIL_OTP')));
  const [, byMailbox] = measured(recovery(['verified_email'], mfa('EMAIL_OTP')));
  const [, byOther] = measured(recovery(['verified_email'], mfa('SOFTWARE_TOKEN_MFA')));
  expect(direction(scale, byTelephone, byMailbox)).toBe('weaker');
  expect(direction(scale, byTelephone, byOther)).toBe('stronger');
});

const cased = (CaseSensitive: RawValue) => userPool({ UsernameConfiguration: { CaseSensitive } });

testControl(caseInsensitive, [
  ['false passes', cased(false), ['pass']],
  ['a text is a boolean', cased('false'), ['pass']],
  ['true fails', cased(true), ['fail']],
  ['absent fails: the service is case sensitive then', userPool(), ['fail']],
  ['a value from elsewhere is unknown', cased(elsewhere), ['unknown']],
]);

const existence = (PreventUserExistenceErrors: RawValue) => client({ PreventUserExistenceErrors });

testControl(userExistence, [
  ['ENABLED passes', { ...userPool(), ...existence('ENABLED') }, ['pass']],
  ['LEGACY fails', { ...userPool(), ...existence('LEGACY') }, ['fail']],
  ['absent is LEGACY', { ...userPool(), ...client() }, ['fail']],
  ['every client is looked at', { ...userPool(), ...existence('ENABLED'), ...client({}, 'Other') }, ['pass', 'fail']],
  ['so is a client of a pool from elsewhere', client({ UserPoolId: elsewhere }), ['fail']],
  ['a value from elsewhere is unknown', { ...userPool(), ...existence(elsewhere) }, ['unknown']],
  ['without a client there is nothing to say', userPool(), []],
]);

const schema = (attribute: RawObject) => userPool({ Schema: [{ Name: 'note', Mutable: true }, attribute] });
const writes = (...WriteAttributes: readonly RawValue[]) => client({ WriteAttributes });
const fixed = schema({ Name: 'tenant', Mutable: false });
const by = (...names: readonly string[]) => ({ authorizationAttributes: new Map([[pool, names]]) });
const tenant = by('custom:tenant');

testControl(authorizationAttributes, [
  ['fixed, and not writable by the client', { ...fixed, ...writes('email', 'custom:note') }, ['pass', 'pass'], tenant],
  ['one that can be changed fails', schema({ Name: 'tenant', Mutable: true }), ['fail'], tenant],
  ['what is not said to be mutable is fixed', schema({ Name: 'tenant' }), ['pass'], tenant],
  ['texts are booleans', schema({ Name: 'custom:tenant', Mutable: 'true' }), ['fail'], tenant],
  [
    'one for developers alone may be changed',
    schema({ Name: 'tenant', Mutable: true, DeveloperOnlyAttribute: true }),
    ['pass'],
    tenant,
  ],
  ['one that no schema has fails', userPool({ Schema: [] }), ['fail'], tenant],
  ['a client that writes it fails', { ...fixed, ...writes('custom:tenant') }, ['pass', 'fail'], tenant],
  ['without a list a client writes no custom attribute', { ...fixed, ...client() }, ['pass', 'pass'], tenant],
  [
    'without a list it writes every standard attribute',
    { ...schema({ Name: 'profile', Mutable: false }), ...client() },
    ['pass', 'fail'],
    by('profile'),
  ],
  ['Cognito keeps sub itself', { ...userPool(), ...client() }, [], by('sub')],
  ['a declaration of none leaves nothing to say', { ...fixed, ...client() }, [], by()],
  ['without a declaration it is unknown', { ...fixed, ...client() }, ['unknown']],
  ['a schema from elsewhere is unknown', userPool({ Schema: elsewhere }), ['unknown'], tenant],
  ['a list from elsewhere is unknown', { ...fixed, ...writes(elsewhere) }, ['pass', 'unknown'], tenant],
]);

const sender = (EmailSendingAccount: RawValue, SourceArn?: RawValue) =>
  userPool({ EmailConfiguration: { EmailSendingAccount, ...(SourceArn !== undefined && { SourceArn }) } });
const identity = 'arn:aws:ses:eu-west-1:111122223333:identity/example.com';
const noClass = { class: undefined };

testControl(emailSender, [
  ['SES with an identity passes', sender('DEVELOPER', identity), ['pass', 'pass']],
  ['SES without an identity fails', sender('DEVELOPER'), ['pass', 'fail']],
  ['the built-in sender fails in production', sender('COGNITO_DEFAULT'), ['fail']],
  ['absent is the built-in sender', userPool(), ['fail']],
  ['outside of production it may send', sender('COGNITO_DEFAULT'), [], { class: 'pre-production' }],
  ['where the class is unknown, so is that', sender('COGNITO_DEFAULT'), ['unknown'], noClass],
  ['SES passes anywhere', sender('DEVELOPER', identity), ['pass', 'pass'], noClass],
  ['a sender from elsewhere is unknown', sender(elsewhere, identity), ['unknown', 'pass']],
  ['an identity from elsewhere is unknown', sender('DEVELOPER', elsewhere), ['pass', 'unknown']],
]);
