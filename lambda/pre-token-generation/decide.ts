import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { TriggerError } from '../trigger-error';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';

/** From event version 2 on a claim may be a list; the published types still say string. */
export type Claims = Readonly<Record<string, string | readonly string[]>>;

/** What is added to each token; nothing is suppressed, and scopes and `cognito:groups` stay as they are. */
export interface TokenResponse {
  readonly claimsAndScopeOverrideDetails: {
    readonly idTokenGeneration: { readonly claimsToAddOrOverride: Claims };
    readonly accessTokenGeneration: { readonly claimsToAddOrOverride: Claims };
  };
}

export type TokenEvent = Omit<PreTokenGenerationV2TriggerEvent, 'response'> & {
  response: TokenResponse | PreTokenGenerationV2TriggerEvent['response'];
};

/** The user pool calls with another event version, whose response would be ignored without a word. */
export class EventVersionError extends TriggerError {
  override readonly name = 'EventVersionError';
}

/**
 * The claims that the tokens get. They are the same however the tokens come about: a refreshed token says what a fresh
 * one says.
 *
 * @throws EventVersionError unless the user pool uses LambdaVersion V2_0
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function decide(event: TokenEvent, settings: Settings): TokenResponse {
  if (event.version !== '2') {
    throw new EventVersionError('The user pool must call this handler with LambdaVersion V2_0', {
      eventVersion: event.version,
      userPoolId: event.userPoolId,
    });
  }
  switch (event.triggerSource) {
    case 'TokenGeneration_HostedAuth':
    case 'TokenGeneration_Authentication':
    case 'TokenGeneration_NewPasswordChallenge':
    case 'TokenGeneration_AuthenticateDevice':
    case 'TokenGeneration_RefreshTokens':
      return claimsOf(event.request, settings);
    default:
      throw new UnknownTriggerSourceError(event.triggerSource);
  }
}

function claimsOf(request: TokenEvent['request'], settings: Settings): TokenResponse {
  // A user in no group gets an empty list: where the claim is missing, the trigger did not run.
  const groups = { [settings.groupsClaim]: request.groupConfiguration.groupsToOverride ?? [] };
  return {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride: groups },
      accessTokenGeneration: {
        claimsToAddOrOverride: { ...attributeClaims(request.userAttributes, settings.attributeClaims), ...groups },
      },
    },
  };
}

/** An attribute without a value makes no claim: an empty one could be mistaken for a value. */
function attributeClaims(
  attributes: Readonly<Record<string, string>>,
  wanted: Settings['attributeClaims'],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([claim, name]) => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return value === undefined || value === '' ? [] : [[claim, value]];
    }),
  );
}
