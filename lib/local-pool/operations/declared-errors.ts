import { InternalErrorException, ServiceException } from '../wire/exceptions';

/** Errors that operations declare together; `Exception`, in which all names end, is left out. */
const sets: Readonly<Record<string, string>> = {
  common: 'InvalidParameter NotAuthorized ResourceNotFound',
  lambda: 'InvalidLambdaResponse UnexpectedLambda UserLambdaValidation',
  delivery: 'InvalidEmailRoleAccessPolicy InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship',
  smsRole: 'InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship',
  state: 'PasswordResetRequired UserNotConfirmed UserNotFound',
};

/**
 * The errors that the service's model declares for each operation; operations that declare no more than the common ones
 * are left out. What comes before the operation (throttling, a web ACL, a plan without it) and faults are not in it.
 */
const declaredErrors: Readonly<Record<string, string>> = {
  AddCustomAttributes: 'common UserImportInProgress',
  AddUserPoolClientSecret: 'AccessDenied InvalidParameter LimitExceeded ResourceNotFound',
  AdminAddUserToGroup: 'common UserNotFound',
  AdminConfirmSignUp: 'common lambda LimitExceeded TooManyFailedAttempts UserNotFound',
  AdminCreateUser:
    'common lambda smsRole CodeDeliveryFailure InvalidPassword PreconditionNotMet UnsupportedUserState ' +
    'UserNotFound UsernameExists',
  AdminDeleteSoftwareToken: 'common UserNotConfirmed UserNotFound',
  AdminDeleteUser: 'common UserNotFound',
  AdminDeleteUserAttributes: 'common UserNotFound',
  AdminDisableProviderForUser: 'common AliasExists UserNotFound',
  AdminDisableUser: 'common UserNotFound',
  AdminEnableUser: 'common UserNotFound',
  AdminForgetDevice: 'common InvalidUserPoolConfiguration UserNotFound',
  AdminGetDevice: 'common InvalidUserPoolConfiguration',
  AdminGetUser: 'common UserNotFound',
  AdminGetUserAuthFactors: 'common UserNotFound',
  AdminInitiateAuth:
    'common lambda delivery state FeatureUnavailableInTier InvalidUserPoolConfiguration ' +
    'MFAMethodNotFound UnsupportedOperation',
  AdminLinkProviderForUser: 'common AliasExists LimitExceeded UserNotFound',
  AdminListDevices: 'common InvalidUserPoolConfiguration',
  AdminListGroupsForUser: 'common UserNotFound',
  AdminListUserAuthEvents: 'common UserNotFound UserPoolAddOnNotEnabled',
  AdminListUserSessions: 'common UserNotFound',
  AdminRemoveUserFromGroup: 'common UserNotFound',
  AdminResetUserPassword: 'common lambda delivery LimitExceeded UserNotFound',
  AdminRespondToAuthChallenge:
    'common lambda delivery state AliasExists CodeMismatch ExpiredCode InvalidPassword ' +
    'InvalidUserPoolConfiguration MFAMethodNotFound PasswordHistoryPolicyViolation SoftwareTokenMFANotFound',
  AdminRevokeUserSession: 'common UserNotFound',
  AdminSetUserMFAPreference: 'common state',
  AdminSetUserPassword: 'common InvalidPassword PasswordHistoryPolicyViolation UserNotFound',
  AdminSetUserSettings: 'common UserNotFound',
  AdminUpdateAuthEventFeedback: 'common UserNotFound UserPoolAddOnNotEnabled',
  AdminUpdateDeviceStatus: 'common InvalidUserPoolConfiguration UserNotFound',
  AdminUpdateUserAttributes: 'common lambda delivery AliasExists UserNotFound',
  AdminUserGlobalSignOut: 'common UserNotFound',
  AssociateSoftwareToken: 'common ConcurrentModification SoftwareTokenMFANotFound',
  ChangePassword: 'common state InvalidPassword LimitExceeded PasswordHistoryPolicyViolation',
  CompleteWebAuthnRegistration:
    'InvalidParameter LimitExceeded NotAuthorized PasswordResetRequired WebAuthnChallengeNotFound ' +
    'WebAuthnClientMismatch WebAuthnCredentialNotSupported WebAuthnNotEnabled WebAuthnOriginNotAllowed WebAuthnRelyingPartyMismatch',
  ConfirmDevice:
    'common state DeviceKeyExists InvalidLambdaResponse InvalidPassword InvalidUserPoolConfiguration ' +
    'UsernameExists',
  ConfirmForgotPassword:
    'common lambda CodeMismatch ExpiredCode InvalidPassword LimitExceeded PasswordHistoryPolicyViolation ' +
    'TooManyFailedAttempts UserNotConfirmed UserNotFound',
  ConfirmSignUp:
    'common lambda AliasExists CodeMismatch ExpiredCode LimitExceeded TooManyFailedAttempts ' + 'UserNotFound',
  CreateGroup: 'common GroupExists LimitExceeded',
  CreateIdentityProvider: 'common DuplicateProvider LimitExceeded',
  CreateManagedLoginBranding: 'common ConcurrentModification LimitExceeded ManagedLoginBrandingExists',
  CreateResourceServer: 'common LimitExceeded',
  CreateTerms: 'common ConcurrentModification LimitExceeded TermsExists',
  CreateUserImportJob: 'common LimitExceeded PreconditionNotMet',
  CreateUserPool:
    'delivery FeatureUnavailableInTier InvalidParameter LimitExceeded NotAuthorized TierChangeNotAllowed ' +
    'UserPoolTagging',
  CreateUserPoolClient: 'common FeatureUnavailableInTier InvalidOAuthFlow LimitExceeded ScopeDoesNotExist',
  CreateUserPoolDomain: 'common ConcurrentModification FeatureUnavailableInTier LimitExceeded',
  CreateUserPoolReplica: 'common FeatureUnavailableInTier LimitExceeded UserPoolTagging',
  DeleteIdentityProvider: 'common ConcurrentModification UnsupportedIdentityProvider',
  DeleteManagedLoginBranding: 'common ConcurrentModification',
  DeleteTerms: 'common ConcurrentModification',
  DeleteUser: 'common state',
  DeleteUserAttributes: 'common state',
  DeleteUserPool: 'common UserImportInProgress',
  DeleteUserPoolClient: 'common ConcurrentModification',
  DeleteUserPoolClientSecret: 'InvalidParameter LimitExceeded ResourceNotFound',
  DeleteUserPoolDomain: 'common ConcurrentModification',
  DeleteWebAuthnCredential: 'common LimitExceeded PasswordResetRequired',
  DescribeRiskConfiguration: 'common UserPoolAddOnNotEnabled',
  DescribeUserPool: 'common UserPoolTagging',
  ForgetDevice: 'common state InvalidUserPoolConfiguration',
  ForgotPassword: 'common lambda delivery CodeDeliveryFailure LimitExceeded UserNotFound',
  GetDevice: 'common state InvalidUserPoolConfiguration',
  GetSigningCertificate: 'InvalidParameter ResourceNotFound',
  GetTokensFromRefreshToken: 'common lambda RefreshTokenReuse UserNotFound',
  GetUser: 'common state',
  GetUserAttributeVerificationCode: 'common lambda delivery state CodeDeliveryFailure LimitExceeded',
  GetUserAuthFactors: 'common state',
  GlobalSignOut: 'common PasswordResetRequired UserNotConfirmed',
  InitiateAuth:
    'common lambda delivery state FeatureUnavailableInTier InvalidUserPoolConfiguration ' + 'UnsupportedOperation',
  ListDevices: 'common state InvalidUserPoolConfiguration',
  ListUserPoolClientSecrets: 'InvalidParameter LimitExceeded ResourceNotFound',
  ListUserPools: 'InvalidParameter NotAuthorized',
  ListUserSessions: 'common state',
  ListWebAuthnCredentials: 'InvalidParameter LimitExceeded NotAuthorized PasswordResetRequired',
  ResendConfirmationCode: 'common lambda delivery CodeDeliveryFailure LimitExceeded UserNotFound',
  RespondToAuthChallenge:
    'common lambda delivery state AliasExists CodeMismatch ExpiredCode InvalidPassword ' +
    'InvalidUserPoolConfiguration MFAMethodNotFound PasswordHistoryPolicyViolation SoftwareTokenMFANotFound',
  RevokeToken: 'InvalidParameter Unauthorized UnsupportedOperation UnsupportedTokenType',
  RevokeUserSession: 'common state',
  SetLogDeliveryConfiguration: 'common FeatureUnavailableInTier',
  SetRiskConfiguration: 'common CodeDeliveryFailure InvalidEmailRoleAccessPolicy UserPoolAddOnNotEnabled',
  SetUserMFAPreference: 'common state',
  SetUserPoolClientSessionConfiguration: 'common ConcurrentModification FeatureUnavailableInTier',
  SetUserPoolMfaConfig: 'common smsRole ConcurrentModification FeatureUnavailableInTier',
  SetUserPoolSessionConfiguration: 'common ConcurrentModification FeatureUnavailableInTier',
  SetUserSettings: 'common state',
  SignUp: 'common lambda delivery CodeDeliveryFailure InvalidPassword LimitExceeded UsernameExists',
  StartUserImportJob: 'common PreconditionNotMet',
  StartWebAuthnRegistration:
    'InvalidParameter LimitExceeded NotAuthorized PasswordResetRequired WebAuthnConfigurationMissing ' +
    'WebAuthnNotEnabled',
  StopUserImportJob: 'common PreconditionNotMet',
  UpdateAuthEventFeedback: 'common UserNotFound UserPoolAddOnNotEnabled',
  UpdateDeviceStatus: 'common state InvalidUserPoolConfiguration',
  UpdateIdentityProvider: 'common ConcurrentModification UnsupportedIdentityProvider',
  UpdateManagedLoginBranding: 'common ConcurrentModification',
  UpdateProvisionedLimit: 'common ServiceQuotaExceeded',
  UpdateTerms: 'common ConcurrentModification TermsExists',
  UpdateUserAttributes: 'common lambda delivery state AliasExists CodeDeliveryFailure CodeMismatch ExpiredCode',
  UpdateUserPool:
    'common delivery ConcurrentModification FeatureUnavailableInTier TierChangeNotAllowed ' +
    'UserImportInProgress UserPoolTagging',
  UpdateUserPoolClient: 'common ConcurrentModification FeatureUnavailableInTier InvalidOAuthFlow ScopeDoesNotExist',
  UpdateUserPoolDomain: 'common ConcurrentModification FeatureUnavailableInTier',
  VerifySoftwareToken:
    'common state CodeMismatch EnableSoftwareTokenMFA InvalidUserPoolConfiguration SoftwareTokenMFANotFound',
  VerifyUserAttribute: 'common state AliasExists CodeMismatch ExpiredCode LimitExceeded',
};

/** Documented, and yet not in the model (API_AdminCreateUser, ForceAliasCreation). */
const documentedAlone: Readonly<Record<string, string>> = { AdminCreateUser: 'AliasExists' };

/** Errors of the protocol and of this program: they end a request whatever its operation declares. */
const undeclared = [
  'InternalErrorException',
  'MissingAuthenticationTokenException',
  'NotSimulatedException',
  'SerializationException',
  'UnknownOperationException',
];

/** The errors in which the operation can end, by type. */
export function errorsDeclaredBy(operation: string): readonly string[] {
  return [declaredErrors[operation] ?? 'common', documentedAlone[operation] ?? '']
    .flatMap((words) => words.split(' ').filter((word) => word !== ''))
    .flatMap((word) => sets[word]?.split(' ') ?? [word])
    .map((name) => `${name}Exception`);
}

/**
 * Runs an operation so that it ends only in errors that it declares: clients generated from the service's model handle no
 * others. One that it does not declare is a fault of this program.
 */
export async function withDeclaredErrors<Output>(
  operation: string,
  run: () => Promise<Output> | Output,
): Promise<Output> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ServiceException) || mayEndIn(operation, error)) throw error;
    const detail = `${operation} does not declare ${error.type}: ${error.message}`;
    throw new InternalErrorException('The local user pool failed; its log says how.', detail);
  }
}

function mayEndIn(operation: string, { type }: ServiceException): boolean {
  return undeclared.includes(type) || errorsDeclaredBy(operation).includes(type);
}
