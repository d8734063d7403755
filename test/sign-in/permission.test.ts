import { journeys } from '../../lib/sign-in/journey';
import { permission } from '../../lib/sign-in/permission';
import type { ClientFacts } from '../../lib/sign-in/client-facts';
import type { PoolFacts } from '../../lib/sign-in/pool-facts';
import type { TargetFacts } from '../../lib/sign-in/target-facts';
import { exampleClient, exampleFacts, examplePool } from './example-pool';

const client = (name: string, confidential: boolean, ...authFlows: string[]): ClientFacts => ({
  ...exampleClient,
  name,
  confidential,
  authFlows,
});

const backend = client('backend', true, 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH');
const legacy = client('legacy', false, 'ALLOW_USER_PASSWORD_AUTH');
const custom = client('custom', false, 'ALLOW_CUSTOM_AUTH');
const challenge = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'];

type Difference = Omit<Partial<TargetFacts>, 'pool'> & { readonly pool?: Partial<PoolFacts> };

/** A deployed pool with everything but text messages, unless the difference says otherwise. */
function facts({ pool, ...place }: Difference): TargetFacts {
  return { ...exampleFacts, ...place, pool: { ...examplePool, clients: [backend, legacy, custom], ...pool } };
}

const permittedNames = (given: TargetFacts): readonly string[] =>
  journeys.filter((journey) => permission(journey, given).permitted).map(({ name }) => name);

const here = { inbox: true, ownPool: true } as const;
const sms = { factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], autoVerified: ['email', 'phone_number'] } as const;
const off = { mfa: 'OFF', softwareTokens: false, deviceTracking: undefined } as const;
const deployed = ['J1', 'J2', 'J7', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19'];

test.each<readonly [string, Difference, readonly string[]]>([
  ['as deployed', {}, deployed],
  ['on this machine', here, ['J1', 'J2', 'J3', 'J7', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19']],
  ['with required MFA', { pool: { mfa: 'ON' } }, ['J1', 'J2', 'J8', 'J12', 'J13', 'J18', 'J19']],
  ['with MFA off', { pool: off }, ['J1', 'J2', 'J7', 'J18', 'J19']],
  ['with MFA off, on this machine', { ...here, pool: off }, ['J1', 'J2', 'J3', 'J6', 'J7', 'J18', 'J19']],
  ['with text messages, deployed', { pool: sms }, deployed],
  [
    'with text messages, on this machine',
    { ...here, pool: sms },
    ['J1', 'J2', 'J3', 'J7', 'J9', 'J10', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19'],
  ],
  [
    'with text messages, where nobody signs up',
    { ...here, pool: { ...sms, selfSignUp: false } },
    ['J1', 'J2', 'J3', 'J7', 'J10', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19'],
  ],
  [
    'with text messages, where a sign-up does not verify the number',
    { ...here, pool: { ...sms, autoVerified: ['email'] } },
    ['J1', 'J2', 'J3', 'J7', 'J10', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19'],
  ],
  [
    'with text messages alone, required',
    { ...here, pool: { mfa: 'ON', softwareTokens: false, factors: ['SMS_MFA'], autoVerified: ['phone_number'] } },
    ['J9'],
  ],
  ['whose messages a custom sender writes', { ...here, pool: { triggers: ['CustomEmailSender'] } }, deployed],
  ['that recovers by an administrator', { ...here, pool: { recovery: ['admin_only'] } }, deployed],
  [
    'that leaves recovery to the service',
    { ...here, pool: { recovery: undefined } },
    ['J1', 'J2', 'J3', 'J7', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19'],
  ],
  ['without device tracking', { pool: { deviceTracking: undefined } }, ['J1', 'J2', 'J7', 'J11', 'J15', 'J18', 'J19']],
  [
    'whose devices do not stand in for MFA',
    { pool: { deviceTracking: { asksUser: false, standsInForMfa: false } } },
    ['J1', 'J2', 'J7', 'J11', 'J15', 'J18', 'J19'],
  ],
  [
    'that may ask for a code by e-mail first',
    { pool: { mfa: 'ON', factors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] } },
    [],
  ],
  [
    'with a server client alone',
    { pool: { clients: [backend] } },
    ['J1', 'J7', 'J11', 'J12', 'J13', 'J15', 'J18', 'J19'],
  ],
  ['with an old client alone', { pool: { clients: [legacy] } }, ['J2', 'J7', 'J11', 'J15', 'J18', 'J19']],
  ['with a challenge that nobody can answer', { pool: { triggers: challenge } }, deployed],
  ['with a challenge and its answer', { challengeAnswer: '44', pool: { triggers: challenge } }, [...deployed, 'J20']],
  ['with an answer and no challenge', { challengeAnswer: '44' }, deployed],
  [
    'with a challenge that no client may use',
    { challengeAnswer: '44', pool: { triggers: challenge, clients: [] } },
    [],
  ],
])('a pool %s permits just these journeys', (_, difference, permitted) => {
  expect(permittedNames(facts(difference))).toEqual(permitted);
});

test.each<readonly [string, Difference, RegExp]>([
  [
    'J1',
    { pool: { clients: [legacy] } },
    /^No app client allows .* Expected ALLOW_ADMIN_USER_PASSWORD_AUTH at a client with a secret\./,
  ],
  ['J1', { pool: { mfa: 'ON', softwareTokens: false } }, /^MFA is required in this pool, and TOTP is no factor/],
  [
    'J2',
    { pool: { clients: [backend] } },
    /^No app client allows .* Expected ALLOW_USER_PASSWORD_AUTH at a client without/,
  ],
  ['J3', {}, /^Nobody reads the messages that this pool sends.* It needs an inbox/],
  ['J3', { ...here, pool: { recovery: ['admin_only'] } }, /\(AccountRecoverySetting admin_only\)/],
  ['J3', { ...here, pool: { triggers: ['CustomEmailSender'] } }, /^The CustomEmailSender trigger writes the messages/],
  ['J4', {}, /^This pool moves nobody over \(LambdaConfig has no UserMigration\)\. It needs/],
  ['J5', { pool: { triggers: ['UserMigration'] } }, /^Nobody has an account in the old application/],
  ['J6', { pool: off }, /^It changes the settings of the pool, and this pool is used by others\./],
  ['J6', here, /^MFA is on already in this pool \(MfaConfiguration OPTIONAL\)/],
  ['J7', { pool: { mfa: 'ON' } }, /^MFA is required in this pool \(MfaConfiguration ON\)/],
  ['J8', {}, /^MFA is not required in this pool \(MfaConfiguration OPTIONAL\)/],
  ['J9', here, /^A text message is no factor of this pool \(EnabledMfas\)/],
  ['J9', { pool: sms }, /^Nobody reads the messages/],
  ['J9', { ...here, pool: { ...sms, selfSignUp: false } }, /AllowAdminCreateUserOnly/],
  ['J9', { ...here, pool: { ...sms, autoVerified: [] } }, /AutoVerifiedAttributes/],
  ['J10', { ...here, pool: { ...sms, softwareTokens: false } }, /^TOTP is no factor of this pool/],
  ['J11', { pool: { mfa: 'ON' } }, /no factor can be switched off for a user/],
  ['J12', { pool: { deviceTracking: undefined } }, /^Device tracking is off in this pool/],
  [
    'J13',
    { pool: { deviceTracking: { asksUser: true, standsInForMfa: false } } },
    /ChallengeRequiredOnNewDevice false/,
  ],
  ['J15', { pool: { mfa: 'ON' } }, /nobody is without/],
  ['J15', { pool: off }, /^MFA is off in this pool/],
  ['J18', { pool: { mfa: 'ON', softwareTokens: false } }, /TOTP is no factor of it/],
  ['J19', { pool: { clients: [custom] } }, /^No app client allows a flow/],
  ['J20', {}, /LambdaConfig has no DefineAuthChallenge, CreateAuthChallenge, VerifyAuthChallengeResponse/],
  ['J20', { pool: { triggers: challenge.slice(0, 2) } }, /LambdaConfig has no VerifyAuthChallengeResponse/],
  ['J20', { pool: { triggers: challenge } }, /^Only the functions of this pool know.*--challenge-answer/],
])('%s is left out of a pool with %j, and says why', (name, difference, reason) => {
  const journey = journeys.find((each) => each.name === name);
  expect(journey && permission(journey, facts(difference))).toEqual({
    permitted: false,
    reason: expect.stringMatching(reason),
  });
});

test('a permitted journey comes with the client and the flow that it takes', () => {
  const chosen = journeys.flatMap((journey) => {
    const permitted = permission(journey, facts({ challengeAnswer: '44', pool: { triggers: challenge } }));
    return permitted.permitted ? [[journey.name, permitted.chosen.client.name, permitted.chosen.flow]] : [];
  });
  expect(chosen).toEqual([
    ['J1', 'backend', 'ADMIN_USER_PASSWORD_AUTH'],
    ['J2', 'legacy', 'USER_PASSWORD_AUTH'],
    ['J7', 'backend', 'ADMIN_USER_PASSWORD_AUTH'],
    ['J11', 'backend', 'ADMIN_USER_PASSWORD_AUTH'],
    ['J12', 'backend', 'USER_SRP_AUTH'],
    ['J13', 'backend', 'USER_SRP_AUTH'],
    ['J15', 'backend', 'ADMIN_USER_PASSWORD_AUTH'],
    ['J18', 'backend', 'ADMIN_USER_PASSWORD_AUTH'],
    ['J19', 'backend', 'ADMIN_USER_PASSWORD_AUTH'],
    ['J20', 'custom', 'CUSTOM_AUTH'],
  ]);
});
