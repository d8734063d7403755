import fc from 'fast-check';
import { decide } from '../../../lambda/verify-auth-challenge-response/decide';

const expires = Date.UTC(2026, 10, 21);
const sent = { code: '012345', expires: String(expires) };

const isRight = (
  challengeAnswer: string,
  privateChallengeParameters: Record<string, string> = sent,
  now = expires - 1,
) => decide({ challengeAnswer, privateChallengeParameters }, now);

it.each([
  ['the code', '012345', true],
  ['the code with space around it', ' 012345\n', true],
  ['another code', '012346', false],
  ['the number of the code', '12345', false],
  ['the code and more', '0123456', false],
  ['nothing', '', false],
])('%s is %j: %s', (_, answer, right) => {
  expect(isRight(answer)).toBe(right);
});

it('a code that has come to its end is wrong', () => {
  expect(isRight('012345', sent, expires)).toBe(false);
});

it('who does not exist has no right answer', () => {
  expect(decide({ challengeAnswer: '012345', privateChallengeParameters: sent, userNotFound: true }, expires - 1)).toBe(
    false,
  );
});

it.each([
  ['nothing', {}],
  ['a code without an end', { code: '012345' }],
  ['an end without a code', { expires: sent.expires }],
  ['an empty code', { code: '', expires: sent.expires }],
  ['an end that is no number', { code: '012345', expires: 'never' }],
])('where %s was sent every answer is wrong', (_, parameters) => {
  expect([isRight('012345', parameters), isRight('', parameters)]).toEqual([false, false]);
});

it('no other text passes for the code', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{6}$/)), (answer) => {
      expect(isRight(answer)).toBe(answer.trim() === '012345');
    }),
  );
});
