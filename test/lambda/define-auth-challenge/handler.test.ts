import { write } from '../../../lambda/define-auth-challenge/environment';
import type { handler as Handler } from '../../../lambda/define-auth-challenge/handler';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

const environment = write({ maximumAttempts: 1, password: 'not-asked' });
const code = (challengeResult: boolean) => ({ challengeName: 'CUSTOM_CHALLENGE' as const, challengeResult });

it.each([
  ['asks for a code first', [], { issueTokens: false, failAuthentication: false, challengeName: 'CUSTOM_CHALLENGE' }],
  ['lets who has it in', [code(true)], { issueTokens: true, failAuthentication: false }],
  ['ends with the last wrong one', [code(false)], { issueTokens: false, failAuthentication: true }],
])('%s', async (_, session, response) => {
  const handler = await loadHandler<typeof Handler>('define-auth-challenge', environment);
  const event = fixtureEvent('define-auth-challenge');
  event.request.session = session;
  await expect(handler(event, context)).resolves.toEqual({ ...event, response });
});
