import { z } from 'zod';
import { failure, notSimulated, readJson, type StandInReply } from './json-protocol';

/** The secrets that functions may read. */
export interface SecretStore {
  /** The current value of the secret with this name or ARN. */
  get(id: string): string | undefined;
}

const getSecretValueInput = z.object({
  SecretId: z.string().min(1).max(2048),
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});

/**
 * Answers a request to AWS Secrets Manager (AWS JSON 1.1): GetSecretValue of the current version, which is all that a
 * function needs to read its secret, and for anything else an error that names the call.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 * @param target the X-Amz-Target header
 */
export function secretsManager(target: string | undefined, body: string, secrets: SecretStore): StandInReply {
  if (target === 'secretsmanager.GetSecretValue') return getSecretValue(body, secrets);
  const call = target ?? 'A Secrets Manager request without X-Amz-Target';
  return notSimulated(call, 'secretsmanager.GetSecretValue is');
}

function getSecretValue(body: string, secrets: SecretStore): StandInReply {
  const request = readJson(body);
  if (request === undefined) return failure(400, 'SerializationException', 'The request body is not JSON.');
  const input = getSecretValueInput.safeParse(request);
  if (!input.success) return failure(400, 'InvalidParameterException', z.prettifyError(input.error));
  const { SecretId, VersionId, VersionStage = currentStage } = input.data;
  const value = namesOf(SecretId)
    .map((id) => secrets.get(id))
    .find((found) => found !== undefined);
  if (value === undefined) return notFound('.');
  if (VersionId !== undefined) return notFound(` value for VersionId: ${VersionId}`);
  if (VersionStage !== currentStage) return notFound(` value for staging label: ${VersionStage}`);
  const known = SecretId.startsWith('arn:') ? { ARN: SecretId, Name: namesOf(SecretId).at(-1) } : { Name: SecretId };
  return { status: 200, body: { ...known, SecretString: value, VersionStages: [currentStage] } };
}

/** The only version that there is. */
const currentStage = 'AWSCURRENT';

function notFound(rest: string): StandInReply {
  return failure(400, 'ResourceNotFoundException', `Secrets Manager can't find the specified secret${rest}`);
}

/**
 * The ids under which a secret may be known, most exact first: as given, and for an ARN the name in it, which the service
 * follows with a hyphen and six characters of its own.
 */
function namesOf(id: string): readonly string[] {
  const name = /^arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:(.+)$/.exec(id)?.[1];
  return name === undefined ? [id] : [id, name, name.replace(/-[A-Za-z0-9]{6}$/, '')];
}
