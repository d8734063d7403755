import {
  decide,
  EventVersionError,
  type TokenEvent,
  type TokenResponse,
} from '../../../lambda/pre-token-generation/decide';
import { fixtureEvent } from '../fixture-event';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';

const settings = { groupsClaim: 'groups', attributeClaims: { tenant: 'custom:tenant', plan: 'custom:plan' } };

function claimsFor(change: Partial<TokenEvent['request']>, wanted = settings) {
  const event = fixtureEvent('pre-token-generation');
  const response = decide({ ...event, request: { ...event.request, ...change } }, wanted) as TokenResponse;
  const { idTokenGeneration, accessTokenGeneration } = response.claimsAndScopeOverrideDetails;
  return { id: idTokenGeneration?.claimsToAddOrOverride, access: accessTokenGeneration.claimsToAddOrOverride };
}

const sources = [
  'TokenGeneration_HostedAuth',
  'TokenGeneration_Authentication',
  'TokenGeneration_NewPasswordChallenge',
  'TokenGeneration_AuthenticateDevice',
  'TokenGeneration_RefreshTokens',
] as const;

it.each(sources.flatMap((source) => [[source, '2'] as const, [source, '3'] as const]))(
  '%s, version %s: the groups go into both tokens, chosen attributes into the access token, and nothing else',
  (triggerSource, version) => {
    const event = { ...fixtureEvent('pre-token-generation'), triggerSource, version };
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

it.each(sources)('%s, version 1: the groups go into the ID token as one text', (triggerSource) => {
  const event = { ...fixtureEvent('pre-token-generation'), triggerSource, version: '1' };
  expect(decide(event, { groupsClaim: 'groups', attributeClaims: {} })).toEqual({
    claimsOverrideDetails: { claimsToAddOrOverride: { groups: 'admins members' } },
  });
});

it('a machine, which has no groups, gets an empty list in its access token', () => {
  const event: TokenEvent = {
    ...fixtureEvent('pre-token-generation'),
    triggerSource: 'TokenGeneration_ClientCredentials',
    version: '3',
  };
  expect(decide(event, settings)).toEqual({
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { groups: [] } } },
  });
});

it.each([
  ['1', 'does not reach the access token, for which claims are wanted'],
  ['4', 'is known to nobody'],
])('an event of version %s is refused: it %s', (version) => {
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
