/** What to try next when a step fails with that error. */
export interface Advice {
  /** The error's name, as the service or a library spells it. */
  readonly error: string;
  /** Only where the message says so; entries with it come before the one without. */
  readonly message?: RegExp;
  readonly next: string;
}

const credentials = 'Check the AWS credentials of this shell: aws sts get-caller-identity says whose they are.';
const clock = "Set this machine's clock (compare date -u with the real time) and run again.";
const trigger = 'Read the log of the named trigger function; npm run local shows what it prints.';
const code = `If it stays so, the clock of this machine is off by more than 30 s or another authenticator used the code. ${clock}`;

/** Every known error with its cure. The order matters only among entries of one error. */
export const adviceTable: readonly Advice[] = [
  {
    error: 'NotAuthorizedException',
    message: /secret/i,
    next: 'The client secret has changed since it was read: run again.',
  },
  {
    error: 'NotAuthorizedException',
    message: /Refresh Token/i,
    next: 'With device tracking a refresh needs the DEVICE_KEY of a confirmed device: see whether ConfirmDevice passed.',
  },
  {
    error: 'NotAuthorizedException',
    message: /session/i,
    next: 'The challenge has expired (AuthSessionValidity): run again.',
  },
  {
    error: 'NotAuthorizedException',
    next: 'See whether somebody else changes the users of this pool at the same time, then run again.',
  },
  {
    error: 'InvalidParameterException',
    message: /not enabled/i,
    next: 'The app client in the pool differs from the template (ExplicitAuthFlows): deploy the template, or name another --client.',
  },
  {
    error: 'InvalidParameterException',
    message: /device key/i,
    next: 'The device belongs to another sign-in: the challenge must be answered with USER_ID_FOR_SRP as USERNAME.',
  },
  {
    error: 'InvalidParameterException',
    message: /SOFTWARE_TOKEN_MFA/,
    next: 'The authenticator was not verified before it was preferred: see what VerifySoftwareToken answered.',
  },
  {
    error: 'InvalidParameterException',
    next: 'The pool differs from the template: deploy the template and run again.',
  },
  {
    error: 'InvalidPasswordException',
    next: "The password policy of the pool is stricter than the template's: deploy the template.",
  },
  {
    error: 'invalid_client',
    next: 'The client secret has changed since it was read: run again.',
  },
  {
    error: 'invalid_scope',
    next: 'The app client or the resource servers of the pool differ from the template (AllowedOAuthScopes): deploy the template.',
  },
  {
    error: 'unauthorized_client',
    next: 'The app client in the pool differs from the template (AllowedOAuthFlows): deploy the template.',
  },
  { error: 'CodeMismatchException', next: code },
  { error: 'ExpiredCodeException', next: code },
  { error: 'EnableSoftwareTokenMFAException', next: code },
  { error: 'CodeNotAcceptedError', next: code },
  { error: 'ClockOffError', next: clock },
  {
    error: 'SoftwareTokenMFANotFoundException',
    next: 'TOTP is not switched on in the pool although the template says so: deploy the template.',
  },
  {
    error: 'InvalidUserPoolConfigurationException',
    next: 'Device tracking is not switched on in the pool although the template says so: deploy the template.',
  },
  { error: 'UserLambdaValidationException', next: trigger },
  {
    error: 'UnexpectedLambdaException',
    next: `${trigger} Cognito waits 5 s for a trigger and needs the permission to invoke it.`,
  },
  { error: 'InvalidLambdaResponseException', next: trigger },
  {
    error: 'UserNotConfirmedException',
    next: 'The sign-up was not confirmed: see what ConfirmSignUp answered, and what the pre-sign-up trigger does.',
  },
  {
    error: 'PasswordHistoryPolicyViolationException',
    next: 'See whether somebody else changes the passwords of this pool at the same time, then run again.',
  },
  {
    error: 'MFAMethodNotFoundException',
    next: 'The user lost a factor while the journey ran, or the pool differs from the template: deploy it and run again.',
  },
  {
    error: 'CodeDeliveryFailureException',
    next: 'The pool could not send a message: see the e-mail or SMS settings, and the log of the custom sender.',
  },
  {
    error: 'UnknownChallengeError',
    next: 'The pool asks for more than its template says (MfaConfiguration, EnabledMfas): deploy the template.',
  },
  {
    error: 'UsernameExistsException',
    next: 'A repeated request met the user that the first one had created: run again.',
  },
  {
    error: 'ResourceNotFoundException',
    message: /device/i,
    next: 'Somebody forgot the device while the journey ran: run again.',
  },
  {
    error: 'ResourceNotFoundException',
    next: 'The outputs name a pool or client that is gone: deploy the stack and run again.',
  },
  { error: 'UserNotFoundException', next: 'Somebody removed the test user while the journey ran: run again.' },
  { error: 'TooManyRequestsException', next: "The account's request quota is used up: wait a minute and run again." },
  { error: 'LimitExceededException', next: 'A quota of the account or the user is used up: wait and run again.' },
  {
    error: 'ForbiddenException',
    next: 'A web ACL (AWS WAF) on the pool refuses this machine: see its sampled requests.',
  },
  { error: 'NotSimulatedException', next: 'The local user pool leaves this out by design: run with --target aws.' },
  {
    error: 'InternalErrorException',
    next: 'The service failed: run again; of the local pool npm run local shows the log.',
  },
  { error: 'AccessDeniedException', next: `These credentials may not call the operation. ${credentials}` },
  { error: 'UnrecognizedClientException', next: credentials },
  { error: 'ExpiredTokenException', next: `The session has expired: sign in to AWS again. ${credentials}` },
  { error: 'CredentialsProviderError', next: credentials },
  { error: 'InvalidSignatureException', message: /expired|not yet current/i, next: clock },
  { error: 'InvalidSignatureException', next: credentials },
  { error: 'SignatureDoesNotMatch', next: clock },
  { error: 'RequestTimeTooSkewed', next: clock },
  { error: 'RequestExpired', next: clock },
  { error: 'JwtExpiredError', next: clock },
  { error: 'JwtNotBeforeError', next: clock },
  {
    error: 'JwtInvalidIssuerError',
    next: 'The Issuer output and the pool do not belong together: deploy the stack again.',
  },
  {
    error: 'JwtInvalidAudienceError',
    next: "The tokens are another client's: deploy the stack so that its outputs are right.",
  },
  {
    error: 'JwtInvalidSignatureError',
    next: "The keys at the issuer's jwks.json did not sign these tokens: check the Issuer output.",
  },
  {
    error: 'KidNotFoundInJwksError',
    next: "The keys at the issuer's jwks.json did not sign these tokens: check the Issuer output.",
  },
  {
    error: 'JwksValidationError',
    next: 'Something else than the pool answers at the issuer: check the Issuer output.',
  },
  { error: 'FetchError', next: "Check that the issuer's address can be reached from this machine." },
  { error: 'TimeoutError', next: 'The service did not answer in time: check the network, then run again.' },
  { error: 'ExpectationError', next: 'The pool differs from the template: deploy the template, then run again.' },
  { error: 'StepOrderError', next: 'This is a fault of userpool itself: please report it with this output.' },
];

const network = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE)$/;
const unknown = 'Look the error up in the API reference of Amazon Cognito user pools, under the operation.';

/** What to try next. */
export function adviceFor(error: { readonly name: string; readonly message: string; readonly code?: unknown }): string {
  const found = adviceTable.find(
    ({ error: name, message }) => name === error.name && (message?.test(error.message) ?? true),
  );
  if (found !== undefined) return found.next;
  if (typeof error.code === 'string' && network.test(error.code))
    return 'The endpoint stopped answering: check that it still runs and that the network is up, then run again.';
  return unknown;
}
