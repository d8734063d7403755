import {
  preTokenGeneration,
  type PreTokenGenerationEvent,
} from '../../../lib/local-pool/triggers/pre-token-generation';
import { answering, callerOf, echoing, mia } from './recording-lambda';

const event: PreTokenGenerationEvent = {
  source: 'TokenGeneration_Authentication',
  ...mia,
  groups: { groups: ['staff'], roles: [], preferredRole: undefined },
  scopes: ['aws.cognito.signin.user.admin'],
  clientMetadata: { shop: 'north' },
};

const generate = (eventVersion: 'V1_0' | 'V2_0', response: object) =>
  preTokenGeneration(callerOf(answering(response), { trigger: 'PreTokenGeneration', eventVersion }), event);
const v1 = (details: unknown) => generate('V1_0', { claimsOverrideDetails: details });
const v2 = (details: unknown) => generate('V2_0', { claimsAndScopeOverrideDetails: details });

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

test('a V1_0 event shows groups and no scopes', async () => {
  const lambda = echoing();
  const caller = callerOf(lambda, { trigger: 'PreTokenGeneration', eventVersion: 'V1_0' });
  await expect(preTokenGeneration(caller, event)).resolves.toBeUndefined();
  expect(lambda.events).toEqual([
    expect.objectContaining({
      version: '1',
      triggerSource: 'TokenGeneration_Authentication',
      request,
      response: { claimsOverrideDetails: null },
    }),
  ]);
});

test('a V2_0 event shows the scopes too', async () => {
  const lambda = echoing();
  const caller = callerOf(lambda, { trigger: 'PreTokenGeneration', eventVersion: 'V2_0' });
  await expect(preTokenGeneration(caller, event)).resolves.toBeUndefined();
  expect(lambda.events).toEqual([
    expect.objectContaining({
      version: '2',
      request: { ...request, scopes: ['aws.cognito.signin.user.admin'] },
      response: { claimsAndScopeOverrideDetails: null },
    }),
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

test('a V2_0 answer changes either token and the scopes', async () => {
  const details = {
    idTokenGeneration: { claimsToAddOrOverride: { limits: { daily: [1, 2.5, true, null] } } },
    accessTokenGeneration: {
      claimsToAddOrOverride: { level: 3, admin: false },
      claimsToSuppress: ['username'],
      scopesToAdd: ['orders/read'],
      scopesToSuppress: ['phone'],
    },
  };
  await expect(v2(details)).resolves.toEqual({
    id: { add: { limits: { daily: [1, 2.5, true, null] } }, suppress: [] },
    access: { add: { level: 3, admin: false }, suppress: ['username'] },
    scopesToAdd: ['orders/read'],
    scopesToSuppress: ['phone'],
    groups: undefined,
  });
});

describe.each([
  ['V1_0', v1],
  ['V2_0', v2],
])('%s: groups', (_, answer) => {
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
  ['V2_0: a claim without a value', () => v2({ idTokenGeneration: { claimsToAddOrOverride: { level: null } } })],
  ['V2_0: groups that are a text', () => v2({ groupOverrideDetails: { groupsToOverride: 'staff' } })],
  ['V2_0: a scope with a blank', () => v2({ accessTokenGeneration: { scopesToAdd: ['a b'] } })],
  ['V2_0: over 5,000 changes', () => v2({ accessTokenGeneration: { scopesToAdd: names(5001) } })],
  ...['address', 'email_verified', 'phone_number_verified', 'updated_at'].map(
    (claim) =>
      [
        `V2_0: ${claim} as an object`,
        () => v2({ idTokenGeneration: { claimsToAddOrOverride: { [claim]: { formatted: 'x' } } } }),
      ] as const,
  ),
])('refused: %s', async (_, answer) => {
  await expect(answer()).rejects.toMatchObject({
    type: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  });
});

test('in a V1_0 pool the members of V2_0 mean nothing', async () => {
  const details = { accessTokenGeneration: { claimsToAddOrOverride: { tenant: 'north' } } };
  await expect(generate('V1_0', { claimsAndScopeOverrideDetails: details })).resolves.toBeUndefined();
});
