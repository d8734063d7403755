import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { TriggerError } from '../trigger-error';
import type { Membership } from './decide';

/** How long adding a user may take: every attempt, and how many of them. */
export interface Limits {
  readonly attempts: number;
  readonly attemptMilliseconds: number;
}

/**
 * A confirmed user is not in the default group. The facts have what is needed to add them by hand; the user name is no
 * personal data, as in a pool that signs in with e-mail it is a UUID.
 */
export class GroupMembershipError extends TriggerError {
  override readonly name = 'GroupMembershipError';
}

/** A client that gives up in time. Region, credentials and endpoint come from the environment of the function. */
export function boundedClient(limits: Limits): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    maxAttempts: limits.attempts,
    // Without throwOnRequestTimeout the timeout is only a warning.
    requestHandler: { requestTimeout: limits.attemptMilliseconds, throwOnRequestTimeout: true },
  });
}

/**
 * Adds a user to a group. Adding a member again succeeds and changes nothing, so a repeated invocation does no harm.
 *
 * @throws GroupMembershipError with the service's exception name
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
 */
export async function join(client: CognitoIdentityProviderClient, membership: Membership): Promise<void> {
  const { userPoolId, userName, group } = membership;
  try {
    await client.send(new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, Username: userName, GroupName: group }));
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    throw new GroupMembershipError('The confirmed user could not be added to the default group', {
      reason,
      userPoolId,
      userName,
      group,
    });
  }
}
