import { write } from '../../../lambda/custom-message/environment';
import type { handler as Handler } from '../../../lambda/custom-message/handler';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

it('returns the event with the message in the language of the user', async () => {
  const handler = await loadHandler<typeof Handler>('custom-message', write({ productName: 'Kiosk' }));
  await expect(handler(fixtureEvent('custom-message'), context)).resolves.toEqual({
    ...fixtureEvent('custom-message'),
    response: {
      emailSubject: '【Kiosk】確認コードのお知らせ',
      emailMessage: expect.stringContaining('確認コードは <strong>{####}</strong> です。'),
      smsMessage: '【Kiosk】確認コードは {####} です。',
    },
  });
});
