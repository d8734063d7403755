import type { PostConfirmationTriggerEvent } from 'aws-lambda';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';

/** A user who is to belong to a group. */
export interface Membership {
  readonly userPoolId: string;
  readonly userName: string;
  readonly group: string;
}

/**
 * The membership that a confirmation brings, or undefined for none: who resets a password was confirmed before, and
 * may have been taken out of the group since.
 *
 * Users that an administrator creates are not confirmed through this trigger, so they get their groups from there.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
 */
export function decide(
  event: Pick<PostConfirmationTriggerEvent, 'triggerSource' | 'userPoolId' | 'userName'>,
  settings: Settings,
): Membership | undefined {
  switch (event.triggerSource) {
    case 'PostConfirmation_ConfirmSignUp':
      return { userPoolId: event.userPoolId, userName: event.userName, group: settings.defaultGroup };
    case 'PostConfirmation_ConfirmForgotPassword':
      return undefined;
    default:
      throw new UnknownTriggerSourceError(event.triggerSource);
  }
}
