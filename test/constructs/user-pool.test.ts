import type { Environment } from '../../lib/environments/environment';
import { metadataKeys } from '../../lib/template/metadata';
import { everyEnvironment } from '../synthesis/every-environment';
import { userPoolOf } from '../synthesis/template-resource';

const mfaConfiguration = { off: 'OFF', optional: 'OPTIONAL', required: 'ON' } as const;

describe.each(everyEnvironment)('the user pool of $name', (environment) => {
  const pool = userPoolOf(environment.name);

  test.each<readonly [property: string, wanted: unknown]>([
    ['UserPoolName', `userpool-${environment.name}`],
    ['UsernameAttributes', ['email']],
    ['UsernameConfiguration', { CaseSensitive: false }],
    ['AutoVerifiedAttributes', ['email']],
    ['MfaConfiguration', mfaConfiguration[environment.mfa.mode]],
    ['EnabledMfas', environment.mfa.mode === 'off' ? undefined : environment.mfa.factors],
    ['DeviceConfiguration', deviceConfiguration(environment)],
    ['UserPoolTier', environment.featurePlan],
    ['DeletionProtection', environment.removal.deletionProtection.enabled ? 'ACTIVE' : 'INACTIVE'],
    ['AdminCreateUserConfig', { AllowAdminCreateUserOnly: !environment.selfSignUp.allowed }],
    ['AccountRecoverySetting', { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] }],
    [
      'UserAttributeUpdateSettings',
      { AttributesRequireVerificationBeforeUpdate: environment.verificationBeforeUpdate.enabled ? ['email'] : [] },
    ],
    ['VerificationMessageTemplate', { DefaultEmailOption: 'CONFIRM_WITH_CODE' }],
    [
      'Policies',
      {
        PasswordPolicy: {
          MinimumLength: environment.passwordPolicy.minimumLength,
          RequireLowercase: environment.passwordPolicy.requireLowercase,
          RequireUppercase: environment.passwordPolicy.requireUppercase,
          RequireNumbers: environment.passwordPolicy.requireNumbers,
          RequireSymbols: environment.passwordPolicy.requireSymbols,
          TemporaryPasswordValidityDays: environment.passwordPolicy.temporaryPasswordValidityDays,
          PasswordHistorySize: environment.passwordPolicy.passwordHistorySize,
        },
        SignInPolicy: { AllowedFirstAuthFactors: environment.signIn.firstFactors },
      },
    ],
    ['UserPoolTags', environment.tags],
  ])('renders %s as declared', (property, wanted) => {
    expect(pool.Properties[property]).toEqual(wanted);
  });

  test('names the data type, the mutability and whether it is required of every attribute of its schema', () => {
    const wanted = [...Object.keys(environment.standardAttributes), ...Object.keys(environment.customAttributes)];
    const schema = pool.Properties['Schema'] as readonly { readonly Name: string }[];
    expect(schema.map(({ Name }) => Name).toSorted()).toEqual(wanted.toSorted());
    for (const entry of schema) {
      expect(entry).toEqual(
        expect.objectContaining({
          AttributeDataType: expect.stringMatching(/^(String|Number|DateTime|Boolean)$/),
          Mutable: expect.any(Boolean),
          Required: expect.any(Boolean),
        }),
      );
    }
  });

  test('is kept or deleted with its stack as declared', () => {
    const policy = environment.removal.policy === 'retain' ? 'Retain' : 'Delete';
    expect(pool).toMatchObject({ DeletionPolicy: policy, UpdateReplacePolicy: policy });
  });

  test('says in its Metadata what no property can say', () => {
    expect(pool.Metadata[metadataKeys.selfSignUp]).toEqual(environment.selfSignUp);
    expect(pool.Metadata[metadataKeys.authorizationAttributes]).toEqual(
      Object.entries(environment.customAttributes)
        .flatMap(([name, { authorization }]) => (authorization ? [`custom:${name}`] : []))
        .toSorted(),
    );
  });
});

test('a protection that is off carries its reason beside the property that turns it off', () => {
  expect(userPoolOf('mfa-off').Metadata[metadataKeys.reasons]).toEqual({
    MfaConfiguration: expect.stringContaining('without this protection'),
    DeviceConfiguration: expect.stringContaining('without this protection'),
    DeletionProtection: expect.stringContaining('removable'),
    UserPoolAddOns: expect.stringContaining('PLUS'),
  });
  expect(Object.keys(userPoolOf('mfa-required').Metadata[metadataKeys.reasons] as object).toSorted()).toEqual([
    'DeletionProtection',
    'UserPoolAddOns',
  ]);
});

test('SES is asked to send as the declared address, by the identity in the account of the pool', () => {
  expect(userPoolOf('staging').Properties['EmailConfiguration']).toEqual({
    EmailSendingAccount: 'DEVELOPER',
    From: '"Example (staging)" <no-reply@staging.example.com>',
    ReplyToEmailAddress: 'support@example.com',
    SourceArn: 'arn:aws:ses:eu-west-1:111122223333:identity/staging.example.com',
  });
  expect(userPoolOf('dev').Properties['EmailConfiguration']).toEqual({ EmailSendingAccount: 'COGNITO_DEFAULT' });
});

function deviceConfiguration({ deviceTracking }: Environment) {
  if (deviceTracking.tracking === 'off') return undefined;
  return {
    ChallengeRequiredOnNewDevice: deviceTracking.challengeRequiredOnNewDevice,
    DeviceOnlyRememberedOnUserPrompt: deviceTracking.deviceOnlyRememberedOnUserPrompt,
  };
}
