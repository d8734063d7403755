import { adminAddUserToGroup } from './admin-add-user-to-group';
import { adminConfirmSignUp } from './admin-confirm-sign-up';
import { adminCreateUser } from './admin-create-user';
import { adminDeleteUser } from './admin-delete-user';
import { adminDeleteUserAttributes } from './admin-delete-user-attributes';
import { adminDisableUser } from './admin-disable-user';
import { adminEnableUser } from './admin-enable-user';
import { adminGetUser } from './admin-get-user';
import { adminInitiateAuth } from './admin-initiate-auth';
import { adminListGroupsForUser } from './admin-list-groups-for-user';
import { adminRemoveUserFromGroup } from './admin-remove-user-from-group';
import { adminResetUserPassword } from './admin-reset-user-password';
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge';
import { adminSetUserMfaPreference } from './admin-set-user-mfa-preference';
import { adminSetUserPassword } from './admin-set-user-password';
import { adminUpdateUserAttributes } from './admin-update-user-attributes';
import { adminUserGlobalSignOut } from './admin-user-global-sign-out';
import { associateSoftwareToken } from './associate-software-token';
import { changePassword } from './change-password';
import { confirmDevice } from './confirm-device';
import { confirmForgotPassword } from './confirm-forgot-password';
import { confirmSignUp } from './confirm-sign-up';
import { deleteUser } from './delete-user';
import { describeUserPool } from './describe-user-pool';
import { describeUserPoolClient } from './describe-user-pool-client';
import { forgotPassword } from './forgot-password';
import { getGroup } from './get-group';
import { getUser } from './get-user';
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config';
import { globalSignOut } from './global-sign-out';
import { initiateAuth } from './initiate-auth';
import { listGroups } from './list-groups';
import { listUserPoolClients } from './list-user-pool-clients';
import { listUserPools } from './list-user-pools';
import { listUsersInGroup } from './list-users-in-group';
import type { Operation } from './operation';
import { resendConfirmationCode } from './resend-confirmation-code';
import { respondToAuthChallenge } from './respond-to-auth-challenge';
import { revokeToken } from './revoke-token';
import { setUserMfaPreference } from './set-user-mfa-preference';
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config';
import { signUp } from './sign-up';
import { verifySoftwareToken } from './verify-software-token';

/** Every operation that the local user pool answers; adding one is adding a file and a line. */
const registered: readonly Operation[] = [
  adminAddUserToGroup,
  adminConfirmSignUp,
  adminCreateUser,
  adminDeleteUser,
  adminDeleteUserAttributes,
  adminDisableUser,
  adminEnableUser,
  adminGetUser,
  adminInitiateAuth,
  adminListGroupsForUser,
  adminRemoveUserFromGroup,
  adminResetUserPassword,
  adminRespondToAuthChallenge,
  adminSetUserMfaPreference,
  adminSetUserPassword,
  adminUpdateUserAttributes,
  adminUserGlobalSignOut,
  associateSoftwareToken,
  changePassword,
  confirmDevice,
  confirmForgotPassword,
  confirmSignUp,
  deleteUser,
  describeUserPool,
  describeUserPoolClient,
  forgotPassword,
  getGroup,
  getUser,
  getUserPoolMfaConfig,
  globalSignOut,
  initiateAuth,
  listGroups,
  listUserPoolClients,
  listUserPools,
  listUsersInGroup,
  resendConfirmationCode,
  respondToAuthChallenge,
  revokeToken,
  setUserMfaPreference,
  setUserPoolMfaConfig,
  signUp,
  verifySoftwareToken,
];

export const operations: ReadonlyMap<string, Operation> = new Map(registered.map((each) => [each.name, each]));
