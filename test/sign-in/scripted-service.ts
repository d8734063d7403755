import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  CodeMismatchException,
  CognitoIdentityProviderServiceException,
  ExpiredCodeException,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { Secret, TOTP } from 'otpauth';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';
import type { Target, TargetClient } from '../../lib/sign-in/target';

type Fields = Readonly<Record<string, unknown>>;

export interface Call {
  readonly operation: string;
  readonly input: Fields;
}

/** Bends one call: throws, or answers instead of the service; undefined leaves the call to the service. */
export type Bend = (call: Call, number: number) => unknown;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const username = '5c3f6f0e-1a52-4c0c-8d5b-2f4a7c1f9b11';
const device = { DeviceKey: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b', DeviceGroupKey: '-AbCdEfGh' };

/** Errors of the SDK carry what came over the wire. */
export const wire = { $metadata: { httpStatusCode: 400 } };

/**
 * Plays the service for one journey: it knows one user, makes real tokens, and checks real TOTP codes. It is no user pool:
 * what it does not need for a journey it does not check.
 */
export class ScriptedService {
  readonly calls: Call[] = [];
  readonly issuer = 'https://issuer.example/eu-west-1_example';
  /** Everything that it gave out and nobody may show. */
  readonly secrets = new Set<string>();
  readonly #pool: PoolFacts;
  readonly #client: TargetClient;
  readonly #now: () => number;
  readonly #bend: Bend;
  readonly #totpSecret = new Secret({ buffer: new Uint8Array(randomBytes(32)).buffer });
  readonly #spent: number[] = [];
  #email = '';
  #enrolled = false;
  #preferred = false;
  #revoked = false;
  #exists = false;

  constructor(pool: PoolFacts, client: TargetClient, now: () => number, bend: Bend = () => undefined) {
    this.#pool = pool;
    this.#client = client;
    this.#now = now;
    this.#bend = bend;
  }

  /** Whether the user is there. */
  get userExists(): boolean {
    return this.#exists;
  }

  get operations(): readonly string[] {
    return this.calls.map(({ operation }) => operation);
  }

  target(clockOffset = 0): Target {
    const send = async (command: { readonly constructor: { readonly name: string }; readonly input: Fields }) => {
      const call = { operation: command.constructor.name.replace(/Command$/, ''), input: command.input };
      this.calls.push(call);
      this.#remember(call.input);
      return (await this.#bend(call, this.calls.length - 1)) ?? this.#answer(call);
    };
    return {
      cognito: { send },
      userPoolId: 'eu-west-1_example',
      issuer: this.issuer,
      pool: this.#pool,
      client: this.#client,
      clockOffset: () => clockOffset,
    };
  }

  /** The key set, as it stands at the issuer. */
  keySet(): object {
    return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] };
  }

  #answer({ operation, input }: Call): unknown {
    switch (operation) {
      case 'AdminCreateUser':
        this.#exists = true;
        this.#email = String(input['Username']);
        return { User: { Username: username } };
      case 'AdminDeleteUser':
        if (!this.#exists) throw new UserNotFoundException({ message: 'User does not exist.', ...wire });
        this.#exists = false;
        return {};
      case 'InitiateAuth':
      case 'AdminInitiateAuth':
        return input['AuthFlow'] === 'REFRESH_TOKEN_AUTH' ? this.#refreshed() : this.#passwordShown();
      case 'RespondToAuthChallenge':
      case 'AdminRespondToAuthChallenge': {
        const { SOFTWARE_TOKEN_MFA_CODE: code } = input['ChallengeResponses'] as Record<string, string | undefined>;
        if (code !== undefined) this.#spend(code);
        return { AuthenticationResult: this.#tokens() };
      }
      case 'AssociateSoftwareToken':
        return { SecretCode: this.#given(this.#totpSecret.base32), ...this.#session(input) };
      case 'VerifySoftwareToken':
        this.#spend(String(input['UserCode']));
        this.#enrolled = true;
        return { Status: 'SUCCESS', ...this.#session(input) };
      case 'SetUserMFAPreference':
        this.#preferred = true;
        return {};
      case 'AdminGetUser':
        return this.#preferred
          ? { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA', UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }
          : {};
      case 'GetUser':
        if (this.#revoked) throw new NotAuthorizedException({ message: 'Access Token has been revoked', ...wire });
        return { Username: username };
      case 'GlobalSignOut':
      case 'RevokeToken':
        this.#revoked = true;
        return {};
      case 'ConfirmDevice':
        return { UserConfirmationNecessary: this.#pool.deviceTracking?.asksUser };
      default:
        return {};
    }
  }

  #passwordShown(): object {
    const session = { Session: this.#given(randomBytes(40).toString('base64url')) };
    const ChallengeParameters = { USER_ID_FOR_SRP: username };
    if (this.#enrolled) return { ChallengeName: 'SOFTWARE_TOKEN_MFA', ChallengeParameters, ...session };
    if (this.#pool.mfa === 'ON') return { ChallengeName: 'MFA_SETUP', ChallengeParameters, ...session };
    return { ChallengeParameters: {}, AuthenticationResult: this.#tokens() };
  }

  #refreshed(): object {
    if (this.#revoked) throw new NotAuthorizedException({ message: 'Refresh Token has been revoked', ...wire });
    const { RefreshToken, NewDeviceMetadata, ...tokens } = this.#tokens();
    return { AuthenticationResult: tokens };
  }

  #tokens() {
    this.#revoked = false;
    const { id: clientId, idTokenSeconds, accessTokenSeconds } = this.#client;
    const { deviceTracking, groupsClaim } = this.#pool;
    const iat = Math.floor(Date.now() / 1000);
    const both = { iss: this.issuer, sub: username, iat, ...(groupsClaim !== undefined && { [groupsClaim]: [] }) };
    return {
      IdToken: this.#sign({
        ...both,
        aud: clientId,
        token_use: 'id',
        'cognito:username': username,
        email: this.#email,
        email_verified: true,
        exp: iat + idTokenSeconds,
      }),
      AccessToken: this.#sign({
        ...both,
        client_id: clientId,
        token_use: 'access',
        username,
        scope: 'aws.cognito.signin.user.admin',
        exp: iat + accessTokenSeconds,
        ...(deviceTracking && { device_key: device.DeviceKey }),
      }),
      RefreshToken: this.#given(randomBytes(60).toString('base64url')),
      ...(deviceTracking && { NewDeviceMetadata: device }),
    };
  }

  #sign(claims: Fields): string {
    const part = (value: Fields): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
    return this.#given(`${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`);
  }

  #spend(code: string): void {
    const totp = new TOTP({ secret: this.#totpSecret, algorithm: 'SHA1', digits: 6, period: 30 });
    const delta = totp.validate({ token: code, timestamp: this.#now(), window: 1 });
    if (delta === null) throw new CodeMismatchException({ message: 'Invalid code received for user', ...wire });
    const step = Math.floor(this.#now() / 30_000) + delta;
    if (this.#spent.includes(step))
      throw new ExpiredCodeException({ message: 'Your software token has already been used once.', ...wire });
    this.#spent.push(step);
  }

  #session(input: Fields): object {
    return input['Session'] === undefined ? {} : { Session: this.#given(randomBytes(40).toString('base64url')) };
  }

  #given(secret: string): string {
    this.secrets.add(secret);
    return secret;
  }

  /** What a request holds and nobody may show. */
  #remember(input: Fields): void {
    for (const [key, value] of Object.entries(input)) {
      if (typeof value === 'object' && value !== null) this.#remember(value as Fields);
      else if (secretFields.has(key)) this.secrets.add(String(value));
    }
  }
}

const secretFields = new Set([
  'AccessToken',
  'ClientSecret',
  'PASSWORD',
  'Password',
  'REFRESH_TOKEN',
  'SECRET_HASH',
  'SOFTWARE_TOKEN_MFA_CODE',
  'Session',
  'Token',
  'UserCode',
]);

/** A refusal by the service: the client's fault unless said otherwise. */
export function refusal(name: string, message: string, $fault: 'client' | 'server' = 'client') {
  return new CognitoIdentityProviderServiceException({ name, message, $fault, ...wire });
}
