import { write } from '../../../lambda/pre-authentication/environment';
import type { handler as Handler } from '../../../lambda/pre-authentication/handler';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

const environment = write({ deniedAttribute: 'custom:blocked', deniedValues: ['true'] });

it('returns the event of a user who may sign in as it came', async () => {
  const handler = await loadHandler<typeof Handler>('pre-authentication', environment);
  await expect(handler(fixtureEvent('pre-authentication'), context)).resolves.toEqual(
    fixtureEvent('pre-authentication'),
  );
});

it('refuses a user with a denied value, in words for the user', async () => {
  const handler = await loadHandler<typeof Handler>('pre-authentication', environment);
  const event = fixtureEvent('pre-authentication');
  event.request.userAttributes['custom:blocked'] = 'true';
  await expect(handler(event, context)).rejects.toMatchObject({
    name: 'UserFacingError',
    message: 'This account cannot sign in, please ask who manages it',
  });
});
