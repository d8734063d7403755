import { systemRandomness } from '../../lib/local-pool/randomness';
import { kms } from '../../lib/local-pool/stand-ins/kms';
import { KmsKeys } from '../../lib/local-pool/stand-ins/kms-key';
import { encryptCode } from '../../lib/local-pool/triggers/encrypt-code';
import { json, type Respond } from './loopback-server';

export const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001';

const keys = new KmsKeys(systemRandomness);
const key = keys.add({ arn: keyArn, aliases: [] });

/** A code as an event carries it. */
export function encrypted(code: string, userPoolId = 'eu-west-1_AbCdEfGhI'): Promise<string> {
  return encryptCode(code, userPoolId, key);
}

/** KMS, with the key under which the codes are encrypted. */
export const answerKms: Respond = (response, request) => {
  const { 'x-amz-target': target } = request.headers;
  const { status, body } = kms(typeof target === 'string' ? target : undefined, request.body, keys);
  json(status, body)(response, request);
};
