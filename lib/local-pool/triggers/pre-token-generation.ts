import type { GroupClaims } from '../tokens/claims';
import { invokeTrigger } from './invoke';
import type { TokenOverrides } from './token-overrides';
import { replyV1, replyV2 } from './token-reply';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export type TokenSource =
  | 'TokenGeneration_HostedAuth'
  | 'TokenGeneration_Authentication'
  | 'TokenGeneration_NewPasswordChallenge'
  | 'TokenGeneration_AuthenticateDevice'
  | 'TokenGeneration_RefreshTokens';

export interface PreTokenGenerationEvent extends TriggerUser {
  readonly source: TokenSource;
  readonly groups: GroupClaims;
  /** The scopes of the access token; events of version V1_0 do not show them. */
  readonly scopes: readonly string[];
  readonly clientMetadata?: Metadata | undefined;
}

/**
 * Asks PreTokenGeneration what to change in the tokens that are about to be signed
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html), in the event
 * version that the pool's LambdaConfig names. For a user's tokens V3_0 is V2_0 under another number; what it has of its own
 * is the grant of client credentials.
 * @returns undefined when there is no such trigger or it changes nothing.
 * @throws see invokeTrigger; no token is issued then.
 */
export async function preTokenGeneration(
  caller: TriggerCaller,
  event: PreTokenGenerationEvent,
): Promise<TokenOverrides | undefined> {
  const { source, username, attributes, groups, scopes, clientMetadata } = event;
  const request = {
    userAttributes: attributes,
    groupConfiguration: {
      groupsToOverride: groups.groups,
      iamRolesToOverride: groups.roles,
      preferredRole: groups.preferredRole ?? null,
    },
    clientMetadata: sentAlong(clientMetadata),
  };
  const common = { trigger: 'PreTokenGeneration', source, username } as const;
  const both = { ...common, request: { ...request, scopes }, response: { claimsAndScopeOverrideDetails: null } };
  switch (caller.pool.settings.triggers.PreTokenGeneration?.eventVersion) {
    case undefined:
      return undefined;
    case 'V1_0':
      return invokeTrigger(caller, { ...common, request, response: { claimsOverrideDetails: null } }, replyV1);
    case 'V2_0':
      return invokeTrigger(caller, { ...both, version: '2' }, replyV2);
    case 'V3_0':
      return invokeTrigger(caller, { ...both, version: '3' }, replyV2);
  }
}

/** A client that asks for a token of its own. */
export interface MachineTokenEvent {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly clientMetadata: Metadata;
}

/**
 * Asks PreTokenGeneration what to change in the access token of a client (client credentials), which only events of version
 * V3_0 do. What such an event has in the place of a user is not documented: here the client id, and empty maps and lists.
 * @returns undefined when there is no such trigger or it changes nothing.
 * @throws see invokeTrigger; no token is issued then.
 */
export async function preTokenGenerationForClient(
  pool: TriggerCaller['pool'],
  { clientId, scopes, clientMetadata }: MachineTokenEvent,
): Promise<TokenOverrides | undefined> {
  if (pool.settings.triggers.PreTokenGeneration?.eventVersion !== 'V3_0') return undefined;
  const request = {
    userAttributes: {},
    groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
    scopes,
    clientMetadata: sentAlong(clientMetadata),
  };
  const event = {
    trigger: 'PreTokenGeneration',
    source: 'TokenGeneration_ClientCredentials',
    version: '3',
    username: clientId,
    request,
    response: { claimsAndScopeOverrideDetails: null },
  } as const;
  return invokeTrigger({ pool, clientId }, event, replyV2);
}
