import fc from 'fast-check';
import { decide, type Answered } from '../../../lambda/define-auth-challenge/decide';

/** `+CODE` was answered rightly, `-CODE` wrongly. */
function sessionOf(text: string): readonly Answered[] {
  return text
    .split(' ')
    .filter((answer) => answer !== '')
    .map((answer) => ({
      challengeName: answer.slice(1) === 'CODE' ? 'CUSTOM_CHALLENGE' : answer.slice(1),
      challengeResult: answer.startsWith('+'),
    }));
}

function next(session: string, password: 'required' | 'not-asked', userNotFound = false): string {
  const step = decide({ session: sessionOf(session), userNotFound }, { maximumAttempts: 3, password });
  return step.kind === 'challenge' ? step.name : step.kind;
}

describe.each([
  ['', 'fail', 'CUSTOM_CHALLENGE'],
  ['+CODE', 'fail', 'issue-tokens'],
  ['-CODE', 'fail', 'CUSTOM_CHALLENGE'],
  ['-CODE -CODE', 'fail', 'CUSTOM_CHALLENGE'],
  ['-CODE -CODE +CODE', 'fail', 'issue-tokens'],
  ['-CODE -CODE -CODE', 'fail', 'fail'],
  ['+SRP_A', 'PASSWORD_VERIFIER', 'PASSWORD_VERIFIER'],
  ['+SRP_A +CODE', 'fail', 'fail'],
  ['+SRP_A -PASSWORD_VERIFIER', 'fail', 'fail'],
  ['+SRP_A -PASSWORD_VERIFIER +CODE', 'fail', 'fail'],
  ['+SRP_A +PASSWORD_VERIFIER', 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE'],
  ['+SRP_A +PASSWORD_VERIFIER +SOFTWARE_TOKEN_MFA', 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE'],
  ['+SRP_A +PASSWORD_VERIFIER -SOFTWARE_TOKEN_MFA', 'fail', 'fail'],
  ['+SRP_A +PASSWORD_VERIFIER -SOFTWARE_TOKEN_MFA +CODE', 'fail', 'fail'],
  ['+SRP_A +PASSWORD_VERIFIER +DEVICE_SRP_AUTH +DEVICE_PASSWORD_VERIFIER', 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE'],
  ['+SRP_A +PASSWORD_VERIFIER +NEW_PASSWORD_REQUIRED', 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE'],
  ['+SRP_A +PASSWORD_VERIFIER +CODE', 'issue-tokens', 'issue-tokens'],
  ['+SRP_A +PASSWORD_VERIFIER -CODE', 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE'],
  ['+SRP_A +PASSWORD_VERIFIER -CODE -CODE -CODE', 'fail', 'fail'],
  ['+SOMETHING_NEW', 'fail', 'fail'],
  ['+SRP_A +PASSWORD_VERIFIER +SOMETHING_NEW', 'fail', 'fail'],
])('after "%s"', (session, withPassword, codeAlone) => {
  it(`comes ${withPassword} where the password is required, ${codeAlone} where it is not asked for`, () => {
    expect([next(session, 'required'), next(session, 'not-asked')]).toEqual([withPassword, codeAlone]);
  });
});

it('who does not exist is asked as everybody is, and never gets tokens', () => {
  expect(next('', 'not-asked', true)).toBe('CUSTOM_CHALLENGE');
  expect(next('+CODE', 'not-asked', true)).toBe('fail');
});

it('tokens need a right code as the last answer, and a right password where one is required', () => {
  const challengeName = fc.constantFrom('CUSTOM_CHALLENGE', 'SRP_A', 'PASSWORD_VERIFIER', 'SMS_MFA', 'OTHER');
  const session = fc.array(fc.record({ challengeName, challengeResult: fc.boolean() }), { maxLength: 6 });
  const password = fc.constantFrom('required' as const, 'not-asked' as const);
  fc.assert(
    fc.property(session, password, fc.integer({ min: 1, max: 10 }), (answered, asked, maximumAttempts) => {
      if (decide({ session: answered }, { maximumAttempts, password: asked }).kind !== 'issue-tokens') return;
      expect(answered.at(-1)).toEqual({ challengeName: 'CUSTOM_CHALLENGE', challengeResult: true });
      const password = answered.find((each) => each.challengeName === 'PASSWORD_VERIFIER');
      expect(password?.challengeResult ?? asked === 'not-asked').toBe(true);
    }),
    { numRuns: 2000 },
  );
});
