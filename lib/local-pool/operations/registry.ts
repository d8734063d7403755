import { addCustomAttributes } from './add-custom-attributes';
import { addUserPoolClientSecret } from './add-user-pool-client-secret';
import { adminAddUserToGroup } from './admin-add-user-to-group';
import { adminConfirmSignUp } from './admin-confirm-sign-up';
import { adminCreateUser } from './admin-create-user';
import { adminDeleteSoftwareToken } from './admin-delete-software-token';
import { adminDeleteUser } from './admin-delete-user';
import { adminDeleteUserAttributes } from './admin-delete-user-attributes';
import { adminDisableProviderForUser } from './admin-disable-provider-for-user';
import { adminDisableUser } from './admin-disable-user';
import { adminEnableUser } from './admin-enable-user';
import { adminForgetDevice } from './admin-forget-device';
import { adminGetDevice } from './admin-get-device';
import { adminGetUser } from './admin-get-user';
import { adminGetUserAuthFactors } from './admin-get-user-auth-factors';
import { adminInitiateAuth } from './admin-initiate-auth';
import { adminLinkProviderForUser } from './admin-link-provider-for-user';
import { adminListDevices } from './admin-list-devices';
import { adminListGroupsForUser } from './admin-list-groups-for-user';
import { adminListUserSessions } from './admin-list-user-sessions';
import { adminRemoveUserFromGroup } from './admin-remove-user-from-group';
import { adminResetUserPassword } from './admin-reset-user-password';
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge';
import { adminRevokeUserSession } from './admin-revoke-user-session';
import { adminSetUserMfaPreference } from './admin-set-user-mfa-preference';
import { adminSetUserPassword } from './admin-set-user-password';
import { adminSetUserSettings } from './admin-set-user-settings';
import { adminUpdateDeviceStatus } from './admin-update-device-status';
import { adminUpdateUserAttributes } from './admin-update-user-attributes';
import { adminUserGlobalSignOut } from './admin-user-global-sign-out';
import { associateSoftwareToken } from './associate-software-token';
import { changePassword } from './change-password';
import { confirmDevice } from './confirm-device';
import { confirmForgotPassword } from './confirm-forgot-password';
import { confirmSignUp } from './confirm-sign-up';
import { createGroup } from './create-group';
import { createIdentityProvider } from './create-identity-provider';
import { createResourceServer } from './create-resource-server';
import { createUserPool } from './create-user-pool';
import { createUserPoolClient } from './create-user-pool-client';
import { createUserPoolDomain } from './create-user-pool-domain';
import { deleteGroup } from './delete-group';
import { deleteIdentityProvider } from './delete-identity-provider';
import { deleteResourceServer } from './delete-resource-server';
import { deleteUser } from './delete-user';
import { deleteUserAttributes } from './delete-user-attributes';
import { deleteUserPool } from './delete-user-pool';
import { deleteUserPoolClient } from './delete-user-pool-client';
import { deleteUserPoolClientSecret } from './delete-user-pool-client-secret';
import { deleteUserPoolDomain } from './delete-user-pool-domain';
import { describeIdentityProvider } from './describe-identity-provider';
import { describeResourceServer } from './describe-resource-server';
import { describeRiskConfiguration } from './describe-risk-configuration';
import { describeUserPool } from './describe-user-pool';
import { describeUserPoolClient } from './describe-user-pool-client';
import { describeUserPoolDomain } from './describe-user-pool-domain';
import { forgetDevice } from './forget-device';
import { forgotPassword } from './forgot-password';
import { getCsvHeader } from './get-csv-header';
import { getDevice } from './get-device';
import { getGroup } from './get-group';
import { getIdentityProviderByIdentifier } from './get-identity-provider-by-identifier';
import { getLogDeliveryConfiguration } from './get-log-delivery-configuration';
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token';
import { getUiCustomization } from './get-ui-customization';
import { getUser } from './get-user';
import { getUserAttributeVerificationCode } from './get-user-attribute-verification-code';
import { getUserAuthFactors } from './get-user-auth-factors';
import { getUserPoolClientSessionConfiguration } from './get-user-pool-client-session-configuration';
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config';
import { getUserPoolSessionConfiguration } from './get-user-pool-session-configuration';
import { globalSignOut } from './global-sign-out';
import { initiateAuth } from './initiate-auth';
import { listDevices } from './list-devices';
import { listGroups } from './list-groups';
import { listIdentityProviders } from './list-identity-providers';
import { listResourceServers } from './list-resource-servers';
import { listTagsForResource } from './list-tags-for-resource';
import { listUserPoolClientSecrets } from './list-user-pool-client-secrets';
import { listUserPoolClients } from './list-user-pool-clients';
import { listUserPools } from './list-user-pools';
import { listUserSessions } from './list-user-sessions';
import { listUsers } from './list-users';
import { listUsersInGroup } from './list-users-in-group';
import type { Operation } from './operation';
import { resendConfirmationCode } from './resend-confirmation-code';
import { respondToAuthChallenge } from './respond-to-auth-challenge';
import { revokeToken } from './revoke-token';
import { revokeUserSession } from './revoke-user-session';
import { setLogDeliveryConfiguration } from './set-log-delivery-configuration';
import { setRiskConfiguration } from './set-risk-configuration';
import { setUiCustomization } from './set-ui-customization';
import { setUserMfaPreference } from './set-user-mfa-preference';
import { setUserPoolClientSessionConfiguration } from './set-user-pool-client-session-configuration';
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config';
import { setUserPoolSessionConfiguration } from './set-user-pool-session-configuration';
import { setUserSettings } from './set-user-settings';
import { signUp } from './sign-up';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateDeviceStatus } from './update-device-status';
import { updateGroup } from './update-group';
import { updateIdentityProvider } from './update-identity-provider';
import { updateResourceServer } from './update-resource-server';
import { updateUserAttributes } from './update-user-attributes';
import { updateUserPool } from './update-user-pool';
import { updateUserPoolClient } from './update-user-pool-client';
import { updateUserPoolDomain } from './update-user-pool-domain';
import { verifySoftwareToken } from './verify-software-token';
import { verifyUserAttribute } from './verify-user-attribute';

/** Every operation that the local user pool answers; adding one is adding a file and a line. */
const registered: readonly Operation[] = [
  addCustomAttributes,
  addUserPoolClientSecret,
  adminAddUserToGroup,
  adminConfirmSignUp,
  adminCreateUser,
  adminDeleteSoftwareToken,
  adminDeleteUser,
  adminDeleteUserAttributes,
  adminDisableProviderForUser,
  adminDisableUser,
  adminEnableUser,
  adminForgetDevice,
  adminGetDevice,
  adminGetUser,
  adminGetUserAuthFactors,
  adminInitiateAuth,
  adminLinkProviderForUser,
  adminListDevices,
  adminListGroupsForUser,
  adminListUserSessions,
  adminRemoveUserFromGroup,
  adminResetUserPassword,
  adminRespondToAuthChallenge,
  adminRevokeUserSession,
  adminSetUserMfaPreference,
  adminSetUserPassword,
  adminSetUserSettings,
  adminUpdateDeviceStatus,
  adminUpdateUserAttributes,
  adminUserGlobalSignOut,
  associateSoftwareToken,
  changePassword,
  confirmDevice,
  confirmForgotPassword,
  confirmSignUp,
  createGroup,
  createIdentityProvider,
  createResourceServer,
  createUserPool,
  createUserPoolClient,
  createUserPoolDomain,
  deleteGroup,
  deleteIdentityProvider,
  deleteResourceServer,
  deleteUser,
  deleteUserAttributes,
  deleteUserPool,
  deleteUserPoolClient,
  deleteUserPoolClientSecret,
  deleteUserPoolDomain,
  describeIdentityProvider,
  describeResourceServer,
  describeRiskConfiguration,
  describeUserPool,
  describeUserPoolClient,
  describeUserPoolDomain,
  forgetDevice,
  forgotPassword,
  getCsvHeader,
  getDevice,
  getGroup,
  getIdentityProviderByIdentifier,
  getLogDeliveryConfiguration,
  getTokensFromRefreshToken,
  getUiCustomization,
  getUser,
  getUserAttributeVerificationCode,
  getUserAuthFactors,
  getUserPoolClientSessionConfiguration,
  getUserPoolMfaConfig,
  getUserPoolSessionConfiguration,
  globalSignOut,
  initiateAuth,
  listDevices,
  listGroups,
  listIdentityProviders,
  listResourceServers,
  listTagsForResource,
  listUserPoolClientSecrets,
  listUserPoolClients,
  listUserPools,
  listUserSessions,
  listUsers,
  listUsersInGroup,
  resendConfirmationCode,
  respondToAuthChallenge,
  revokeToken,
  revokeUserSession,
  setLogDeliveryConfiguration,
  setRiskConfiguration,
  setUiCustomization,
  setUserMfaPreference,
  setUserPoolClientSessionConfiguration,
  setUserPoolMfaConfig,
  setUserPoolSessionConfiguration,
  setUserSettings,
  signUp,
  tagResource,
  untagResource,
  updateDeviceStatus,
  updateGroup,
  updateIdentityProvider,
  updateResourceServer,
  updateUserAttributes,
  updateUserPool,
  updateUserPoolClient,
  updateUserPoolDomain,
  verifySoftwareToken,
  verifyUserAttribute,
];

export const operations: ReadonlyMap<string, Operation> = new Map(registered.map((each) => [each.name, each]));
