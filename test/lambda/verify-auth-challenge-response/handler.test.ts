import type { handler as Handler } from '../../../lambda/verify-auth-challenge-response/handler';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

it.each([
  ['123456', true],
  ['654321', false],
])('the answer %s to the code 123456 is correct: %s', async (challengeAnswer, answerCorrect) => {
  const handler = await loadHandler<typeof Handler>('verify-auth-challenge-response', {});
  const event = fixtureEvent('verify-auth-challenge-response');
  event.request.challengeAnswer = challengeAnswer;
  await expect(handler(event, context)).resolves.toEqual({ ...event, response: { answerCorrect } });
});
