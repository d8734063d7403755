import { features } from '../../../lib/local-pool/settings/features';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { nested, pool, poolSettings, problemsOf, settingsOf } from './pool-template';

const namedBy = (properties: RawObject) => settingsOf({ Pool: pool(properties) }).notSimulated.map(({ name }) => name);

describe('what the service takes when the template says nothing', () => {
  const { schema, ...settings } = poolSettings({});

  test.each([
    ['name', 'Pool'],
    ['region', 'eu-west-1'],
    ['account', '111122223333'],
    ['signInWith', 'username'],
    ['caseSensitive', true],
    ['autoVerifiedAttributes', []],
    ['mfa', { mode: 'OFF', factors: [] }],
    ['deviceTracking', undefined],
    ['accountRecovery', ['verified_email', 'verified_phone_number']],
    ['requireVerificationBeforeUpdate', []],
    ['adminCreateUserOnly', false],
    ['email', { sender: 'COGNITO_DEFAULT', from: 'no-reply@verificationemail.com' }],
    ['featurePlan', 'ESSENTIALS'],
    ['deletionProtection', false],
    ['tags', {}],
    ['triggers', {}],
    ['groups', []],
    ['clients', []],
  ] as const)('%s', (name, value) => {
    expect(settings[name]).toEqual(value);
  });

  test('the password policy demands 8 characters of all classes', () => {
    expect(settings.passwordPolicy).toEqual({
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidityDays: 7,
      passwordHistorySize: 0,
    });
  });

  test('the messages are those of the service', () => {
    expect(settings.messages).toEqual({
      verificationSubject: 'Your verification code',
      verificationMessage: 'Your verification code is {####}. ',
      invitationSubject: 'Your temporary password',
      invitationMessage: 'Your username is {username} and temporary password is {####}. ',
      smsVerificationMessage: 'Your verification code is {####}. ',
      smsInvitationMessage: 'Your username is {username} and temporary password is {####}. ',
    });
  });

  test('the schema is the 21 standard attributes', () => {
    expect(schema).toHaveLength(21);
  });

  test('nothing is left out', () => {
    expect(namedBy({})).toEqual([]);
  });
});

describe('what the template says is taken', () => {
  test.each<[string, RawValue, string, unknown]>([
    ['UserPoolName', 'people', 'name', 'people'],
    ['UsernameAttributes[]', 'email', 'signInWith', 'email'],
    ['UsernameAttributes[]', 'phone_number', 'signInWith', 'phone_number'],
    ['UsernameAttributes', ['phone_number', 'email'], 'signInWith', 'email-or-phone'],
    ['AliasAttributes', ['email', 'preferred_username'], 'aliases', ['email', 'preferred_username']],
    ['UsernameConfiguration.CaseSensitive', false, 'caseSensitive', false],
    ['UsernameConfiguration.CaseSensitive', 'false', 'caseSensitive', false],
    ['UsernameConfiguration.CaseSensitive', 'true', 'caseSensitive', true],
    ['AutoVerifiedAttributes[]', 'email', 'autoVerifiedAttributes', ['email']],
    ['AdminCreateUserConfig.AllowAdminCreateUserOnly', 'true', 'adminCreateUserOnly', true],
    ['UserPoolTier', 'PLUS', 'featurePlan', 'PLUS'],
    ['DeletionProtection', 'ACTIVE', 'deletionProtection', true],
    ['UserPoolTags', { team: 'identity', number: 5 }, 'tags', { team: 'identity', number: '5' }],
  ])('%s: %j', (path, value, setting, expected) => {
    expect(poolSettings(nested(path, value))).toHaveProperty(setting, expected);
  });

  test('an attribute that is verified before it changes', () => {
    const settings = poolSettings({
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
    expect(settings.requireVerificationBeforeUpdate).toEqual(['email']);
  });

  test('the newer form of a message goes before the older', () => {
    const settings = poolSettings({
      EmailVerificationMessage: 'older {####}',
      EmailVerificationSubject: 'older',
      VerificationMessageTemplate: { EmailMessage: 'newer {####}' },
    });
    expect(settings.messages).toMatchObject({ verificationMessage: 'newer {####}', verificationSubject: 'older' });
  });

  test.each([
    [{ EmailSendingAccount: 'COGNITO_DEFAULT', From: 'a@example.com' }, 'a@example.com'],
    [
      { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:eu-west-1:1:identity/b@example.com' },
      'b@example.com',
    ],
  ])('the sender of %j is %s', (configuration, from) => {
    expect(poolSettings({ EmailConfiguration: configuration }).email.from).toBe(from);
  });

  test('a name that is known only after deployment stops nothing: the pool goes by its logical id', () => {
    expect(poolSettings({ UserPoolName: { Ref: 'AWS::StackId' } }).name).toBe('Pool');
  });
});

describe('a value that would make the local pool looser or different stops the start', () => {
  test.each<[string, RawValue, RegExp, RegExp]>([
    ['UsernameAttributes[]', 'e-mail', /"e-mail"/, /email/],
    ['AliasAttributes[]', 'nickname', /"nickname"/, /preferred_username/],
    ['AutoVerifiedAttributes[]', 'phone', /"phone"/, /email, phone_number/],
    ['AutoVerifiedAttributes', 'email', /"email"/, /a list/],
    ['UsernameConfiguration.CaseSensitive', 'no', /"no"/, /true or false/],
    ['UsernameConfiguration', true, /true/, /an object/],
    ['AdminCreateUserConfig.AllowAdminCreateUserOnly', 1, /1/, /true or false/],
    ['DeletionProtection', 'ON', /"ON"/, /ACTIVE, INACTIVE/],
    ['UserPoolTier', 'FREE', /"FREE"/, /LITE, ESSENTIALS, PLUS/],
    ['UserPoolName', '', /""/, /1 to 128/],
    ['UserPoolTags', 'a', /"a"/, /object/],
    ['UserPoolAddOns.AdvancedSecurityMode', 'YES', /"YES"/, /OFF, AUDIT/],
    ['Policies.SignInPolicy.AllowedFirstAuthFactors[]', 'SOFTWARE_TOKEN', /does not support/, /Leave it out/],
    ['VerificationMessageTemplate.DefaultEmailOption', 'CONFIRM_WITH_LINK', /by link/, /CONFIRM_WITH_CODE/],
    ['VerificationMessageTemplate.EmailMessage', 'no code in it', /no code in it/, /\{####\}/],
    ['EmailConfiguration.EmailSendingAccount', 'SES', /"SES"/, /COGNITO_DEFAULT, DEVELOPER/],
  ])('%s: %j', (path, value, got, nextStep) => {
    const problem = problemsOf({ Pool: pool(nested(path, value)) })[0];
    expect(problem).toMatchObject({ logicalId: 'Pool', path: path.replaceAll('[]', '[0]') });
    expect(problem?.got).toMatch(got);
    expect(problem?.nextStep).toMatch(nextStep);
  });

  test.each<[string, RawObject, string, RegExp]>([
    [
      'verification before update without verification',
      { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
      'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
      /AutoVerifiedAttributes/,
    ],
    [
      'first factors without PASSWORD',
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['WEB_AUTHN'] } } },
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      /Add PASSWORD/,
    ],
    [
      'a one-time password as first factor beside a required second one',
      {
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
      },
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      /Write OPTIONAL/,
    ],
    [
      'a one-time password by text message without a role that sends',
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] } } },
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      /Write SmsConfiguration/,
    ],
    [
      'a number that is verified without a role that sends',
      { AutoVerifiedAttributes: ['phone_number'] },
      'AutoVerifiedAttributes',
      /SmsConfiguration/,
    ],
    [
      'SES without its identity',
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'a@example.com' } },
      'EmailConfiguration.SourceArn',
      /Write SourceArn/,
    ],
    [
      'aliases beside username attributes',
      { AliasAttributes: ['preferred_username'], UsernameAttributes: ['email'] },
      'AliasAttributes',
      /Remove one/,
    ],
    [
      'an alias that is required',
      { AliasAttributes: ['preferred_username'], Schema: [{ Name: 'preferred_username', Required: true }] },
      'AliasAttributes',
      /optional, or no alias/,
    ],
    ['an empty DeviceConfiguration', { DeviceConfiguration: {} }, 'DeviceConfiguration', /Write the flags/],
    [
      'SES without a sender',
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:x:1:identity/example.com' } },
      'EmailConfiguration.From',
      /Write From/,
    ],
  ])('%s', (_, properties, path, nextStep) => {
    const problems = problemsOf({ Pool: pool(properties) });
    expect(problems).toEqual([expect.objectContaining({ path, nextStep: expect.stringMatching(nextStep) as string })]);
  });
});

describe('what is in no list stops the start', () => {
  test.each<[RawObject, string]>([
    [{ Unheard: 1 }, 'Unheard'],
    [{ Policies: { PasswordPolicy: { MinimumLength: 8, MaximumLength: 9 } } }, 'Policies.PasswordPolicy.MaximumLength'],
    [{ Schema: [{ Name: 'email' }, { Name: 'name', Secret: true }] }, 'Schema[1].Secret'],
    [{ LambdaConfig: { PreLogout: 'arn' } }, 'LambdaConfig.PreLogout'],
    [{ 'Policies.PasswordPolicy.MinimumLength': 8 }, '"Policies.PasswordPolicy.MinimumLength"'],
    [{ constructor: 1 }, 'constructor'],
  ])('%j', (properties, path) => {
    const [problem, ...others] = problemsOf({ Pool: pool(properties) });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ logicalId: 'Pool', path });
    expect(problem?.nextStep).toMatch(/^Remove it, or decide/);
  });

  test('null is no value', () => {
    expect(problemsOf({ Pool: pool({ MfaConfiguration: null }) })[0]).toMatchObject({
      path: 'MfaConfiguration',
      got: 'null',
    });
  });

  test('a whole branch that is known only after deployment', () => {
    const [problem] = problemsOf({ Pool: pool({ Policies: { 'Fn::ImportValue': 'policies' } }) });
    expect(problem).toMatchObject({ path: 'Policies', expected: 'an object, known before deployment' });
  });

  test('but not one that has no effect', () => {
    const unknown = { 'Fn::ImportValue': 'key' };
    expect(problemsOf({ Pool: pool({ KeyConfiguration: unknown, IssuerConfiguration: { Type: unknown } }) })).toEqual(
      [],
    );
  });
});

test('device tracking is on as soon as a flag is written, and the other one is off', () => {
  const { settings } = settingsOf({ Pool: pool({ DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true } }) });
  expect(settings.deviceTracking).toEqual({
    challengeRequiredOnNewDevice: false,
    deviceOnlyRememberedOnUserPrompt: true,
  });
});

describe('what is not simulated is named once, with every place', () => {
  test('one feature that three properties ask for is one entry', () => {
    const { notSimulated } = settingsOf({
      Pool: pool({
        WebAuthnRelyingPartyID: 'example.com',
        WebAuthnUserVerification: 'preferred',
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      }),
    });
    expect(notSimulated).toEqual([
      {
        feature: 'passkeys',
        ...features.passkeys,
        places: [
          { stack: 'dev/auth', logicalId: 'Pool', path: 'WebAuthnRelyingPartyID', value: '"example.com"' },
          { stack: 'dev/auth', logicalId: 'Pool', path: 'WebAuthnUserVerification', value: '"preferred"' },
          {
            stack: 'dev/auth',
            logicalId: 'Pool',
            path: 'Policies.SignInPolicy.AllowedFirstAuthFactors[1]',
            value: '"WEB_AUTHN"',
          },
        ],
      },
    ]);
  });

  test.each<[RawObject, string]>([
    [{ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, features.threatProtection.name],
    [{ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }, features.threatProtection.name],
    [{ WebAuthnRelyingPartyID: 'example.com' }, features.passkeys.name],
    [{ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } }, features.passkeys.name],
    [{ LambdaConfig: { InboundFederation: { LambdaArn: 'arn' } } }, features.federation.name],
  ])('%j', (properties, name) => {
    expect(namedBy(properties)).toContain(name);
  });

  test('a feature that is switched off is not named', () => {
    expect(namedBy({ UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } })).toEqual(namedBy({}));
  });
});
