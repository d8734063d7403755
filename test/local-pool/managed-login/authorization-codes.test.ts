import { AuthorizationCodes, type Authorization } from '../../../lib/local-pool/managed-login/authorization-codes';
import { countedRandomness } from '../counted-randomness';
import { SetClock } from '../set-clock';

const authorization: Authorization = {
  clientId: 'client',
  username: 'ana',
  redirectUri: 'https://app.example.com/callback',
  scopes: ['openid'],
  codeChallenge: undefined,
  nonce: undefined,
  authenticated: 0,
  secondFactorShown: false,
};

const codesOn = (clock = new SetClock()) => new AuthorizationCodes(clock, countedRandomness());

describe('an authorization code', () => {
  test('is a UUID, another one each time', () => {
    const codes = codesOn();
    const [first, second] = [codes.issue(authorization), codes.issue(authorization)];
    expect(first).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(second).not.toBe(first);
  });

  test('stands for its authorization once', () => {
    const codes = codesOn();
    const code = codes.issue(authorization);
    expect(codes.redeem(code)).toEqual(authorization);
    expect(codes.isReused(code)).toBe(false);
    expect(codes.redeem(code)).toBeUndefined();
    expect(codes.isReused(code)).toBe(true);
  });

  test.each([
    ['in the last second of its five minutes', 299, authorization],
    ['when they are over', 300, undefined],
  ])('%s', (_, seconds, expected) => {
    const clock = new SetClock();
    const codes = codesOn(clock);
    const code = codes.issue(authorization);
    clock.advance({ seconds });
    expect(codes.redeem(code)).toEqual(expected);
  });

  test('leads to the tokens that were issued for it', () => {
    const codes = codesOn();
    const code = codes.issue(authorization);
    expect(codes.eventIdOf(code)).toBeUndefined();
    codes.redeem(code);
    codes.settle(code, 'event');
    expect(codes.eventIdOf(code)).toBe('event');
  });

  test('is forgotten when its time is over', () => {
    const clock = new SetClock();
    const codes = codesOn(clock);
    codes.issue(authorization);
    clock.advance({ minutes: 5 });
    codes.issue(authorization);
    expect(codes.size).toBe(1);
  });

  test('that nobody issued stands for nothing', () => {
    const codes = codesOn();
    expect(codes.redeem('never')).toBeUndefined();
    expect(codes.isReused('never')).toBe(false);
    codes.settle('never', 'event');
    expect(codes.eventIdOf('never')).toBeUndefined();
  });
});
