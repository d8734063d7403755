import { write } from '../../../lambda/pre-sign-up/environment';
import type { handler as Handler } from '../../../lambda/pre-sign-up/handler';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

const environment = write({ allowedEmailDomains: ['example.com'] });

it('returns the event with the response that confirms nothing', async () => {
  const handler = await loadHandler<typeof Handler>('pre-sign-up', environment);
  await expect(handler(fixtureEvent('pre-sign-up'), context)).resolves.toEqual({
    ...fixtureEvent('pre-sign-up'),
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  });
});

it('refuses an address of another domain with a text for the user, to which Cognito adds the full stop', async () => {
  const handler = await loadHandler<typeof Handler>('pre-sign-up', environment);
  const event = fixtureEvent('pre-sign-up');
  event.request.userAttributes['email'] = 'anna@evil.test';
  await expect(handler(event, context)).rejects.toMatchObject({
    name: 'UserFacingError',
    message: 'Sign-up is not open to addresses of this e-mail domain',
  });
});

it('does not start without its settings, and says which', async () => {
  await expect(loadHandler('pre-sign-up', { ALLOWED_EMAIL_DOMAINS: undefined })).rejects.toThrow(
    'Environment variable ALLOWED_EMAIL_DOMAINS is not set',
  );
});
