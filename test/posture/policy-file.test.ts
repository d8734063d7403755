import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import { policyIntent, PolicyFileError, readPolicy, requireApplicable } from '../../lib/posture/policy-file';
import { resolveStage } from '../../lib/template/resolve';
import { stackArtifact } from '../template/stack-artifact';
import { client, userPool } from './test-control';

const stacks = resolveStage([
  stackArtifact({ Resources: { ...userPool(), ...client() } }, { path: 'identity', stage: undefined }),
]);
const declaring = resolveStage([
  stackArtifact({ Metadata: { 'userpool:environment': { class: 'sandbox' } }, Resources: userPool() }),
]);
const waiver = {
  control: 'CGN-MFA-01',
  reason: 'Until the old application is gone.',
  owner: 'identity-team',
  expires: '2027-03-31',
};
const whole = {
  class: 'production',
  assurance: 'aal2',
  composition: 'nist',
  clientKinds: { 'identity/Client': 'browser' },
  authorizationAttributes: { 'identity/Pool': ['custom:tenant'] },
  publicSignUp: { 'identity/Pool': false },
  waivers: [waiver],
};
const policyWith = (identity: object) => readPolicy(JSON.stringify({ environments: { identity } }), 'policy.json');

test('it says all that templates of this project say in Metadata', () => {
  expect(policyIntent(policyWith(whole), 'identity', stacks)).toEqual({
    class: 'production',
    assurance: 'aal2',
    composition: 'nist',
    waivers: [waiver],
    clientKinds: new Map([['identity/Client', 'browser']]),
    authorizationAttributes: new Map([['identity/Pool', ['custom:tenant']]]),
    publicSignUp: new Map([['identity/Pool', false]]),
  });
});

test.each([
  ['what it leaves out', policyWith({}), 'identity'],
  ['an environment that it does not name', policyWith(whole), 'other'],
  ['a name that every object has', policyWith(whole), 'constructor'],
])('%s is unknown', (_what, policy, name) => {
  expect(policyIntent(policy, name, stacks)).toEqual({
    class: undefined,
    assurance: undefined,
    composition: undefined,
    waivers: [],
    clientKinds: new Map(),
    authorizationAttributes: new Map(),
    publicSignUp: new Map(),
  });
});

test.each<readonly [what: string, text: string, got: string]>([
  ['no JSON', '{', 'JSON'],
  ['a list', '[]', 'the file: '],
  ['a misspelt field', JSON.stringify({ environments: { identity: { clas: 'production' } } }), 'environments.identity'],
  [
    'a class that does not exist',
    JSON.stringify({ environments: { identity: { class: 'live' } } }),
    'environments.identity.class',
  ],
  [
    'a waiver that never ends',
    JSON.stringify({ environments: { identity: { waivers: [{ ...waiver, expires: 'never' }] } } }),
    'environments.identity.waivers.0.expires: expected the last day',
  ],
  [
    'a waiver of another tool',
    JSON.stringify({ environments: { identity: { waivers: [{ ...waiver, control: 'AwsSolutions-COG2' }] } } }),
    'environments.identity.waivers.0.control: expected the id of a control',
  ],
])('%s is refused, with what, where, what is expected and what to do', (_what, text, got) => {
  const read = () => readPolicy(text, 'policy.json');
  expect(read).toThrow(PolicyFileError);
  for (const part of [got, 'where:    policy.json', 'expected: { "environments"', 'next:     ']) {
    if (text !== '{' || !part.startsWith('expected')) expect(read).toThrow(part);
  }
});

test.each([
  ['clientKinds', { 'identity/Clientt': 'browser' }, 'identity/Client'],
  ['clientKinds', { 'identity/Pool': 'browser' }, 'identity/Client'],
  ['publicSignUp', { 'identity/Client': true }, 'identity/Pool'],
  ['authorizationAttributes', { Pool: ['custom:tenant'] }, 'identity/Pool'],
])('%s of %j is refused, with what there is', (field, meant, known) => {
  const intent = () => policyIntent(policyWith({ [field]: meant }), 'identity', stacks);
  expect(intent).toThrow(`where:    policy.json: environments.identity.${field}`);
  expect(intent).toThrow(`expected: some of ${known}`);
});

test('a misspelt environment is refused, with those that there are', () => {
  const known = [{ name: 'shop', stacks }];
  expect(() => requireApplicable(policyWith(whole), known)).toThrow(/got: {6}identity\n {2}expected: .*: shop\n/);
  expect(() => requireApplicable(policyWith(whole), [...known, { name: 'identity', stacks }])).not.toThrow();
});

test('templates that say themselves what is meant are not overruled', () => {
  const known = [{ name: 'identity', stacks: declaring }];
  expect(() => requireApplicable(policyWith(whole), known)).toThrow(/got: {6}identity\n[^]*Metadata/);
});

test('docs/posture.md shows a policy file that can be read', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'posture.md'), 'utf8');
  const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
  expect(Object.keys(readPolicy(example, 'example').environments)).toEqual(['identity']);
});
