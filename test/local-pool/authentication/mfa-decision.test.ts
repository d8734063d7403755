import { decideSecondFactor, isStillAsked } from '../../../lib/local-pool/authentication/mfa-decision';
import type { MfaFactor, MfaMode, RecoveryMechanism } from '../../../lib/local-pool/settings/pool-settings';

type Person = Parameters<typeof decideSecondFactor>[1];

const every = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] as const;
const contacts = { email: 'anna@example.com', phone_number: '+4915112345678' };

/** A user of a pool with every factor, unless the row says otherwise. */
interface Row {
  readonly pool: MfaMode;
  readonly factors?: readonly MfaFactor[];
  readonly recovery?: readonly RecoveryMechanism[];
  readonly contacts?: readonly (keyof typeof contacts)[];
  readonly token?: true;
  readonly active?: readonly MfaFactor[];
  readonly preferred?: MfaFactor;
}

function rulesOf({ pool: mode, factors = every, recovery = ['admin_only'] }: Row) {
  return { mfa: { mode, factors }, accountRecovery: recovery };
}

function personOf(has: Row): Person {
  return {
    attributes: Object.fromEntries((has.contacts ?? []).map((name) => [name, contacts[name]])),
    softwareToken: has.token && { secret: 'ABC', friendlyDeviceName: undefined, spentSteps: [] },
    mfa: { enabled: has.active ?? [], preferred: has.preferred },
  };
}

function decide(row: Row): unknown {
  const decision = decideSecondFactor(rulesOf(row), personOf(row));
  return decision.ask === 'SELECT_MFA_TYPE' ? decision.from : decision.ask;
}

const both = ['email', 'phone_number'] as const;
const [sms, email, token] = every;

describe('after the first factor a user is asked', () => {
  test.each<[string, Row, unknown]>([
    ['OFF: nothing, whatever is preferred', { pool: 'OFF', contacts: both, active: [sms], preferred: sms }, 'nothing'],
    ['OPTIONAL, no active factor: nothing', { pool: 'OPTIONAL', contacts: both, token: true }, 'nothing'],
    ['OPTIONAL, one active factor: that one', { pool: 'OPTIONAL', contacts: both, active: [email] }, email],
    [
      'OPTIONAL, one preferred of several: that one',
      { pool: 'OPTIONAL', contacts: both, token: true, active: every, preferred: token },
      token,
    ],
    [
      'OPTIONAL, several active, none preferred: the choice among the active',
      { pool: 'OPTIONAL', contacts: both, token: true, active: [sms, token] },
      [sms, token],
    ],
    [
      'ON, several active, none preferred: the choice among the active',
      { pool: 'ON', contacts: both, token: true, active: [sms, token] },
      [sms, token],
    ],
    [
      'ON, a preferred factor: that one',
      { pool: 'ON', contacts: both, token: true, active: [email], preferred: email },
      email,
    ],
    ['ON, an authenticator and nothing else: its code', { pool: 'ON', token: true }, token],
    [
      'ON, an authenticator and an address: the choice',
      { pool: 'ON', token: true, contacts: ['email'] },
      [email, token],
    ],
    [
      'ON, an authenticator and an address that recovers the account: the code of the authenticator',
      { pool: 'ON', token: true, contacts: ['email'], recovery: ['verified_email'] },
      token,
    ],
    [
      'ON, an authenticator beside an active factor whose contact recovers the account: the choice',
      { pool: 'ON', token: true, contacts: ['email'], active: [email], recovery: ['verified_email'] },
      [email, token],
    ],
    ['ON, only a phone number: a text message', { pool: 'ON', contacts: ['phone_number'] }, sms],
    ['ON, only an address: an e-mail', { pool: 'ON', contacts: ['email'] }, email],
    [
      'ON, both contacts, one needed for recovery: the other one',
      { pool: 'ON', contacts: both, recovery: ['verified_email', 'verified_phone_number'] },
      sms,
    ],
    [
      'ON, both contacts, the phone number needed first: an e-mail',
      { pool: 'ON', contacts: both, recovery: ['verified_phone_number', 'verified_email'] },
      email,
    ],
    [
      'ON, both contacts where only text messages are a factor: a text message, as the address recovers',
      { pool: 'ON', factors: [sms], contacts: both, recovery: ['verified_phone_number', 'verified_email'] },
      sms,
    ],
    ['ON, both contacts and no recovery: the choice', { pool: 'ON', contacts: both }, [sms, email]],
    ['ON, both contacts, recovery not set: the choice', { pool: 'ON', contacts: both, recovery: [] }, [sms, email]],
    [
      'ON, only the contact that recovers the account: refused',
      { pool: 'ON', contacts: ['email'], recovery: ['verified_email', 'verified_phone_number'] },
      'another factor',
    ],
    [
      'ON, that contact as an active factor: asked all the same',
      { pool: 'ON', contacts: ['phone_number'], active: [sms], recovery: ['verified_phone_number'] },
      sms,
    ],
    ['ON, nothing at all: to set one up', { pool: 'ON' }, 'MFA_SETUP'],
    ['ON, contacts that no factor uses: to set one up', { pool: 'ON', factors: [token], contacts: both }, 'MFA_SETUP'],
  ])('%s', (_row, row, asked) => {
    expect(decide(row)).toEqual(asked);
  });

  test.each<[string, Row, MfaFactor, boolean]>([
    ['the factor itself', { pool: 'OPTIONAL', token: true, active: [token] }, token, true],
    ['one of a choice', { pool: 'OPTIONAL', contacts: both, token: true, active: [sms, token] }, sms, true],
    [
      'a factor beside the preferred one',
      { pool: 'ON', contacts: both, token: true, preferred: sms, active: [sms] },
      token,
      false,
    ],
    ['a factor where one must be set up', { pool: 'ON' }, token, false],
    ['an authenticator that was switched off', { pool: 'OPTIONAL', token: true }, token, false],
    ['any factor where MFA is off', { pool: 'OFF', token: true, active: [token] }, token, false],
  ])('%s: whether it is still asked for', (_what, row, factor, asked) => {
    expect(isStillAsked(rulesOf(row), personOf(row), factor)).toBe(asked);
  });

  test('for an authenticator even after the pool stopped offering TOTP', () => {
    expect(decide({ pool: 'OPTIONAL', factors: [sms], token: true, active: [token] })).toBe(token);
  });

  test('for no code by message after the pool stopped offering it, nor without the contact', () => {
    expect(decide({ pool: 'OPTIONAL', factors: [token], contacts: both, active: [sms] })).toBe('nothing');
    expect(decide({ pool: 'OPTIONAL', active: [sms], preferred: sms })).toBe('nothing');
  });
});
