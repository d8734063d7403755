import { defaultRegion, regionOf } from '../call';
import { operations } from '../operations/registry';
import type { Operation } from '../operations/operation';
import type { LocalService } from '../service';
import { featureOf } from '../operations/not-simulated-operations';
import { isOperationOfTheService } from '../operations/service-operations';
import {
  InternalErrorException,
  MissingAuthenticationTokenException,
  NotSimulatedException,
  SerializationException,
  ServiceException,
  UnknownOperationException,
} from '../wire/exceptions';

/** The part of an HTTP request that the API looks at. */
export interface ApiRequest {
  readonly target: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface ApiReply {
  readonly status: number;
  readonly body: object;
  readonly outcome: Outcome;
}

/** A request as the log may tell it: what was called, and the exception if there is one. Never anything of the request. */
export interface Outcome {
  readonly operation: string;
  readonly error?: ServiceException;
  /** How managed login refused; its reason has been logged. */
  readonly refused?: string | undefined;
  /** The challenge that was asked. */
  readonly challenge?: string | undefined;
}

const prefix = 'AWSCognitoIdentityProviderService.';

/**
 * One request of the AWS JSON 1.1 protocol, in the service's order: target, signature, JSON, constraints, operation. This
 * is the one place where an error becomes wire text.
 */
export async function answer(service: LocalService, request: ApiRequest): Promise<ApiReply> {
  const reply = await perform(service, request);
  try {
    // A refusal may have changed something too, or tell of what another request has changed.
    await service.kept();
    return reply;
  } catch (thrown) {
    return refusalOf(thrown, reply.outcome);
  }
}

async function perform(service: LocalService, request: ApiRequest): Promise<ApiReply> {
  const name = request.target?.startsWith(prefix) === true ? request.target.slice(prefix.length) : undefined;
  // A log line holds nothing that a caller can choose.
  const outcome = { operation: name !== undefined && isOperationOfTheService(name) ? name : 'unknown operation' };
  try {
    const operation = requireOperation(name);
    requireSignature(operation, request.authorization);
    const body = await operation.handle(service, parse(request.body), {
      region: regionOf(request.authorization) ?? defaultRegion,
    });
    return { status: 200, body, outcome: { ...outcome, ...challengeIn(body) } };
  } catch (thrown) {
    return refusalOf(thrown, outcome);
  }
}

function refusalOf(thrown: unknown, { operation }: Outcome): ApiReply {
  const error = asServiceException(thrown);
  return {
    status: error.status,
    body: { __type: error.type, message: error.message },
    outcome: { operation, error },
  };
}

function challengeIn(body: object): Pick<Outcome, 'challenge'> {
  return 'ChallengeName' in body && typeof body.ChallengeName === 'string' ? { challenge: body.ChallengeName } : {};
}

function requireOperation(name: string | undefined): Operation {
  const operation = operations.get(name ?? '');
  if (operation !== undefined) return operation;
  const feature = featureOf(name ?? '');
  if (feature !== undefined) throw new NotSimulatedException(`The operation ${name ?? ''} (${feature})`);
  throw new UnknownOperationException(`${name ?? 'The request'} is no operation of Amazon Cognito user pools.`);
}

/** The signature's presence only: there are no AWS accounts here to check it against. */
function requireSignature({ name, authorisation }: Operation, authorization: string | undefined): void {
  if (authorisation === 'signature' && authorization?.startsWith('AWS4-') !== true)
    throw new MissingAuthenticationTokenException(
      `Missing Authentication Token: ${name} must be signed with AWS credentials; here any will do.`,
    );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body === '' ? '{}' : body) as unknown;
  } catch {
    throw new SerializationException('The request body is not JSON.');
  }
}

/** Anything that is not of the service is a fault of this program: the caller learns no more than that. */
export function asServiceException(thrown: unknown): ServiceException {
  if (thrown instanceof ServiceException) return thrown;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new InternalErrorException('The local user pool failed; its log says how.', detail);
}
