import type { UserMigrationTriggerEvent } from 'aws-lambda';
import { decide, LegacyServiceError, questionOf } from '../../../lambda/user-migration/decide';
import { failureReasons } from '../../../lambda/user-migration/legacy-answer';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';
import { fixtureEvent } from '../fixture-event';

describe('the question', () => {
  it('at a sign-in (UserMigration_Authentication) has what the user typed, the password too', () => {
    expect(questionOf(fixtureEvent('user-migration-authentication'))).toEqual({
      kind: 'sign-in',
      username: 'anna@example.com',
      password: 'Correct-horse-7-battery',
    });
  });

  it('after a forgotten password (UserMigration_ForgotPassword) has no password', () => {
    expect(questionOf(fixtureEvent('user-migration-forgot-password'))).toEqual({
      kind: 'lookup',
      username: 'anna@example.com',
    });
  });

  it('for a source that nobody has decided on is not asked', () => {
    const event = { ...fixtureEvent('user-migration-authentication'), triggerSource: 'UserMigration_Somehow' };
    expect(() => questionOf(event as UserMigrationTriggerEvent)).toThrow(UnknownTriggerSourceError);
  });
});

describe('the decision', () => {
  it('on an account creates a confirmed user with a verified address and sends no message', () => {
    const account = { email: 'anna@example.com', name: 'Anna', locale: 'ja-JP', legacyId: '4711' };
    expect(decide({ kind: 'account', account })).toEqual({
      userAttributes: {
        email: 'anna@example.com',
        email_verified: 'true',
        name: 'Anna',
        locale: 'ja-JP',
        'custom:legacy_id': '4711',
      },
      finalUserStatus: 'CONFIRMED',
      messageAction: 'SUPPRESS',
      desiredDeliveryMediums: ['EMAIL'],
      forceAliasCreation: false,
    });
  });

  it('on an account with an address alone sets no attribute beyond it', () => {
    expect(decide({ kind: 'account', account: { email: 'anna@example.com' } })?.userAttributes).toEqual({
      email: 'anna@example.com',
      email_verified: 'true',
    });
  });

  it('on nobody creates nobody, and leaves the refusal to Cognito', () => {
    expect(decide({ kind: 'nobody' })).toBeUndefined();
  });

  it.each(failureReasons)('on %s is an error that names the reason', (reason) => {
    const attempt = () => decide({ kind: 'failure', reason, status: 500 });
    expect(attempt).toThrow(LegacyServiceError);
    expect(attempt).toThrow('The legacy service could not be used');
  });
});
