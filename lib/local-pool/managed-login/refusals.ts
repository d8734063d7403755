import type { ServiceException } from '../wire/exceptions';

/** What a page says when the service refuses; the words are in the texts of its language. */
export type RefusalName =
  | 'incorrectCredentials'
  | 'userNotFound'
  | 'userDisabled'
  | 'attemptsExceeded'
  | 'temporaryPasswordExpired'
  | 'sessionExpired'
  | 'signInOver'
  | 'codeMismatch'
  | 'codeExpired'
  | 'codeUsed'
  | 'limitExceeded'
  | 'invalidPassword'
  | 'passwordUsedBefore'
  | 'usernameExists'
  | 'aliasExists'
  | 'signUpClosed'
  | 'alreadyConfirmed'
  | 'invalidParameter'
  | 'refusedByTrigger'
  | 'recoveryImpossible'
  | 'failed';

/** A refusal as a page shows it. */
export interface Refusal {
  readonly name: RefusalName;
  /** What the service says beyond that: the rule that a password breaks, the words of a trigger. */
  readonly detail: string | undefined;
}

/** In order: the first row that fits. Words are the beginning of those of the service. */
const table: readonly (readonly [type: string, words: string, name: RefusalName, showsDetail?: 'detail'])[] = [
  ['NotAuthorizedException', 'Incorrect username or password', 'incorrectCredentials'],
  ['NotAuthorizedException', 'User is disabled', 'userDisabled'],
  ['NotAuthorizedException', 'Password attempts exceeded', 'attemptsExceeded'],
  ['NotAuthorizedException', 'Temporary password has expired', 'temporaryPasswordExpired'],
  ['NotAuthorizedException', 'Invalid session for the user, session is expired', 'sessionExpired'],
  ['NotAuthorizedException', 'Invalid session for the user', 'signInOver'],
  ['NotAuthorizedException', 'SignUp is not permitted', 'signUpClosed'],
  ['NotAuthorizedException', 'User cannot be confirmed', 'alreadyConfirmed'],
  ['InvalidParameterException', 'User is already confirmed', 'alreadyConfirmed'],
  ['InvalidParameterException', 'Cannot reset password', 'recoveryImpossible'],
  ['NotAuthorizedException', 'User password cannot be reset', 'recoveryImpossible'],
  ['NotAuthorizedException', 'Contact administrator', 'recoveryImpossible'],
  ['NotAuthorizedException', '', 'failed', 'detail'],
  ['UserNotFoundException', '', 'userNotFound'],
  ['CodeMismatchException', '', 'codeMismatch'],
  ['EnableSoftwareTokenMFAException', 'Your software token has already been used', 'codeUsed'],
  ['EnableSoftwareTokenMFAException', '', 'codeMismatch'],
  ['ExpiredCodeException', 'Your software token has already been used', 'codeUsed'],
  ['ExpiredCodeException', '', 'codeExpired'],
  ['LimitExceededException', '', 'limitExceeded'],
  ['InvalidPasswordException', '', 'invalidPassword', 'detail'],
  ['PasswordHistoryPolicyViolationException', '', 'passwordUsedBefore'],
  ['UsernameExistsException', '', 'usernameExists'],
  ['AliasExistsException', '', 'aliasExists'],
  ['InvalidParameterException', '', 'invalidParameter', 'detail'],
  ['UserLambdaValidationException', '', 'refusedByTrigger', 'detail'],
];

/** What a page says of an exception; of one that it does not expect, that it failed, and how. */
export function refusalOf({ type, message }: Pick<ServiceException, 'type' | 'message'>): Refusal {
  const row = table.find(([expected, words]) => type === expected && message.startsWith(words));
  if (row === undefined) return { name: 'failed', detail: message };
  const [, , name, showsDetail] = row;
  return { name, detail: showsDetail === undefined ? undefined : message };
}
