import { readableAttributes } from './client-attributes';
import { defineRule, type Rule } from './rule';

/** Claims that a pre-token-generation trigger can neither add nor change; beside them every other cognito: claim. */
const protectedClaims = new Set([
  'acr',
  'amr',
  'at_hash',
  'aud',
  'auth_time',
  'azp',
  'client_id',
  'device_key',
  'event_id',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'scope',
  'sub',
  'token_use',
  'username',
  'version',
]);

/** Claims that take one value, so no list of groups. */
const simpleClaims = ['address', 'email_verified', 'phone_number_verified', 'updated_at'];

const isProtected = (claim: string) => protectedClaims.has(claim) || /^(cognito|dev):/.test(claim);

/** What the pre-token-generation trigger puts into tokens. */
export const tokenClaimRules: readonly Rule[] = [
  defineRule({
    id: 'claim-not-protected',
    what: 'A claim of the trigger is none that Cognito keeps to itself.',
    source: 'Cognito Developer Guide, pre token generation: excluded claims and scopes.',
    reads: ['triggers'],
    check: ({ triggers: { preTokenGeneration } }) => {
      if (preTokenGeneration === undefined) return [];
      const base = ['triggers', 'preTokenGeneration'];
      const { groupsClaim, attributeClaims } = preTokenGeneration;
      return [
        { path: [...base, 'groupsClaim'], got: groupsClaim },
        ...Object.keys(attributeClaims).map((claim) => ({ path: [...base, 'attributeClaims', claim], got: claim })),
      ]
        .filter(({ got }) => isProtected(got))
        .map((place) => ({
          ...place,
          allowed: `a name other than ${[...protectedClaims].join(', ')} and those that begin with cognito: or dev:`,
          instead: 'Choose a name of your own; Cognito would drop this claim without a word.',
        }));
    },
  }),
  defineRule({
    id: 'groups-claim-takes-list',
    what: 'The groups claim can hold a list and is not a claim for an attribute as well.',
    source: 'Cognito Developer Guide, pre token generation: claims without complex values.',
    reads: ['triggers'],
    check: ({ triggers: { preTokenGeneration } }) => {
      if (preTokenGeneration === undefined) return [];
      const taken = [...simpleClaims, ...Object.keys(preTokenGeneration.attributeClaims)];
      if (!taken.includes(preTokenGeneration.groupsClaim)) return [];
      return [
        {
          path: ['triggers', 'preTokenGeneration', 'groupsClaim'],
          got: preTokenGeneration.groupsClaim,
          allowed: `a name other than ${taken.join(', ')}`,
          instead: 'Write "groups".',
        },
      ];
    },
  }),
  defineRule({
    id: 'claim-attribute-declared',
    what: 'A claim is taken from a declared attribute.',
    source: 'An undeclared attribute has no value, so the claim would never appear.',
    reads: ['triggers', 'standardAttributes', 'customAttributes'],
    check: ({ triggers: { preTokenGeneration }, ...attributes }) => {
      const declared = readableAttributes(attributes);
      return Object.entries(preTokenGeneration?.attributeClaims ?? {})
        .filter(([, attribute]) => !declared.includes(attribute))
        .map(([claim, attribute]) => ({
          path: ['triggers', 'preTokenGeneration', 'attributeClaims', claim],
          got: attribute,
          allowed: declared.join(', '),
          instead: 'Write one of these, or declare it under standardAttributes or customAttributes.',
        }));
    },
  }),
  defineRule({
    id: 'attribute-claims-need-access-token',
    what: 'Claims from attributes need a version of the trigger that reaches the access token.',
    source: 'Cognito Developer Guide, pre token generation: events of version V1_0 change the ID token alone.',
    reads: ['triggers'],
    check: ({ triggers: { preTokenGeneration } }) =>
      preTokenGeneration?.eventVersion === 'V1_0' && Object.keys(preTokenGeneration.attributeClaims).length > 0
        ? [
            {
              path: ['triggers', 'preTokenGeneration', 'attributeClaims'],
              got: preTokenGeneration.attributeClaims,
              allowed: '{} beside eventVersion "V1_0"',
              instead: 'Write {}: the ID token has what the client may read. Or make eventVersion "V2_0".',
            },
          ]
        : [],
  }),
];
