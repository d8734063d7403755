import { decide, EventVersionError, type TokenEvent } from '../../../lambda/pre-token-generation/decide';
import { fixtureEvent } from '../fixture-event';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';

const settings = { groupsClaim: 'groups', attributeClaims: { tenant: 'custom:tenant', plan: 'custom:plan' } };

function claimsFor(change: Partial<TokenEvent['request']>, wanted = settings) {
  const event = fixtureEvent('pre-token-generation');
  const { claimsAndScopeOverrideDetails } = decide({ ...event, request: { ...event.request, ...change } }, wanted);
  return {
    id: claimsAndScopeOverrideDetails.idTokenGeneration.claimsToAddOrOverride,
    access: claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride,
  };
}

it.each([
  'TokenGeneration_HostedAuth',
  'TokenGeneration_Authentication',
  'TokenGeneration_NewPasswordChallenge',
  'TokenGeneration_AuthenticateDevice',
  'TokenGeneration_RefreshTokens',
] as const)(
  '%s: the groups go into both tokens, chosen attributes into the access token, and nothing else',
  (source) => {
    const event = { ...fixtureEvent('pre-token-generation'), triggerSource: source };
    expect(decide(event, settings)).toEqual({
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: { groups: ['admins', 'members'] } },
        accessTokenGeneration: { claimsToAddOrOverride: { tenant: 'acme', groups: ['admins', 'members'] } },
      },
    });
  },
);

it.each([[{}], [{ groupsToOverride: [] }], [{ groupsToOverride: undefined }]])(
  'a user in no group (%j) gets an empty list, so that the claim is always there',
  (groupConfiguration) => {
    expect(claimsFor({ groupConfiguration })).toEqual({ id: { groups: [] }, access: { tenant: 'acme', groups: [] } });
  },
);

it.each([[{}], [{ 'custom:tenant': '' }]])('an attribute without a value (%j) makes no claim', (userAttributes) => {
  expect(claimsFor({ userAttributes }).access).not.toHaveProperty('tenant');
});

it('an attribute named like a method of every object makes no claim', () => {
  const wanted = { groupsClaim: 'groups', attributeClaims: { tenant: 'constructor', plan: 'toString' } };
  expect(Object.keys(claimsFor({ userAttributes: {} }, wanted).access)).toEqual(['groups']);
});

it.each(['1', '3'])('an event of version %s is refused: its response would be ignored', (version) => {
  const event = { ...fixtureEvent('pre-token-generation'), version };
  expect(() => decide(event, settings)).toThrow(EventVersionError);
});

it('a source that nobody has decided on is refused by name', () => {
  const event = {
    ...fixtureEvent('pre-token-generation'),
    triggerSource: 'TokenGeneration_Somehow' as never,
  };
  expect(() => decide(event, settings)).toThrow(UnknownTriggerSourceError);
});
