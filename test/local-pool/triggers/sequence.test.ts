import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildPool, password, type BuiltPool, type PoolOptions } from '../pool-builder';
import { answer, refresh, signIn, type SignInReply } from '../sign-in-steps';
import { passwordClaim, proveDevice, rememberDevice, startSrp, type TestDevice } from '../srp-steps';
import type { SeenEvent, Triggers } from '../table-runtime';

const name = 'anna@example.com';
const legacy = 'legacy@example.com';
const phone = '+4915112345678';
const otherPassword = 'Another-Staple-7';

const nothing = () => ({});
/** Every trigger of LambdaConfig but the custom senders, which take the place of CustomMessage. */
const triggers: Triggers = {
  PreSignUp: nothing,
  PostConfirmation: nothing,
  PreAuthentication: nothing,
  PostAuthentication: nothing,
  CustomMessage: nothing,
  PreTokenGeneration: nothing,
  UserMigration: ({ userName }) =>
    userName === legacy ? { userAttributes: { email: legacy, email_verified: 'true' } } : {},
  DefineAuthChallenge: ({ request }) =>
    (request['session'] as readonly unknown[]).length === 0
      ? { challengeName: 'CUSTOM_CHALLENGE' }
      : { issueTokens: true },
  CreateAuthChallenge: nothing,
  VerifyAuthChallengeResponse: () => ({ answerCorrect: true }),
};

const explicitAuthFlows = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const;

/** Every request carries ClientMetadata: what reaches no event is not meant to. */
const metadata = { ClientMetadata: { from: 'the app' } };

function build(options: PoolOptions): BuiltPool {
  const built = buildPool({
    clients: { app: { explicitAuthFlows }, open: { explicitAuthFlows, preventUserExistenceErrors: false } },
    triggers,
    ...options,
  });
  return {
    ...built,
    call: (operation, body) => built.call(operation, { ...body, ...metadata }),
    callAs: (client, operation, body) => built.callAs(client, operation, { ...body, ...metadata }),
    callAsAdmin: (operation, body) => built.callAsAdmin(operation, { ...body, ...metadata }),
  };
}

/** An event by its source, and under what name it shows the metadata of the request. */
function told({ triggerSource, request }: SeenEvent): string {
  const carriers = ['validationData', 'clientMetadata'].filter((member) => 'from' in Object(request[member]));
  return [triggerSource, ...carriers].join(' ');
}

const begins = 'PreAuthentication_Authentication validationData';
/** The end of a sign-in that InitiateAuth completes, whose ClientMetadata goes no further, and of one that goes on. */
const endsAtOnce = ['PostAuthentication_Authentication', 'TokenGeneration_Authentication'];
const ends = ['PostAuthentication_Authentication clientMetadata', 'TokenGeneration_Authentication clientMetadata'];

interface Row {
  readonly when: string;
  readonly options?: PoolOptions;
  /** Before it the user is signed up, or made and confirmed by an administrator (default). */
  readonly from?: 'nobody' | 'signed up';
  /** What else happens before; its events do not count. */
  readonly before?: (built: BuiltPool) => Promise<unknown>;
  /** @param before what `before` gave */
  readonly act: (built: BuiltPool, before: never) => Promise<unknown>;
  readonly events: readonly string[];
}

const signUp = (built: BuiltPool) => built.callAs('app', 'SignUp', { Username: name, Password: password });
const codeOf = ({ inbox }: BuiltPool, to = name) => inbox.latest(to)?.code ?? '';
const confirmSignUp = (built: BuiltPool, body: object = {}) =>
  built.callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: codeOf(built), ...body });
const token = (built: BuiltPool) => built.accessToken(name, password);
const anna = { Username: name };
const newEmail = [{ Name: 'email', Value: 'anna@new.example' }];

const begin = (
  { call, client }: BuiltPool,
  AuthFlow: string,
  parameters: Readonly<Record<string, string>> = {},
  body: object = {},
): Promise<SignInReply> =>
  call('InitiateAuth', {
    ClientId: client('app').id,
    AuthFlow,
    AuthParameters: { USERNAME: name, ...parameters },
    ...body,
  });

/** The developer guide's "Connecting Lambda triggers to user pool functional operations", row by row. */
const rows: readonly Row[] = [
  {
    when: 'SignUp',
    from: 'nobody',
    act: (built) =>
      built.callAs('app', 'SignUp', {
        Username: name,
        Password: password,
        ValidationData: [{ Name: 'from', Value: 'the app' }],
      }),
    events: ['PreSignUp_SignUp validationData clientMetadata', 'CustomMessage_SignUp clientMetadata'],
  },
  {
    when: 'SignUp that PreSignUp confirms',
    from: 'nobody',
    options: { triggers: { ...triggers, PreSignUp: () => ({ autoConfirmUser: true }) } },
    act: signUp,
    events: ['PreSignUp_SignUp clientMetadata', 'PostConfirmation_ConfirmSignUp clientMetadata'],
  },
  {
    when: 'ConfirmSignUp',
    from: 'signed up',
    act: (built) => confirmSignUp(built),
    events: ['PostConfirmation_ConfirmSignUp clientMetadata'],
  },
  {
    when: 'AdminConfirmSignUp',
    from: 'signed up',
    act: ({ callAsAdmin }) => callAsAdmin('AdminConfirmSignUp', anna),
    events: ['PostConfirmation_ConfirmSignUp clientMetadata'],
  },
  {
    when: 'ResendConfirmationCode',
    from: 'signed up',
    act: ({ callAs }) => callAs('app', 'ResendConfirmationCode', anna),
    events: ['CustomMessage_ResendCode clientMetadata'],
  },
  {
    when: 'AdminCreateUser',
    from: 'nobody',
    act: ({ callAsAdmin }) =>
      callAsAdmin('AdminCreateUser', { ...anna, ValidationData: [{ Name: 'from', Value: 'the back end' }] }),
    events: ['PreSignUp_AdminCreateUser validationData clientMetadata', 'CustomMessage_AdminCreateUser clientMetadata'],
  },
  {
    when: 'AdminCreateUser with RESEND',
    from: 'nobody',
    before: ({ callAsAdmin }) => callAsAdmin('AdminCreateUser', anna),
    act: ({ callAsAdmin }) => callAsAdmin('AdminCreateUser', { ...anna, MessageAction: 'RESEND' }),
    events: ['CustomMessage_AdminCreateUser clientMetadata'],
  },
  { when: 'a password sign-in', act: (built) => signIn(built, name), events: [begins, ...endsAtOnce] },
  {
    when: 'a password sign-in of a user who is migrated',
    act: (built) => signIn(built, legacy),
    events: ['UserMigration_Authentication validationData', begins, ...endsAtOnce],
  },
  {
    when: 'a wrong password',
    act: (built) => signIn(built, name, { PASSWORD: otherPassword }).catch(() => undefined),
    events: [begins],
  },
  {
    when: 'a name that nobody has, where the client is not told so',
    act: (built) => signIn(built, 'nobody@example.com').catch(() => undefined),
    events: ['UserMigration_Authentication validationData', begins],
  },
  {
    when: 'a name that nobody has, where the client is told so',
    act: (built) => signIn(built, 'nobody@example.com', {}, 'open').catch(() => undefined),
    events: ['UserMigration_Authentication validationData'],
  },
  {
    when: 'a sign-in by SRP, which migrates nobody',
    act: async (built) => {
      const challenge = await startSrp(built, name);
      await answer(built, challenge, passwordClaim(built, challenge));
      await startSrp(built, 'nobody@example.com');
    },
    events: [begins, ...ends, begins],
  },
  {
    when: 'a sign-in with a code by text message as second factor',
    options: { settings: { mfa: { mode: 'OPTIONAL', factors: ['SMS_MFA'] } } },
    before: async ({ callAsAdmin }) => {
      await callAsAdmin('AdminUpdateUserAttributes', {
        ...anna,
        UserAttributes: [
          { Name: 'phone_number', Value: phone },
          { Name: 'phone_number_verified', Value: 'true' },
        ],
      });
      const SMSMfaSettings = { Enabled: true, PreferredMfa: true };
      await callAsAdmin('AdminSetUserMFAPreference', { ...anna, SMSMfaSettings });
    },
    act: async (built) =>
      answer(built, await signIn(built, name), { USERNAME: name, SMS_MFA_CODE: codeOf(built, phone) }),
    events: [begins, 'CustomMessage_Authentication', ...ends],
  },
  {
    when: 'a sign-in with a code by e-mail in the place of the password, which migrates nobody',
    options: { settings: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    act: async (built) => {
      const challenge = await begin(built, 'USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
      await answer(built, challenge, { USERNAME: name, EMAIL_OTP_CODE: codeOf(built) });
      await begin(built, 'USER_AUTH', { USERNAME: 'nobody@example.com', PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    },
    events: [begins, 'CustomMessage_Authentication', ...ends, begins],
  },
  {
    when: 'a code that is selected',
    options: { settings: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    act: async (built) => answer(built, await begin(built, 'USER_AUTH'), { USERNAME: name, ANSWER: 'EMAIL_OTP' }),
    events: [begins, 'CustomMessage_Authentication clientMetadata'],
  },
  {
    when: 'the sign-in that follows a sign-up',
    from: 'nobody',
    before: async (built) => {
      const { Session } = await built.callAs('app', 'SignUp', { Username: 'ben@example.com', Password: password });
      const Username = 'ben@example.com';
      const code = { ConfirmationCode: codeOf(built, Username), Session };
      return built.callAs('app', 'ConfirmSignUp', { Username, ...code });
    },
    act: (built, { Session }: { readonly Session: string }) =>
      begin(built, 'USER_AUTH', { USERNAME: 'ben@example.com' }, { Session }),
    events: [begins, ...endsAtOnce],
  },
  {
    when: 'a sign-in that chooses a new password',
    before: ({ callAsAdmin }) => callAsAdmin('AdminSetUserPassword', { ...anna, Password: password }),
    act: async (built) => answer(built, await signIn(built, name), { USERNAME: name, NEW_PASSWORD: otherPassword }),
    events: [
      begins,
      'PostAuthentication_Authentication clientMetadata',
      'TokenGeneration_NewPasswordChallenge clientMetadata',
    ],
  },
  {
    when: 'a sign-in from a remembered device',
    options: {
      settings: { deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false } },
    },
    before: (built) => rememberDevice(built, name),
    act: async (built, device: TestDevice) =>
      proveDevice(built, await signIn(built, name, { DEVICE_KEY: device.DEVICE_KEY }), device),
    events: [
      begins,
      'PostAuthentication_Authentication clientMetadata',
      'TokenGeneration_AuthenticateDevice clientMetadata',
    ],
  },
  {
    when: 'a sign-in that the triggers define',
    act: async (built) => answer(built, await begin(built, 'CUSTOM_AUTH'), { USERNAME: name, ANSWER: 'any' }),
    events: [
      begins,
      'DefineAuthChallenge_Authentication',
      'CreateAuthChallenge_Authentication',
      'VerifyAuthChallengeResponse_Authentication clientMetadata',
      'DefineAuthChallenge_Authentication clientMetadata',
      ...ends,
    ],
  },
  {
    when: 'REFRESH_TOKEN_AUTH',
    before: (built) => signIn(built, name),
    act: (built, { AuthenticationResult }: SignInReply) =>
      refresh(built, { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' }),
    events: ['TokenGeneration_RefreshTokens'],
  },
  {
    when: 'GetTokensFromRefreshToken',
    before: (built) => signIn(built, name),
    act: ({ call, client }, { AuthenticationResult }: SignInReply) =>
      call('GetTokensFromRefreshToken', {
        ClientId: client('app').id,
        RefreshToken: AuthenticationResult?.RefreshToken,
      }),
    events: ['TokenGeneration_RefreshTokens clientMetadata'],
  },
  {
    when: 'ForgotPassword',
    act: ({ callAs }) => callAs('app', 'ForgotPassword', anna),
    events: ['CustomMessage_ForgotPassword clientMetadata'],
  },
  {
    when: 'ForgotPassword of a user who is migrated',
    act: ({ callAs }) => callAs('app', 'ForgotPassword', { Username: legacy }),
    events: ['UserMigration_ForgotPassword clientMetadata', 'CustomMessage_ForgotPassword clientMetadata'],
  },
  {
    when: 'ConfirmForgotPassword',
    before: ({ callAs }) => callAs('app', 'ForgotPassword', anna),
    act: (built) =>
      built.callAs('app', 'ConfirmForgotPassword', {
        ...anna,
        Password: otherPassword,
        ConfirmationCode: codeOf(built),
      }),
    events: ['PostConfirmation_ConfirmForgotPassword clientMetadata'],
  },
  {
    when: 'AdminResetUserPassword',
    act: ({ callAsAdmin }) => callAsAdmin('AdminResetUserPassword', anna),
    events: ['CustomMessage_ForgotPassword clientMetadata'],
  },
  {
    when: 'UpdateUserAttributes with a new address',
    before: token,
    act: ({ call }, AccessToken: string) => call('UpdateUserAttributes', { AccessToken, UserAttributes: newEmail }),
    events: ['CustomMessage_UpdateUserAttribute clientMetadata'],
  },
  {
    when: 'AdminUpdateUserAttributes with a new address',
    act: ({ callAsAdmin }) => callAsAdmin('AdminUpdateUserAttributes', { ...anna, UserAttributes: newEmail }),
    events: ['CustomMessage_UpdateUserAttribute clientMetadata'],
  },
  {
    when: 'GetUserAttributeVerificationCode',
    before: token,
    act: ({ call }, AccessToken: string) =>
      call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' }),
    events: ['CustomMessage_VerifyUserAttribute clientMetadata'],
  },
  {
    when: 'VerifyUserAttribute',
    before: async (built) => {
      const AccessToken = await token(built);
      await built.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });
      return AccessToken;
    },
    act: (built, AccessToken: string) =>
      built.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code: codeOf(built) }),
    events: [],
  },
  ...(
    [
      ['AdminSetUserPassword', { Password: otherPassword, Permanent: true }],
      ['AdminUpdateUserAttributes', { UserAttributes: [{ Name: 'name', Value: 'Anna' }] }],
      ['AdminDeleteUserAttributes', { UserAttributeNames: ['name'] }],
      ['AdminSetUserMFAPreference', {}],
      ['AdminUserGlobalSignOut', {}],
      ['AdminDeleteUser', {}],
    ] as const
  ).map(([operation, body]): Row => ({
    when: operation,
    act: ({ callAsAdmin }) => callAsAdmin(operation, { ...anna, ...body }),
    events: [],
  })),
];

test.each(rows)('$when runs $events', async ({ options = {}, from, before, act, events }) => {
  const built = build(options);
  if (from === 'signed up') await signUp(built);
  else if (from === undefined) await built.addConfirmedUser(name);
  const given = (await before?.(built)) as never;
  const start = built.events.length;
  await act(built, given);
  expect(built.events.slice(start).map(told)).toEqual(events);
});

/** Events of managed login, each with the test that sees it. */
const atManagedLogin: Readonly<Record<string, string>> = {
  TokenGeneration_HostedAuth: 'authorization-code-grant.test.ts',
  TokenGeneration_ClientCredentials: 'client-credentials-grant.test.ts',
};

test.each(Object.entries(atManagedLogin))('%s is seen by the tests of managed login', (source, file) => {
  const tests = readFileSync(path.join(__dirname, '..', 'managed-login', file), 'utf8');
  expect(tests).toContain(`triggerSource: '${source}'`);
});

test('every event of the service is one of these, or the page says what it would come with', () => {
  const types = path.dirname(require.resolve('@types/aws-lambda/trigger/cognito-user-pool-trigger/index.d.ts'));
  const published = readdirSync(types).flatMap((file) => [
    ...readFileSync(path.join(types, file), 'utf8').matchAll(/"([A-Za-z]+_[A-Z][a-z][A-Za-z]+)"/g),
  ]);
  const sent = rows.flatMap(({ events }) => events.map((event) => event.split(' ')[0] ?? ''));
  const bySenders = sent
    .filter((source) => source.startsWith('CustomMessage_'))
    .flatMap((source) => ['CustomEmailSender', 'CustomSMSSender'].map((to) => source.replace('CustomMessage', to)));
  const missing = published
    .map(([, source = '']) => source)
    .filter((source) => ![...sent, ...bySenders, ...Object.keys(atManagedLogin)].includes(source));
  const page = readFileSync(path.join(__dirname, '../../../docs/local-pool.md'), 'utf8');
  const [section = ''] = /^## Triggers$.*?(?=^## )/ms.exec(page) ?? [];
  const listed = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, source]) => source);
  expect(missing).not.toEqual([]);
  expect(listed.toSorted()).toEqual([...new Set(missing)].toSorted());
});
