/** How a service refuses a call. */
export interface Refusal {
  readonly exception: string;
  /** Where one exception has many causes: what tells the message of this one from those of the others. */
  readonly message?: RegExp;
}

/** The refusals that the journeys wait for. Their messages are those of the service as clients have seen them. */
export const refusals = {
  wrongPassword: { exception: 'NotAuthorizedException', message: /incorrect username or password/i },
  unknownUser: { exception: 'UserNotFoundException' },
  wrongSecretHash: { exception: 'NotAuthorizedException', message: /secret ?hash/i },
  flowNotAllowed: { exception: 'InvalidParameterException', message: /not enabled/i },
  wrongCode: { exception: 'CodeMismatchException' },
  spentCode: { exception: 'ExpiredCodeException' },
  shortPassword: { exception: 'InvalidPasswordException', message: /not long enough/i },
  missingAttribute: { exception: 'InvalidParameterException', message: /is missing/i },
  endedSession: { exception: 'NotAuthorizedException', message: /session/i },
  endedAccess: { exception: 'NotAuthorizedException', message: /revoked/i },
  endedRefresh: { exception: 'NotAuthorizedException', message: /refresh token/i },
  unknownDevice: { exception: 'ResourceNotFoundException', message: /device/i },
  factorNotSetUp: { exception: 'InvalidParameterException', message: /SMS_MFA/ },
  factorNotThere: { exception: 'MFAMethodNotFoundException' },
  userScope: { exception: 'invalid_scope' },
  wrongClientSecret: { exception: 'invalid_client' },
  contradictoryMfa: { exception: 'InvalidParameterException', message: /invalid MFA configuration/i },
} as const satisfies Readonly<Record<string, Refusal>>;
