/**
 * The exceptions of the service, one class each, named as on the wire. `message` is wire text and reaches the caller;
 * `detail` is for the log only. All modelled client errors are HTTP 400 (cognito-idp API reference, "Errors").
 */
export abstract class ServiceException extends Error {
  abstract readonly type: string;
  readonly status: number = 400;
  readonly detail: string | undefined;

  constructor(message: string, detail?: string) {
    super(message);
    this.detail = detail;
  }

  override get name(): string {
    return this.type;
  }
}

export class AliasExistsException extends ServiceException {
  readonly type = 'AliasExistsException';
}

export class CodeMismatchException extends ServiceException {
  readonly type = 'CodeMismatchException';
}

export class DeviceKeyExistsException extends ServiceException {
  readonly type = 'DeviceKeyExistsException';
}

export class DuplicateProviderException extends ServiceException {
  readonly type = 'DuplicateProviderException';
}

export class EnableSoftwareTokenMFAException extends ServiceException {
  readonly type = 'EnableSoftwareTokenMFAException';
}

export class ExpiredCodeException extends ServiceException {
  readonly type = 'ExpiredCodeException';
}

export class FeatureUnavailableInTierException extends ServiceException {
  readonly type = 'FeatureUnavailableInTierException';
}

export class GroupExistsException extends ServiceException {
  readonly type = 'GroupExistsException';
}

export class InternalErrorException extends ServiceException {
  readonly type = 'InternalErrorException';
  override readonly status = 500;
}

export class InvalidLambdaResponseException extends ServiceException {
  readonly type = 'InvalidLambdaResponseException';
}

export class InvalidParameterException extends ServiceException {
  readonly type = 'InvalidParameterException';
}

export class InvalidPasswordException extends ServiceException {
  readonly type = 'InvalidPasswordException';
}

export class InvalidUserPoolConfigurationException extends ServiceException {
  readonly type = 'InvalidUserPoolConfigurationException';
}

export class LimitExceededException extends ServiceException {
  readonly type = 'LimitExceededException';
}

export class MFAMethodNotFoundException extends ServiceException {
  readonly type = 'MFAMethodNotFoundException';
}

export class NotAuthorizedException extends ServiceException {
  readonly type = 'NotAuthorizedException';
}

export class PasswordHistoryPolicyViolationException extends ServiceException {
  readonly type = 'PasswordHistoryPolicyViolationException';
}

export class PasswordResetRequiredException extends ServiceException {
  readonly type = 'PasswordResetRequiredException';
}

export class RefreshTokenReuseException extends ServiceException {
  readonly type = 'RefreshTokenReuseException';
}

export class ResourceNotFoundException extends ServiceException {
  readonly type = 'ResourceNotFoundException';
}

export class ScopeDoesNotExistException extends ServiceException {
  readonly type = 'ScopeDoesNotExistException';
}

export class SoftwareTokenMFANotFoundException extends ServiceException {
  readonly type = 'SoftwareTokenMFANotFoundException';
}

export class TierChangeNotAllowedException extends ServiceException {
  readonly type = 'TierChangeNotAllowedException';
}

export class UnauthorizedException extends ServiceException {
  readonly type = 'UnauthorizedException';
}

export class UnexpectedLambdaException extends ServiceException {
  readonly type = 'UnexpectedLambdaException';
}

export class UnsupportedOperationException extends ServiceException {
  readonly type = 'UnsupportedOperationException';
}

export class UnsupportedTokenTypeException extends ServiceException {
  readonly type = 'UnsupportedTokenTypeException';
}

export class UnsupportedUserStateException extends ServiceException {
  readonly type = 'UnsupportedUserStateException';
}

export class UserLambdaValidationException extends ServiceException {
  readonly type = 'UserLambdaValidationException';
}

export class UserNotConfirmedException extends ServiceException {
  readonly type = 'UserNotConfirmedException';
}

export class UserNotFoundException extends ServiceException {
  readonly type = 'UserNotFoundException';
}

export class UsernameExistsException extends ServiceException {
  readonly type = 'UsernameExistsException';
}

/** The request carries no signature although the operation needs one (AWS common errors). */
export class MissingAuthenticationTokenException extends ServiceException {
  readonly type = 'MissingAuthenticationTokenException';
}

/** The body is not the JSON that the operation's shape describes (AWS JSON 1.1). */
export class SerializationException extends ServiceException {
  readonly type = 'SerializationException';
}

/** The service has no operation of that name (AWS JSON 1.1). */
export class UnknownOperationException extends ServiceException {
  readonly type = 'UnknownOperationException';
}

/**
 * Not of the service: the operation, flow or setting exists on Cognito and the local user pool leaves it out. 501 is
 * not retried by the AWS SDKs.
 */
export class NotSimulatedException extends ServiceException {
  readonly type = 'NotSimulatedException';
  override readonly status = 501;

  constructor(what: string) {
    super(`${what} is not simulated by the local user pool. docs/local-pool.md lists what is; a deployed pool has it.`);
  }
}
