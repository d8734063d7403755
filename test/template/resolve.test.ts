import { resolveStack, resourcesOfType } from '../../lib/template/resolve';
import { TemplateError } from '../../lib/template/template-error';
import type { RawObject, RawValue } from '../../lib/template/value';
import { stackArtifact } from './stack-artifact';

test('a resource has its type, properties, metadata, policies and the path of its construct', () => {
  const template = {
    Parameters: { Plan: { Type: 'String', Default: 'PLUS' } },
    Resources: {
      Pool: {
        Type: 'AWS::Cognito::UserPool',
        Properties: { UserPoolTier: { Ref: 'Plan' }, MfaConfiguration: { Ref: 'AWS::NoValue' } },
        Metadata: { 'aws:cdk:path': 'dev/auth/Pool/Resource', plan: { Ref: 'Plan' } },
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: { 'Fn::Sub': 'Retain' },
      },
    },
    Outputs: { Plan: { Value: { Ref: 'Plan' } } },
    Metadata: { 'userpool:environment': { name: 'dev' } },
  };
  const stack = resolveStack(stackArtifact(template));
  expect(stack.resources.get('Pool')).toEqual({
    logicalId: 'Pool',
    type: 'AWS::Cognito::UserPool',
    properties: { UserPoolTier: 'PLUS' },
    metadata: { 'aws:cdk:path': 'dev/auth/Pool/Resource', plan: 'PLUS' },
    deletionPolicy: 'Retain',
    updateReplacePolicy: 'Retain',
    constructPath: 'dev/auth/Pool/Resource',
    condition: undefined,
  });
  expect(stack.outputs).toEqual(new Map([['Plan', 'PLUS']]));
  expect(stack.metadata).toEqual({ 'userpool:environment': { name: 'dev' } });
  expect(stack.macros).toEqual([]);
});

test('resources are found by their type, in the order of the template', () => {
  const client = { Type: 'AWS::Cognito::UserPoolClient' };
  const pool = { Type: 'AWS::Cognito::UserPool' };
  const stack = resolveStack(stackArtifact({ Resources: { Web: client, Pool: pool, App: client } }));
  const found = resourcesOfType(stack, 'AWS::Cognito::UserPoolClient');
  expect(found.map(({ logicalId }) => logicalId)).toEqual(['Web', 'App']);
});

test('macros are named, as what they will make of the template is unknown', () => {
  const template = {
    Transform: ['AWS::Serverless-2016-10-31', { Name: 'AWS::Include' }],
    Resources: { 'Fn::ForEach::Pools': ['Name', ['a', 'b'], {}], Pool: { Type: 'AWS::Cognito::UserPool' } },
    Outputs: { 'Fn::Transform': { Name: 'Mine' } },
  };
  const stack = resolveStack(stackArtifact(template));
  expect(stack.macros).toEqual(['AWS::Serverless-2016-10-31', 'AWS::Include', 'Fn::ForEach::Pools', 'Fn::Transform']);
  expect([...stack.resources.keys()]).toEqual(['Pool']);
});

const pool = { Type: 'AWS::Cognito::UserPool' };

test.each<[string, RawObject, RegExp]>([
  ['Resources that are a list', { Resources: [] }, /dev\/auth: Resources\n.*got: +a list\n.*expected: an object/],
  ['Parameters that are text', { Parameters: 'x' }, /dev\/auth: Parameters\n.*got: +a string/],
  ['a resource that is text', { Resources: { Pool: 'x' } }, /Resources\.Pool\n.*got: +a string/],
  ['a resource without a type', { Resources: { Pool: {} } }, /Resources\.Pool\.Type\n.*got: +nothing/],
  ['properties that are a list', { Resources: { Pool: { ...pool, Properties: [] } } }, /Pool\.Properties\n.*a list/],
  [
    'properties that are unknown',
    { Resources: { Pool: { ...pool, Properties: { 'Fn::GetAZs': '' } } } },
    /Pool\.Properties\n.*\{"Fn::GetAZs":""\}, which is not known before deployment/,
  ],
  [
    'a deletion policy that is unknown',
    { Parameters: { P: { Type: 'String' } }, Resources: { Pool: { ...pool, DeletionPolicy: { Ref: 'P' } } } },
    /DeletionPolicy[^]*Give the parameters that it depends on/,
  ],
])('%s cannot be read, and the error says where', (_rule, template, message) => {
  const resolve = (): unknown => resolveStack(stackArtifact(template));
  expect(resolve).toThrow(TemplateError);
  expect(resolve).toThrow(message);
});

/** `depth` lists around a text. */
function nested(depth: number): RawValue {
  let value: RawValue = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

test.each<[string, RawObject]>([
  ['properties', { Resources: { Pool: { ...pool, Properties: { Deep: nested(100_000) } } } }],
  ['metadata', { Resources: {}, Metadata: { Deep: nested(100_000) } }],
  [
    'conditions that need one another',
    {
      Conditions: Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [`C${index}`, { 'Fn::Not': [{ Condition: `C${index + 1}` }] }]),
      ),
      Resources: { Pool: { ...pool, Condition: 'C0' } },
    },
  ],
])('%s nested beyond measure are refused and do not break the reader', (_rule, template) => {
  expect(() => resolveStack(stackArtifact(template))).toThrow(/nested too deep/);
});

test('a text that a template repeats beyond measure is refused', () => {
  const long = 'x'.repeat(90_000);
  const template = {
    Parameters: { Long: { Type: 'String', Default: long } },
    Resources: { Pool: { ...pool, Properties: { Name: { 'Fn::Sub': '${Long}'.repeat(20) } } } },
  };
  expect(() => resolveStack(stackArtifact(template))).toThrow(/too long/);
});
