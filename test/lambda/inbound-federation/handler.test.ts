import { write } from '../../../lambda/inbound-federation/environment';
import type { handler as Handler } from '../../../lambda/inbound-federation/handler';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

const environment = write({ allowedEmailDomains: ['example.com'], emailClaims: { Google: 'email' } });

it('returns the event with an empty map, which keeps what the provider sent', async () => {
  const handler = await loadHandler<typeof Handler>('inbound-federation', environment);
  await expect(handler(fixtureEvent('inbound-federation'), context)).resolves.toEqual({
    ...fixtureEvent('inbound-federation'),
    response: { userAttributesToMap: {} },
  });
});

it('refuses an address of another domain without naming the allowed ones', async () => {
  const handler = await loadHandler<typeof Handler>('inbound-federation', environment);
  const event = fixtureEvent('inbound-federation');
  event.request.attributes.idToken = { email: 'anna@evil.test' };
  await expect(handler(event, context)).rejects.toMatchObject({
    name: 'UserFacingError',
    message: 'Sign-in is not open to this account of the identity provider',
  });
});
