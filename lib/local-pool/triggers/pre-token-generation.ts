import type { GroupClaims } from '../tokens/claims';
import { invokeTrigger } from './invoke';
import type { TokenOverrides } from './token-overrides';
import { replyV1, replyV2 } from './token-reply';
import type { Metadata, TriggerCaller, TriggerUser } from './trigger-caller';

export type TokenSource =
  | 'TokenGeneration_Authentication'
  | 'TokenGeneration_NewPasswordChallenge'
  | 'TokenGeneration_AuthenticateDevice'
  | 'TokenGeneration_RefreshTokens'
  | 'TokenGeneration_HostedAuth';

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
 * version that the pool's LambdaConfig names.
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
    clientMetadata,
  };
  const common = { trigger: 'PreTokenGeneration', source, username } as const;
  if (caller.pool.settings.triggers.PreTokenGeneration?.eventVersion === 'V2_0')
    return invokeTrigger(
      caller,
      {
        ...common,
        version: '2',
        request: { ...request, scopes },
        response: { claimsAndScopeOverrideDetails: null },
      },
      replyV2,
    );
  return invokeTrigger(caller, { ...common, request, response: { claimsOverrideDetails: null } }, replyV1);
}
