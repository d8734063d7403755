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
      candidate: draft((e) => (e.triggers.preTokenGeneration = { groupsClaim: claim, attributeClaims: {} })),
      path: 'triggers.preTokenGeneration.groupsClaim',
      instead: 'Choose a name of your own',
    })),
    {
      rule: 'claim-not-protected',
      what: 'a protected claim for an attribute',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = { groupsClaim: 'groups', attributeClaims: { username: 'email' } };
      }),
      path: 'triggers.preTokenGeneration.attributeClaims.username',
      instead: 'Choose a name of your own',
    },
    {
      rule: 'groups-claim-takes-list',
      what: 'a list of groups in a claim with one value',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = { groupsClaim: 'email_verified', attributeClaims: {} };
      }),
      path: 'triggers.preTokenGeneration.groupsClaim',
      instead: 'Write "groups"',
    },
    {
      rule: 'groups-claim-takes-list',
      what: 'a claim for groups and for an attribute at once',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = { groupsClaim: 'roles', attributeClaims: { roles: 'custom:tenant' } };
      }),
      path: 'triggers.preTokenGeneration.groupsClaim',
      instead: 'Write "groups"',
    },
    {
      rule: 'claim-attribute-declared',
      what: 'a claim from an attribute that nobody has',
      candidate: draft((e) => {
        e.triggers.preTokenGeneration = { groupsClaim: 'groups', attributeClaims: { tenant: 'tenant' } };
      }),
      path: 'triggers.preTokenGeneration.attributeClaims.tenant',
      instead: 'declare it under standardAttributes or customAttributes',
    },
  ],
});

/** The names that the rules of environments refuse, and those that the local pool drops or refuses. */
test.each([
  ['protected claims', 'sub', /^a name other than (.*) and those/, [...protectedClaims, 'scope']],
  ['claims that take no list', 'address', /^a name other than (.*)$/, plainClaims],
] as const)('the %s are those of the local pool', (_, groupsClaim, allowed, ofTheLocalPool) => {
  const [problem] = problemsOf(draft((e) => (e.triggers.preTokenGeneration = { groupsClaim, attributeClaims: {} })));
  const names = allowed.exec(problem?.allowed ?? '')?.[1]?.split(', ') ?? [];
  expect(names.toSorted()).toEqual([...ofTheLocalPool].toSorted());
});
