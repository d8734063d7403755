import { environments } from '../../lib/environments/environments';
import { declaresIntent, readIntent } from '../../lib/posture/read-intent';
import { resolveStage } from '../../lib/template/resolve';
import type { RawObject } from '../../lib/template/value';
import { fixtureAssembly } from '../synthesis/assembly';
import { stackArtifact } from '../template/stack-artifact';

const read = (template: RawObject) => readIntent(resolveStage([stackArtifact(template)]));

const unknown = {
  class: undefined,
  assurance: undefined,
  composition: undefined,
  waivers: [],
  clientKinds: new Map(),
  authorizationAttributes: new Map(),
  publicSignUp: new Map(),
};

test.each(environments.map((environment) => [environment.name, environment] as const))(
  'the templates of %s say what its file declares',
  (name, declared) => {
    const stacks = resolveStage(fixtureAssembly().stacks.filter(({ stage }) => stage === name));
    const kinds = Object.values(declared.clients).map(({ kind }) => kind);
    const intent = readIntent(stacks);
    expect(intent).toMatchObject({
      class: declared.class,
      ...declared.posture,
      waivers: declared.waivers,
      authorizationAttributes: new Map([[`${name}/auth/UserPool`, ['custom:tenant']]]),
      publicSignUp: new Map([[`${name}/auth/UserPool`, declared.selfSignUp.allowed]]),
    });
    expect([...intent.clientKinds.values()].toSorted()).toEqual(kinds.toSorted());
    expect(intent.clientKinds.get(`${name}/auth/ClientWeb`)).toBe('browser');
    expect(declaresIntent(stacks)).toBe(true);
  },
);

test('templates without Metadata say nothing: all is unknown', () => {
  const stacks = resolveStage([stackArtifact({ Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } })]);
  expect(readIntent(stacks)).toEqual(unknown);
  expect(declaresIntent(stacks)).toBe(false);
});

test('a template from before there were profiles says the class, and no profile', () => {
  const metadata = { 'userpool:environment': { name: 'dev', class: 'sandbox', waivers: [] } };
  expect(read({ Metadata: metadata, Resources: {} })).toEqual({ ...unknown, class: 'sandbox' });
});

const said = { class: 'sandbox', posture: { assurance: 'aal1', composition: 'nist' } };

test.each<readonly [what: string, metadata: RawObject, meant: object]>([
  ['a class that nobody knows', { ...said, class: 'holiday' }, { class: undefined, assurance: 'aal1' }],
  ['profiles that are no object', { ...said, posture: 'strict' }, { class: 'sandbox', assurance: undefined }],
  ['waivers that are no list', { ...said, waivers: 'all' }, { class: 'sandbox', waivers: [] }],
  [
    'a waiver without an expiry date',
    { ...said, waivers: [{ control: 'CGN-MFA-01', reason: 'Because.', owner: 'me' }] },
    { waivers: [] },
  ],
  [
    'a class that is not known before deployment',
    { ...said, class: { 'Fn::ImportValue': 'class' } },
    { class: undefined },
  ],
])('%s is unknown, and what is beside it is not', (_what, metadata, meant) => {
  expect(read({ Metadata: { 'userpool:environment': metadata }, Resources: {} })).toMatchObject(meant);
});

test('what a resource says in another form is unknown', () => {
  const resources = {
    Pool: { Type: 'AWS::Cognito::UserPool', Metadata: { 'userpool:self-sign-up': 'yes' } },
    Client: { Type: 'AWS::Cognito::UserPoolClient', Metadata: { 'userpool:client': { kind: 'toaster' } } },
  };
  expect(read({ Resources: resources })).toEqual(unknown);
});
