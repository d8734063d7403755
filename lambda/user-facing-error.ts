/**
 * A refusal whose text the users of an app may read. Cognito passes it on as
 * `<Trigger> failed with error <message>.`: it adds the full stop, so the message has none.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError';
}
