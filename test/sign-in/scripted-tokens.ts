import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';
import type { TargetClient } from '../../lib/sign-in/target';
import { deviceKeys } from './scripted-device';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The key set, as it stands at the issuer. */
export const keySet: object = {
  keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
};

export interface ScriptedTokens {
  readonly IdToken: string;
  readonly AccessToken: string;
  readonly RefreshToken: string;
  readonly NewDeviceMetadata?: typeof deviceKeys;
}

/** Really signed tokens that say what the template promises. */
export function issueTokens(
  issuer: string,
  { deviceTracking, groupsClaim }: PoolFacts,
  { id: clientId, idTokenSeconds, accessTokenSeconds }: TargetClient,
  { username, email }: { readonly username: string; readonly email: string },
): ScriptedTokens {
  const iat = Math.floor(Date.now() / 1000);
  const both = { iss: issuer, sub: username, iat, ...(groupsClaim !== undefined && { [groupsClaim]: [] }) };
  return {
    IdToken: sign({
      ...both,
      aud: clientId,
      token_use: 'id',
      'cognito:username': username,
      email,
      email_verified: true,
      exp: iat + idTokenSeconds,
    }),
    AccessToken: sign({
      ...both,
      client_id: clientId,
      token_use: 'access',
      username,
      scope: 'aws.cognito.signin.user.admin',
      exp: iat + accessTokenSeconds,
      ...(deviceTracking && { device_key: deviceKeys.DeviceKey }),
    }),
    RefreshToken: randomBytes(60).toString('base64url'),
    ...(deviceTracking && { NewDeviceMetadata: deviceKeys }),
  };
}

/** A token that says so, really signed. */
export function sign(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}
