import type { StackArtifact } from '../../lib/template/assembly';
import { resolveStack, resolveStage } from '../../lib/template/resolve';
import type { RawObject, RawValue, Value } from '../../lib/template/value';
import { stackArtifact } from './stack-artifact';

const pool = { Type: 'AWS::Cognito::UserPool' };

/** A template that exports its pool as `<stack name>-pool`, and other outputs. */
const exporting: RawObject = {
  Resources: { Pool: pool },
  Outputs: {
    PoolId: { Value: { Ref: 'Pool' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-pool' } } },
    Plan: { Value: 'PLUS', Export: { Name: 'plan' } },
  },
};

function importing(name: RawValue, facts: Partial<StackArtifact> = {}): StackArtifact {
  const client = { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { 'Fn::ImportValue': name } } };
  return stackArtifact({ Resources: { Client: client } }, { path: 'dev/app', stackName: 'dev-app', ...facts });
}

function importedBy(importer: StackArtifact, ...others: readonly StackArtifact[]): Value | undefined {
  return resolveStage([importer, ...others])[0]?.resources.get('Client')?.properties['UserPoolId'];
}

test('an import is what the exporting stack exports, and a reference names the stack that it leads to', () => {
  expect(importedBy(importing('plan'), stackArtifact(exporting))).toBe('PLUS');
  expect(importedBy(importing({ 'Fn::Sub': 'dev-auth-pool' }), stackArtifact(exporting))).toMatchObject({
    kind: 'reference',
    expression: { Ref: 'Pool' },
    references: [{ stack: 'dev/auth', logicalId: 'Pool', attribute: undefined }],
  });
});

test('what the caller knows is asked for with the stack that declares the resource', () => {
  const valueFor = ({ stack, logicalId }: { stack: string; logicalId: string }): string => `${stack}#${logicalId}`;
  const stacks = resolveStage([importing('dev-auth-pool'), stackArtifact(exporting)], { valueFor });
  expect(stacks[0]?.resources.get('Client')?.properties).toEqual({ UserPoolId: 'dev/auth#Pool' });
});

test.each<[string, Partial<StackArtifact>]>([
  ['account', { account: '999988887777' }],
  ['Region', { region: 'us-east-1' }],
])('exports do not reach into another %s', (_rule, facts) => {
  const elsewhere = stackArtifact(exporting, facts);
  expect(importedBy(importing('plan'), elsewhere)).toMatchObject({ expression: { 'Fn::ImportValue': 'plan' } });
});

test('a nested stack exports as well', () => {
  const nested = stackArtifact(exporting, { path: 'dev/auth/Nest' });
  const parent = stackArtifact({ Resources: {} }, { nested: new Map([['Nest', nested]]) });
  expect(importedBy(importing('plan'), parent)).toBe('PLUS');
});

test('a name that two stacks export is invalid, and both are named', () => {
  const second = stackArtifact(exporting, { path: 'dev/second', stackName: 'dev-second' });
  expect(importedBy(importing('plan'), stackArtifact(exporting), second)).toMatchObject({
    kind: 'invalid',
    reason: 'plan is exported more than once: dev/auth (Plan), dev/second (Plan)',
  });
});

test('stacks whose outputs import each other are invalid and do not loop', () => {
  const output = (imported: string, exported: string): RawObject => ({
    Resources: { Client: { Type: 'Test::Client', Properties: { UserPoolId: { 'Fn::ImportValue': imported } } } },
    Outputs: { Out: { Value: { 'Fn::ImportValue': imported }, Export: { Name: exported } } },
  });
  const first = stackArtifact(output('b', 'a'));
  const second = stackArtifact(output('a', 'b'), { path: 'dev/second' });
  expect(importedBy(first, second)).toMatchObject({ kind: 'invalid', reason: 'output Out needs its own value' });
});

/** A parent with a nested stack `Nest` that gets the pool and a plan, and gives back both. */
function withNested(parentOutputs: RawObject, child: RawObject): StackArtifact {
  const template = {
    Resources: {
      Pool: pool,
      Nest: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { Parameters: { PoolId: { Ref: 'Pool' }, Plan: 'PLUS' } },
      },
    },
    Outputs: parentOutputs,
  };
  return stackArtifact(template, { nested: new Map([['Nest', stackArtifact(child, { path: 'dev/auth/Nest' })]]) });
}

const child: RawObject = {
  Parameters: { PoolId: { Type: 'String' }, Plan: { Type: 'String', Default: 'LITE' }, Other: { Type: 'String' } },
  Resources: {
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: { UserPoolId: { Ref: 'PoolId' }, Plan: { Ref: 'Plan' }, Stack: { Ref: 'AWS::StackName' } },
    },
  },
  Outputs: {
    ClientId: { Value: { Ref: 'Client' } },
    Summary: { Value: { 'Fn::Sub': '${Plan} ${PoolId}' } },
  },
};

test('a nested stack gets its parameters from the parent, and its own name stays unknown', () => {
  const stack = resolveStack(withNested({}, child));
  expect(stack.nested.get('Nest')?.resources.get('Client')?.properties).toMatchObject({
    UserPoolId: { references: [{ stack: 'dev/auth', logicalId: 'Pool' }] },
    Plan: 'PLUS',
    Stack: { expression: { Ref: 'AWS::StackName' } },
  });
});

test('the parent gets the outputs of a nested stack', () => {
  const getAtt = (name: string): RawValue => ({ Value: { 'Fn::GetAtt': ['Nest', `Outputs.${name}`] } });
  const outputs = { Id: getAtt('ClientId'), Summary: getAtt('Summary'), Missing: getAtt('Nothing') };
  const stack = resolveStack(withNested(outputs, child));
  expect(stack.outputs.get('Id')).toMatchObject({
    kind: 'reference',
    references: [{ stack: 'dev/auth/Nest', logicalId: 'Client' }],
  });
  expect(stack.outputs.get('Summary')).toMatchObject({ expression: { 'Fn::Join': ['', ['PLUS ', { Ref: 'Pool' }]] } });
  expect(stack.outputs.get('Missing')).toMatchObject({ kind: 'invalid', reason: 'Nest has no output Nothing' });
});

test('a nested stack whose template is not in the assembly leaves its outputs unknown', () => {
  const { nested: _nested, ...parent } = withNested(
    { Id: { Value: { 'Fn::GetAtt': 'Nest.Outputs.ClientId' } } },
    child,
  );
  const stack = resolveStack(parent);
  expect(stack.nested.size).toBe(0);
  expect(stack.outputs.get('Id')).toMatchObject({ kind: 'reference', references: [{ attribute: 'Outputs.ClientId' }] });
});

test('a nested stack whose condition is false is absent', () => {
  const stack = withNested({}, child);
  const resources = { Nest: { Type: 'AWS::CloudFormation::Stack', Condition: 'Never' } };
  const template = { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } }, Resources: resources };
  expect(resolveStack({ ...stack, template }).nested.size).toBe(0);
});

/** Stacks in a row, each of which exports what `step` makes of the export before it. */
function chain(length: number, step: (before: RawValue) => RawValue): readonly StackArtifact[] {
  return Array.from({ length }, (_, index) => {
    const before = index === 0 ? { Ref: 'Unset' } : { 'Fn::ImportValue': `export-${index - 1}` };
    const template = {
      Parameters: { Unset: { Type: 'String' } },
      Conditions: { IsUnknown: { 'Fn::Equals': [{ Ref: 'Unset' }, 'x'] } },
      Outputs: { Out: { Value: step(before), Export: { Name: `export-${index}` } } },
    };
    return stackArtifact(template, { path: `dev/s${index}` });
  });
}

test.each<[string, readonly StackArtifact[]]>([
  ['doubles a value at every step', chain(40, (before) => ({ 'Fn::Join': ['', [before, before]] }))],
  ['wraps a value at every step', chain(100, (before) => ({ 'Fn::If': ['IsUnknown', before, 'x'] }))],
])('a chain of stacks that %s is refused', (_rule, stacks) => {
  expect(() => resolveStage(stacks)).toThrow(/A parameter or output is too large/);
});

test('a chain of stacks that passes a value on is followed to its start', () => {
  const stacks = resolveStage(chain(40, (before) => before));
  expect(stacks.at(-1)?.outputs.get('Out')).toMatchObject({
    kind: 'reference',
    references: [{ stack: 'dev/s0', logicalId: 'Unset' }],
  });
});
