import type { PreTokenGenerationV2TriggerEvent, PreTokenGenerationV3TriggerEvent } from 'aws-lambda';
import { TriggerError } from '../trigger-error';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';

/** From event version 2 on a claim may be a list; the published types still say string. */
export type Claims = Readonly<Record<string, string | readonly string[]>>;

/** The response to events of version 1, which knows the ID token alone. */
export interface IdTokenResponse {
  readonly claimsOverrideDetails: { readonly claimsToAddOrOverride: Readonly<Record<string, string>> };
}

/** The response from version 2 on. A machine gets an access token alone. */
export interface TokenResponse {
  readonly claimsAndScopeOverrideDetails: {
    readonly idTokenGeneration?: { readonly claimsToAddOrOverride: Claims };
    readonly accessTokenGeneration: { readonly claimsToAddOrOverride: Claims };
  };
}

/** An event of any version, which `version` tells. */
export type TokenEvent = Omit<PreTokenGenerationV2TriggerEvent, 'response' | 'triggerSource'> & {
  readonly triggerSource:
    PreTokenGenerationV2TriggerEvent['triggerSource'] | PreTokenGenerationV3TriggerEvent['triggerSource'];
  response: unknown;
};

/** The user pool calls with an event version that cannot carry what is wanted, or that nobody knows. */
export class EventVersionError extends TriggerError {
  override readonly name = 'EventVersionError';
}

/**
 * What is added to the tokens; nothing is suppressed, and scopes and `cognito:groups` stay as they are. A user gets the
 * same claims however the tokens come about: a refreshed token says what a fresh one says.
 *
 * @throws EventVersionError where the response would be ignored without a word, in whole or in part
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function decide(event: TokenEvent, settings: Settings): IdTokenResponse | TokenResponse {
  switch (event.triggerSource) {
    case 'TokenGeneration_HostedAuth':
    case 'TokenGeneration_Authentication':
    case 'TokenGeneration_NewPasswordChallenge':
    case 'TokenGeneration_AuthenticateDevice':
    case 'TokenGeneration_RefreshTokens':
      return userClaims(event, settings);
    case 'TokenGeneration_ClientCredentials':
      // A machine has no groups and no attributes; where the claim is missing, the trigger did not run.
      return {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: { [settings.groupsClaim]: [] } },
        },
      };
    default:
      throw new UnknownTriggerSourceError(event.triggerSource);
  }
}

function userClaims({ version, userPoolId, request }: TokenEvent, settings: Settings): IdTokenResponse | TokenResponse {
  const groups = request.groupConfiguration.groupsToOverride ?? [];
  if (version === '1' && Object.keys(settings.attributeClaims).length === 0) return idTokenClaims(groups, settings);
  if (version === '2' || version === '3') return bothTokenClaims(groups, request.userAttributes, settings);
  throw new EventVersionError('The user pool calls with an event version that cannot carry these claims', {
    eventVersion: version,
    userPoolId,
  });
}

/** Claims of this version are texts, so the groups have spaces between them: a group has none in its name. */
function idTokenClaims(groups: readonly string[], { groupsClaim }: Settings): IdTokenResponse {
  return { claimsOverrideDetails: { claimsToAddOrOverride: { [groupsClaim]: groups.join(' ') } } };
}

function bothTokenClaims(
  groups: readonly string[],
  attributes: Readonly<Record<string, string>>,
  settings: Settings,
): TokenResponse {
  // A user in no group gets an empty list: where the claim is missing, the trigger did not run.
  const groupsClaim = { [settings.groupsClaim]: groups };
  return {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride: groupsClaim },
      accessTokenGeneration: {
        claimsToAddOrOverride: { ...attributeClaims(attributes, settings.attributeClaims), ...groupsClaim },
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
