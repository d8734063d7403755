import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import type { AuthOutput } from './auth-answer';
import { secretHash } from './secret-hash';
import type { StepContext } from './step';
import { StepOrderError } from './progress';
import type { SignInFlow, Target } from './target';

/** The operation that begins a sign-in with this client. */
export function beginOperation({ client }: Target): string {
  return client.flow === 'ADMIN_USER_PASSWORD_AUTH' ? 'AdminInitiateAuth' : 'InitiateAuth';
}

/** The operation that answers a challenge of such a sign-in. */
export function respondOperation({ client }: Target): string {
  return client.flow === 'ADMIN_USER_PASSWORD_AUTH' ? 'AdminRespondToAuthChallenge' : 'RespondToAuthChallenge';
}

/** @throws StepOrderError for a client that acts for itself: nobody signs in there */
function userFlow({ client: { name, flow } }: Target): SignInFlow {
  if (flow === 'client_credentials') throw new StepOrderError(`nobody signs in through the app client ${name}`);
  return flow;
}

/**
 * Begins a sign-in by the flow of the client.
 *
 * @param parameters beside USERNAME and SECRET_HASH, or in their place
 */
export async function begin(
  parameters: Readonly<Record<string, string>>,
  { target, user, secrets, signal }: StepContext,
): Promise<AuthOutput> {
  const { cognito, userPoolId: UserPoolId, client } = target;
  const AuthFlow = userFlow(target);
  const request = {
    ClientId: client.id,
    AuthFlow,
    AuthParameters: {
      USERNAME: user.signInName,
      ...kept(secretHash(client, user.signInName), secrets),
      ...parameters,
    },
  };
  const options = { abortSignal: signal };
  switch (AuthFlow) {
    case 'ADMIN_USER_PASSWORD_AUTH':
      return cognito.send(new AdminInitiateAuthCommand({ ...request, UserPoolId }), options);
    case 'CUSTOM_AUTH':
    case 'USER_PASSWORD_AUTH':
    case 'USER_SRP_AUTH':
      return cognito.send(new InitiateAuthCommand(request), options);
  }
}

/** A challenge as far as its answer names it. */
export interface AnsweredChallenge {
  readonly name: ChallengeNameType;
  /** undefined: the service gave none, as with PASSWORD_VERIFIER. */
  readonly session: string | undefined;
  readonly username: string;
}

/** Answers a challenge of a sign-in that {@link begin} began. */
export async function respond(
  challenge: AnsweredChallenge,
  responses: Readonly<Record<string, string>>,
  { target, secrets, signal }: StepContext,
): Promise<AuthOutput> {
  const { cognito, userPoolId: UserPoolId, client } = target;
  const request = {
    ClientId: client.id,
    ChallengeName: challenge.name,
    ...(challenge.session !== undefined && { Session: challenge.session }),
    ChallengeResponses: {
      USERNAME: challenge.username,
      ...kept(secretHash(client, challenge.username), secrets),
      ...responses,
    },
  };
  const options = { abortSignal: signal };
  switch (userFlow(target)) {
    case 'ADMIN_USER_PASSWORD_AUTH':
      return cognito.send(new AdminRespondToAuthChallengeCommand({ ...request, UserPoolId }), options);
    case 'CUSTOM_AUTH':
    case 'USER_PASSWORD_AUTH':
    case 'USER_SRP_AUTH':
      return cognito.send(new RespondToAuthChallengeCommand(request), options);
  }
}

/** The operation that refreshes the tokens of this client: where it rotates refresh tokens, REFRESH_TOKEN_AUTH is refused. */
export function refreshOperation({ client }: Target): 'GetTokensFromRefreshToken' | 'InitiateAuth' {
  return client.refreshTokenRotation ? 'GetTokensFromRefreshToken' : 'InitiateAuth';
}

/** Asks for new ID and access tokens, and with rotation for a new refresh token. */
export async function refresh(
  { refreshToken, username, deviceKey }: RefreshRequest,
  { target, secrets, signal }: StepContext,
): Promise<AuthOutput> {
  const { cognito, client } = target;
  const options = { abortSignal: signal };
  if (refreshOperation(target) === 'GetTokensFromRefreshToken') {
    const request = {
      ClientId: client.id,
      ClientSecret: client.secret,
      RefreshToken: refreshToken,
      DeviceKey: deviceKey,
    };
    return cognito.send(new GetTokensFromRefreshTokenCommand(request), options);
  }
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: client.id,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: {
        REFRESH_TOKEN: refreshToken,
        // There is no USERNAME in this request: the hash is over the stored one, not over the address.
        ...kept(secretHash(client, username), secrets),
        ...(deviceKey !== undefined && { DEVICE_KEY: deviceKey }),
      },
    }),
    options,
  );
}

export interface RefreshRequest {
  readonly refreshToken: string;
  readonly username: string;
  /** The confirmed device that the token was issued with, where the pool tracks devices. */
  readonly deviceKey: string | undefined;
}

function kept(hash: ReturnType<typeof secretHash>, secrets: StepContext['secrets']): typeof hash {
  secrets.keep(hash.SECRET_HASH);
  return hash;
}
