import type { UserMigrationTriggerEvent } from 'aws-lambda';
import { TriggerError } from '../trigger-error';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { LegacyAccount, LegacyAnswer, Question } from './legacy-answer';

/** The legacy service could not be used. The facts have the reason of docs/user-migration.md. */
export class LegacyServiceError extends TriggerError {
  override readonly name = 'LegacyServiceError';
}

/**
 * What to ask about a user whom the user pool does not have. `userName` is what the user typed.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
 */
export function questionOf(event: UserMigrationTriggerEvent): Question {
  const { triggerSource } = event;
  switch (triggerSource) {
    case 'UserMigration_Authentication':
      return { kind: 'sign-in', username: event.userName, password: event.request.password };
    case 'UserMigration_ForgotPassword':
      return { kind: 'lookup', username: event.userName };
    default:
      throw new UnknownTriggerSourceError(triggerSource);
  }
}

/**
 * The response that creates the user, or undefined to create nobody: Cognito then answers as for any unknown user, so
 * that nobody learns who has an account. A refusal thrown here would be told apart from a wrong password.
 *
 * @throws LegacyServiceError when the legacy service could not be used
 */
export function decide(answer: LegacyAnswer): UserMigrationTriggerEvent['response'] | undefined {
  switch (answer.kind) {
    case 'account':
      return {
        userAttributes: attributesOf(answer.account),
        // The password was right, or is about to be replaced by the code that is sent to the verified address.
        finalUserStatus: 'CONFIRMED',
        messageAction: 'SUPPRESS',
        desiredDeliveryMediums: ['EMAIL'],
        forceAliasCreation: false,
      };
    case 'nobody':
      return undefined;
    case 'failure':
      throw new LegacyServiceError('The legacy service could not be used', {
        reason: answer.reason,
        status: answer.status,
      });
  }
}

function attributesOf(account: LegacyAccount): Record<string, string> {
  return {
    email: account.email,
    email_verified: 'true',
    ...(account.name === undefined ? {} : { name: account.name }),
    ...(account.locale === undefined ? {} : { locale: account.locale }),
    ...(account.legacyId === undefined ? {} : { 'custom:legacy_id': account.legacyId }),
  };
}
