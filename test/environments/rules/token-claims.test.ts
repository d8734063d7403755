import { tokenClaimRules } from '../../../lib/environments/rules/token-claims';
import { protectedClaims } from '../../../lib/local-pool/triggers/protected-claims';
import { plainClaims } from '../../../lib/local-pool/triggers/token-reply';
import { draft, problemsOf } from '../draft';
import { testRules, type Row } from './rule-rows';

testRules(tokenClaimRules, {
  broken: [
    ...['sub', 'aud', 'scope', 'device_key', 'cognito:groups', 'cognito:anything', 'dev:role'].map((claim): Row => ({
      rule: 'claim-not-protected',
      what: `the claim ${claim} for groups`,
      candidate: draft(
        (e) => (e.triggers.preTokenGeneration = { eventVersion: 'V2_0', groupsClaim: claim, attributeClaims: {} }),
      ),
      path: 'triggers.preTokenGeneration.groupsClaim',
      instead: 'Choose a name of your own',
    })),
    {
      rule: 'claim-not-protected',
      what: 'a protected claim for an attribute',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = {
          eventVersion: 'V2_0',
          groupsClaim: 'groups',
          attributeClaims: { username: 'email' },
        };
      }),
      path: 'triggers.preTokenGeneration.attributeClaims.username',
      instead: 'Choose a name of your own',
    },
    {
      rule: 'groups-claim-takes-list',
      what: 'a list of groups in a claim with one value',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = { eventVersion: 'V2_0', groupsClaim: 'email_verified', attributeClaims: {} };
      }),
      path: 'triggers.preTokenGeneration.groupsClaim',
      instead: 'Write "groups"',
    },
    {
      rule: 'groups-claim-takes-list',
      what: 'a claim for groups and for an attribute at once',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = {
          eventVersion: 'V2_0',
          groupsClaim: 'roles',
          attributeClaims: { roles: 'custom:tenant' },
        };
      }),
      path: 'triggers.preTokenGeneration.groupsClaim',
      instead: 'Write "groups"',
    },
    {
      rule: 'claim-attribute-declared',
      what: 'a claim from an attribute that nobody has',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = {
          eventVersion: 'V2_0',
          groupsClaim: 'groups',
          attributeClaims: { tenant: 'tenant' },
        };
      }),
      path: 'triggers.preTokenGeneration.attributeClaims.tenant',
      instead: 'declare it under standardAttributes or customAttributes',
    },
    {
      rule: 'attribute-claims-need-access-token',
      what: 'claims for an access token that the trigger does not reach',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = {
          eventVersion: 'V1_0',
          groupsClaim: 'groups',
          attributeClaims: { tenant: 'custom:tenant' },
        };
      }),
      path: 'triggers.preTokenGeneration.attributeClaims',
      instead: 'Or make eventVersion "V2_0"',
    },
  ],
  fine: [
    [
      'claims for access tokens of machines as well',
      draft((e) => {
        e.triggers.preTokenGeneration = {
          eventVersion: 'V3_0',
          groupsClaim: 'groups',
          attributeClaims: { tenant: 'custom:tenant' },
        };
      }),
    ],
  ],
});

/** The names that the rules of environments refuse, and those that the local pool drops or refuses. */
test.each([
  ['protected claims', 'sub', /^a name other than (.*) and those/, [...protectedClaims, 'scope']],
  ['claims that take no list', 'address', /^a name other than (.*)$/, plainClaims],
] as const)('the %s are those of the local pool', (_, groupsClaim, allowed, ofTheLocalPool) => {
  const [problem] = problemsOf(
    draft((e) => (e.triggers.preTokenGeneration = { eventVersion: 'V2_0', groupsClaim, attributeClaims: {} })),
  );
  const names = allowed.exec(problem?.allowed ?? '')?.[1]?.split(', ') ?? [];
  expect(names.toSorted()).toEqual([...ofTheLocalPool].toSorted());
});
