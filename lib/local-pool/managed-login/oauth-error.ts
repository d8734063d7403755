import {
  InvalidLambdaResponseException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
} from '../wire/exceptions';

/** The error codes of the token and revocation endpoints (RFC 6749 section 5.2, RFC 7009 section 2.2.1). */
export type OAuthErrorCode =
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_token_type';

/** A refusal of the token or revocation endpoint. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;
  /** error_description; the service leaves it out nearly everywhere. */
  readonly description: string | undefined;

  /** @param why for the log alone, and nothing of the request in it */
  constructor(code: OAuthErrorCode, why: string, description?: string) {
    super(why);
    this.code = code;
    this.description = description;
  }
}

/**
 * A trigger that failed, as a refusal; anything else as it is. Which code the service uses here is not documented:
 * invalid_request is what its redirects carry when a trigger fails.
 */
export function refusalOfTrigger(thrown: unknown): unknown {
  const failed =
    thrown instanceof UserLambdaValidationException ||
    thrown instanceof UnexpectedLambdaException ||
    thrown instanceof InvalidLambdaResponseException;
  return failed ? new OAuthError('invalid_request', thrown.detail ?? thrown.type, thrown.message) : thrown;
}
