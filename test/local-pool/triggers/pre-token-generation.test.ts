import type { TriggerFunction } from '../../../lib/local-pool/settings/pool-settings';
import type { LambdaRuntime } from '../../../lib/local-pool/triggers/lambda';
import {
  preTokenGeneration,
  type PreTokenGenerationEvent,
} from '../../../lib/local-pool/triggers/pre-token-generation';
import { plainClaims } from '../../../lib/local-pool/triggers/token-reply';
import { answering, callerOf, echoing, mia } from './recording-lambda';

const event: PreTokenGenerationEvent = {
  source: 'TokenGeneration_Authentication',
  ...mia,
  groups: { groups: ['staff'], roles: [], preferredRole: undefined },
  scopes: ['aws.cognito.signin.user.admin'],
  clientMetadata: { shop: 'north' },
};

type EventVersion = TriggerFunction['eventVersion'];

const callerWith = (lambda: LambdaRuntime, eventVersion: EventVersion) =>
  callerOf(lambda, { trigger: 'PreTokenGeneration', eventVersion });
const generate = (eventVersion: EventVersion, response: object) =>
  preTokenGeneration(callerWith(answering(response), eventVersion), event);
const v1 = (details: unknown) => generate('V1_0', { claimsOverrideDetails: details });
const v2 = (details: unknown) => generate('V2_0', { claimsAndScopeOverrideDetails: details });
const v3 = (details: unknown) => generate('V3_0', { claimsAndScopeOverrideDetails: details });
/** What V2_0 takes, V3_0 takes. */
const withScopes = [
  ['V2_0', v2],
  ['V3_0', v3],
] as const;

const nothing = {
  id: { add: {}, suppress: [] },
  access: { add: {}, suppress: [] },
  scopesToAdd: [],
  scopesToSuppress: [],
  groups: undefined,
};
const request = {
  userAttributes: mia.attributes,
  groupConfiguration: { groupsToOverride: ['staff'], iamRolesToOverride: [], preferredRole: null },
  clientMetadata: { shop: 'north' },
};
const scoped = {
  request: { ...request, scopes: ['aws.cognito.signin.user.admin'] },
  response: { claimsAndScopeOverrideDetails: null },
};

test.each<readonly [EventVersion, string, object]>([
  ['V1_0', 'no scopes', { version: '1', request, response: { claimsOverrideDetails: null } }],
  ['V2_0', 'the scopes', { version: '2', ...scoped }],
  ['V3_0', 'the scopes', { version: '3', ...scoped }],
])('a %s event shows groups and %s', async (eventVersion, _scopes, expected) => {
  const lambda = echoing();
  await expect(preTokenGeneration(callerWith(lambda, eventVersion), event)).resolves.toBeUndefined();
  expect(lambda.events).toEqual([
    expect.objectContaining({ triggerSource: 'TokenGeneration_Authentication', ...expected }),
  ]);
});

test('a pool without the trigger changes nothing', async () => {
  const lambda = echoing();
  await expect(preTokenGeneration(callerOf(lambda, { trigger: undefined }), event)).resolves.toBeUndefined();
  expect(lambda.events).toEqual([]);
});

test('a V1_0 answer changes the ID token', async () => {
  const details = { claimsToAddOrOverride: { tenant: 'north' }, claimsToSuppress: ['email'] };
  await expect(v1(details)).resolves.toEqual({ ...nothing, id: { add: { tenant: 'north' }, suppress: ['email'] } });
});

test.each(withScopes)('a %s answer changes either token and the scopes', async (_, answer) => {
  const details = {
    idTokenGeneration: { claimsToAddOrOverride: { limits: { daily: [1, 2.5, true, null] } } },
    accessTokenGeneration: {
      claimsToAddOrOverride: { level: 3, admin: false },
      claimsToSuppress: ['username'],
      scopesToAdd: ['orders/read'],
      scopesToSuppress: ['phone'],
    },
  };
  await expect(answer(details)).resolves.toEqual({
    id: { add: { limits: { daily: [1, 2.5, true, null] } }, suppress: [] },
    access: { add: { level: 3, admin: false }, suppress: ['username'] },
    scopesToAdd: ['orders/read'],
    scopesToSuppress: ['phone'],
    groups: undefined,
  });
});

describe.each([['V1_0', v1], ...withScopes] as const)('%s: groups', (_, answer) => {
  test.each([
    ['stay when nothing is said', {}, undefined],
    ['go with null', { groupOverrideDetails: null }, { groups: [], roles: [], preferredRole: undefined }],
    ['go with an empty object', { groupOverrideDetails: {} }, { groups: [], roles: [], preferredRole: undefined }],
    [
      'are replaced',
      { groupOverrideDetails: { groupsToOverride: ['a'], iamRolesToOverride: ['r'], preferredRole: 'r' } },
      { groups: ['a'], roles: ['r'], preferredRole: 'r' },
    ],
    [
      'stay when the request is copied back',
      { groupOverrideDetails: request.groupConfiguration },
      { groups: ['staff'], roles: [], preferredRole: undefined },
    ],
  ])('%s', async (_rule, details, groups) => {
    await expect(answer(details)).resolves.toEqual({ ...nothing, groups });
  });
});

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `claim${index}`);

test('5,000 changes together are taken', async () => {
  const half = { claimsToSuppress: names(2500) };
  await expect(v2({ idTokenGeneration: half, accessTokenGeneration: half })).resolves.toBeDefined();
  await expect(v1({ claimsToSuppress: names(5000) })).resolves.toBeDefined();
});

test.each<readonly [string, () => Promise<unknown>]>([
  ['V1_0: a number', () => v1({ claimsToAddOrOverride: { level: 3 } })],
  ['V1_0: a list', () => v1({ claimsToAddOrOverride: { roles: ['a'] } })],
  ['V1_0: suppressed claims that are no list', () => v1({ claimsToSuppress: 'email' })],
  ['V1_0: details that are a text', () => v1('none')],
  ['V1_0: over 5,000 changes', () => v1({ claimsToAddOrOverride: { one: '1' }, claimsToSuppress: names(5000) })],
  ...withScopes.flatMap(([version, answer]): readonly (readonly [string, () => Promise<unknown>])[] => [
    [
      `${version}: a claim without a value`,
      () => answer({ idTokenGeneration: { claimsToAddOrOverride: { x: null } } }),
    ],
    [`${version}: groups that are a text`, () => answer({ groupOverrideDetails: { groupsToOverride: 'staff' } })],
    [`${version}: a scope with a blank`, () => answer({ accessTokenGeneration: { scopesToAdd: ['a b'] } })],
    [`${version}: over 5,000 changes`, () => answer({ accessTokenGeneration: { scopesToAdd: names(5001) } })],
  ]),
  ...plainClaims.map(
    (claim) =>
      [
        `V2_0: ${claim} of the ID token as an object`,
        () => v2({ idTokenGeneration: { claimsToAddOrOverride: { [claim]: { formatted: 'x' } } } }),
      ] as const,
  ),
])('refused: %s', async (_, answer) => {
  await expect(answer()).rejects.toMatchObject({
    type: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  });
});

test('an access token takes lists and objects under every name', async () => {
  const claimsToAddOrOverride = Object.fromEntries(plainClaims.map((claim) => [claim, [claim]]));
  await expect(v2({ accessTokenGeneration: { claimsToAddOrOverride } })).resolves.toMatchObject({
    access: { add: claimsToAddOrOverride },
  });
});

test.each<readonly [EventVersion, object]>([
  ['V1_0', { claimsAndScopeOverrideDetails: { idTokenGeneration: { claimsToSuppress: ['email'] } } }],
  ['V2_0', { claimsOverrideDetails: { claimsToSuppress: ['email'] } }],
  ['V3_0', { claimsOverrideDetails: { claimsToSuppress: ['email'] } }],
])('in a %s pool the members of the other form mean nothing', async (eventVersion, response) => {
  await expect(generate(eventVersion, response)).resolves.toBeUndefined();
});

test('metadata without entries is not there', async () => {
  const lambda = echoing();
  await preTokenGeneration(callerWith(lambda, 'V1_0'), { ...event, clientMetadata: {} });
  expect(lambda.events[0]?.request).not.toHaveProperty('clientMetadata');
});
