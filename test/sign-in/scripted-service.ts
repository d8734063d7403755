import { randomBytes } from 'node:crypto';
import {
  CognitoIdentityProviderServiceException,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';
import type { Target, TargetClient } from '../../lib/sign-in/target';
import { ScriptedAuthenticator } from './scripted-authenticator';
import { deviceKeys, ScriptedDevice } from './scripted-device';
import { issueTokens } from './scripted-tokens';
import type { ScriptedTokens } from './scripted-tokens';
import { keptFromPassword, SrpService } from './srp-service';
import type { KeptSecret } from './srp-service';
import { wire } from './wire';

type Fields = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, string | undefined>>;

export interface Call {
  readonly operation: string;
  readonly input: Fields;
}

/** Bends one call: throws, or answers instead of the service; undefined leaves the call to the service. */
export type Bend = (call: Call, number: number) => unknown;

const poolName = 'example';
const username = '5c3f6f0e-1a52-4c0c-8d5b-2f4a7c1f9b11';

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
  readonly #authenticator = new ScriptedAuthenticator();
  readonly #device: ScriptedDevice;
  #srp: SrpService | undefined;
  #email = '';
  #password = '';
  #enrolled = false;
  #preferred = false;
  #revoked = false;
  #exists = false;

  constructor(pool: PoolFacts, client: TargetClient, now: () => number, bend: Bend = () => undefined) {
    this.#pool = pool;
    this.#client = client;
    this.#now = now;
    this.#bend = bend;
    this.#device = new ScriptedDevice(pool.deviceTracking?.asksUser ?? false);
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
      userPoolId: `eu-west-1_${poolName}`,
      issuer: this.issuer,
      pool: this.#pool,
      client: this.#client,
      otherClients: [],
      inbox: undefined,
      clockOffset: () => clockOffset,
    };
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
        return this.#begun(input);
      case 'RespondToAuthChallenge':
      case 'AdminRespondToAuthChallenge':
        return this.#answered(input);
      case 'GetTokensFromRefreshToken': {
        if (input['ClientSecret'] !== this.#client.secret) throw notAuthorized('Invalid client secret.');
        const { NewDeviceMetadata, ...tokens } = this.#refreshed({
          DEVICE_KEY: input['DeviceKey'] as string | undefined,
        });
        return { AuthenticationResult: tokens };
      }
      case 'AdminSetUserPassword':
        this.#password = String(input['Password']);
        return {};
      case 'AssociateSoftwareToken':
        return { SecretCode: this.#given(this.#authenticator.secret), ...this.#session(input) };
      case 'VerifySoftwareToken':
        this.#authenticator.spend(String(input['UserCode']), this.#now());
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
        if (this.#revoked) throw notAuthorized('Access Token has been revoked');
        return { Username: username };
      case 'GlobalSignOut':
      case 'RevokeToken':
        this.#revoked = true;
        return {};
      case 'ConfirmDevice':
        return this.#device.confirm(input);
      case 'UpdateDeviceStatus':
        return this.#device.update(input);
      case 'GetDevice':
        return { Device: { DeviceKey: input['DeviceKey'] } };
      case 'ListDevices':
        return { Devices: this.#device.confirmed ? [{ DeviceKey: deviceKeys.DeviceKey }] : [] };
      default:
        return {};
    }
  }

  #begun({ AuthFlow, AuthParameters }: Fields): object {
    const parameters = AuthParameters as Parameters;
    switch (AuthFlow) {
      case 'REFRESH_TOKEN_AUTH': {
        const { RefreshToken, NewDeviceMetadata, ...tokens } = this.#refreshed(parameters);
        return { AuthenticationResult: tokens };
      }
      case 'USER_SRP_AUTH': {
        const identity = { scope: poolName, name: username, password: this.#password };
        const asked = this.#askBySrp('PASSWORD_VERIFIER', keptFromPassword(identity, randomBytes(16)), parameters);
        return { ...asked, Session: undefined };
      }
      default:
        return this.#passwordShown(parameters);
    }
  }

  #answered({ ChallengeName, ChallengeResponses }: Fields): object {
    const answer = ChallengeResponses as Parameters;
    switch (ChallengeName) {
      case 'PASSWORD_VERIFIER':
        this.#proven(poolName, username, answer);
        return this.#passwordShown(answer);
      case 'DEVICE_SRP_AUTH': {
        const secret = this.#device.remembered;
        if (secret === undefined) throw notAuthorized('Incorrect username or password.');
        return this.#askBySrp('DEVICE_PASSWORD_VERIFIER', secret, answer);
      }
      case 'DEVICE_PASSWORD_VERIFIER': {
        this.#proven(deviceKeys.DeviceGroupKey, deviceKeys.DeviceKey, answer);
        const { NewDeviceMetadata, ...tokens } = this.#tokens();
        return { AuthenticationResult: tokens };
      }
      default:
        if (answer['SOFTWARE_TOKEN_MFA_CODE'] !== undefined)
          this.#authenticator.spend(answer['SOFTWARE_TOKEN_MFA_CODE'], this.#now());
        return { AuthenticationResult: this.#tokens() };
    }
  }

  #askBySrp(ChallengeName: string, secret: KeptSecret, { SRP_A }: Parameters): object {
    this.#srp = new SrpService(secret, BigInt(`0x${SRP_A}`), randomBytes(32));
    const SECRET_BLOCK = this.#given(this.#srp.secretBlock);
    const ChallengeParameters = { ...this.#srp.parameters(), SECRET_BLOCK, USER_ID_FOR_SRP: username };
    return { ChallengeName, ChallengeParameters, Session: this.#given(randomBytes(40).toString('base64url')) };
  }

  #proven(scope: string, name: string, answer: Parameters): void {
    if (this.#srp?.accepts(scope, name, answer) !== true) throw notAuthorized('Incorrect username or password.');
  }

  #passwordShown({ DEVICE_KEY }: Parameters): object {
    const session = { Session: this.#given(randomBytes(40).toString('base64url')) };
    if (DEVICE_KEY !== undefined && this.#device.remembered !== undefined)
      return { ChallengeName: 'DEVICE_SRP_AUTH', ChallengeParameters: {}, ...session };
    const ChallengeParameters = { USER_ID_FOR_SRP: username };
    if (this.#enrolled) return { ChallengeName: 'SOFTWARE_TOKEN_MFA', ChallengeParameters, ...session };
    if (this.#pool.mfa === 'ON') return { ChallengeName: 'MFA_SETUP', ChallengeParameters, ...session };
    return { ChallengeParameters: {}, AuthenticationResult: this.#tokens() };
  }

  #refreshed({ DEVICE_KEY }: Parameters): ScriptedTokens {
    if (this.#revoked) throw notAuthorized('Refresh Token has been revoked');
    if (this.#pool.deviceTracking !== undefined && DEVICE_KEY !== deviceKeys.DeviceKey)
      throw notAuthorized('Invalid Refresh Token.');
    return this.#tokens();
  }

  #tokens(): ScriptedTokens {
    this.#revoked = false;
    const tokens = issueTokens(this.issuer, this.#pool, this.#client, { username, email: this.#email });
    for (const token of [tokens.IdToken, tokens.AccessToken, tokens.RefreshToken]) this.#given(token);
    return tokens;
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
  'PASSWORD_CLAIM_SECRET_BLOCK',
  'PASSWORD_CLAIM_SIGNATURE',
  'Password',
  'REFRESH_TOKEN',
  'RefreshToken',
  'SECRET_HASH',
  'SOFTWARE_TOKEN_MFA_CODE',
  'Session',
  'Token',
  'UserCode',
]);

function notAuthorized(message: string): NotAuthorizedException {
  return new NotAuthorizedException({ message, ...wire });
}

/** A refusal by the service: the client's fault unless said otherwise. */
export function refusal(name: string, message: string, $fault: 'client' | 'server' = 'client') {
  return new CognitoIdentityProviderServiceException({ name, message, $fault, ...wire });
}
