import type { TargetError } from './target-error';
import { CredentialsError, RefusedByAwsError, UnreachableError } from './target-error';

/** A call to AWS, for messages. */
export interface AwsCall {
  readonly service: string;
  readonly operation: string;
  /** Where it went, as far as it is known. */
  readonly endpoint: string;
}

const rejectedCredentials = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

const network = /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE)$/;

/** Puts what the SDK throws into one message: credentials, network, or what AWS says. */
export function awsError(thrown: unknown, { service, operation, endpoint }: AwsCall): TargetError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error ? String(error.code) : '';
  if (/CredentialsProviderError|TokenProviderError/.test(error.name))
    return new CredentialsError(`There are no usable AWS credentials: ${firstLine(error.message)}.`, thrown);
  if (rejectedCredentials.has(error.name))
    return new CredentialsError(
      `AWS did not take the credentials (${error.name}: ${firstLine(error.message)}).`,
      thrown,
    );
  if (network.test(code) || error.name === 'TimeoutError')
    return new UnreachableError(service, firstLine(error.message) || code, endpoint, thrown);
  return new RefusedByAwsError(operation, error.name, firstLine(error.message), thrown);
}

/** A refused signature is followed by the whole request, and several addresses that failed by one line each. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
