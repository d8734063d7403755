import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import type { TestUser } from './test-user';

/** Refusals after which the user may exist all the same: a repeated request, or a message that could not be sent. */
const leavesUser = new Set(['UsernameExistsException', 'CodeDeliveryFailureException']);

/**
 * Sends the request that creates a user, and keeps in mind whether there is somebody to remove.
 *
 * @param request must not be ended by an interruption: the clean-up could come before the user
 */
export async function creating<T>(user: TestUser, request: () => Promise<T>): Promise<T> {
  user.creationBegins();
  try {
    return await request();
  } catch (error) {
    if (isRefusal(error)) user.creationWasRefused();
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof CognitoIdentityProviderServiceException && error.$fault === 'client' && !leavesUser.has(error.name)
  );
}
