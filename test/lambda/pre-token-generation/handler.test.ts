import { genericRefusal } from '../../../lambda/answer';
import { write } from '../../../lambda/pre-token-generation/environment';
import type { handler as Handler } from '../../../lambda/pre-token-generation/handler';
import { captureOutput } from '../captured-output';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';

const environment = write({ groupsClaim: 'groups', attributeClaims: { tenant: 'custom:tenant' } });

afterEach(() => jest.restoreAllMocks());

it('returns the event with the claims of both tokens', async () => {
  const handler = await loadHandler<typeof Handler>('pre-token-generation', environment);
  await expect(handler(fixtureEvent('pre-token-generation'), context)).resolves.toEqual({
    ...fixtureEvent('pre-token-generation'),
    response: {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: { groups: ['admins', 'members'] } },
        accessTokenGeneration: { claimsToAddOrOverride: { tenant: 'acme', groups: ['admins', 'members'] } },
      },
    },
  });
});

it('fails the sign-in when the pool calls with version 1, rather than leave the claims out unnoticed', async () => {
  const handler = await loadHandler<typeof Handler>('pre-token-generation', environment);
  const output = captureOutput();
  const event = { ...fixtureEvent('pre-token-generation'), version: '1' };
  await expect(handler(event, context)).rejects.toThrow(genericRefusal);
  expect(output.log()).toEqual([
    expect.objectContaining({ error: 'EventVersionError', eventVersion: '1', requestId: context.awsRequestId }),
  ]);
});
