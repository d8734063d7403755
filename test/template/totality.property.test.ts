import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { StackArtifact } from '../../lib/template/assembly';
import { resolveStack, resolveStage } from '../../lib/template/resolve';
import type { ResolvedStack } from '../../lib/template/resolve';
import { readSnapshot } from '../../lib/template/read-snapshot';
import { renderSnapshot, snapshotOf } from '../../lib/template/snapshot';
import { TemplateError } from '../../lib/template/template-error';
import { expressionOf } from '../../lib/template/value';
import type { RawObject, RawValue } from '../../lib/template/value';
import { stackArtifact } from './stack-artifact';

const names = ['A', 'B', 'Nest', 'constructor', '__proto__', 'AWS::Region', 'AWS::NoValue', 'AWS::StackId'];
const name = fc.constantFrom(...names);
const functions = [
  'Ref',
  'Condition',
  'Fn::GetAtt',
  'Fn::Join',
  'Fn::Sub',
  'Fn::Select',
  'Fn::Split',
  'Fn::If',
  'Fn::FindInMap',
  'Fn::Base64',
  'Fn::ImportValue',
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Fn::GetAZs',
  'Fn::Cidr',
  'Fn::Transform',
  'Fn::ForEach::Loop',
];

const text = fc.oneof(
  name,
  fc.string({ maxLength: 6 }),
  fc.constantFrom('a,b', '', '1', '{{resolve:ssm:x}}', '${A}', '${A.Arn}-${!B}', '${Nest.Outputs.A}', 'Nest.Outputs.A'),
);

/** Sensible and senseless values, the calls of functions half the time with arguments of the right shape. */
const { value } = fc.letrec<{ value: RawValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.oneof(fc.integer({ min: -1, max: 3 }), fc.boolean(), fc.constant(null)),
    fc.record({ Ref: name }),
    name.map((each) => ({ 'Fn::GetAtt': [each, 'Outputs.A'] })),
    fc.tuple(text, fc.array(tie('value'), { maxLength: 3 })).map((join) => ({ 'Fn::Join': join })),
    fc.tuple(name, tie('value'), tie('value')).map((branches) => ({ 'Fn::If': branches })),
    fc.tuple(name, tie('value'), tie('value')).map((keys) => ({ 'Fn::FindInMap': keys })),
    fc.tuple(text, fc.dictionary(name, tie('value'), { maxKeys: 2 })).map((sub) => ({ 'Fn::Sub': sub })),
    fc.tuple(tie('value'), tie('value')).map((sides) => ({ 'Fn::Equals': sides })),
    fc.tuple(fc.constantFrom(...functions), tie('value')).map(([fn, argument]) => ({ [fn]: argument })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(name, fc.constantFrom(...functions)), tie('value'), { maxKeys: 3 }),
  ),
}));

const named = (each: fc.Arbitrary<RawValue>): fc.Arbitrary<RawValue> => fc.dictionary(name, each, { maxKeys: 3 });
const properties = fc.dictionary(fc.constantFrom('Code', 'Parameters', 'X'), value);

/** Templates of the right structure around arbitrary values, so that most of them can be read. */
const template = fc.record<Record<string, RawValue>>({
  Parameters: named(
    fc.record(
      {
        Type: fc.constantFrom('String', 'Number', 'CommaDelimitedList', 'AWS::SSM::Parameter::Value<String>'),
        Default: value,
      },
      { requiredKeys: ['Type'] },
    ),
  ),
  Mappings: named(named(named(value))),
  Conditions: named(value),
  Resources: named(
    fc.record(
      {
        Type: fc.constantFrom('AWS::Cognito::UserPool', 'AWS::CloudFormation::Stack', 'AWS::Lambda::Function'),
        Condition: name,
        Properties: properties,
        Metadata: properties,
      },
      { requiredKeys: ['Type', 'Properties'] },
    ),
  ),
  Outputs: named(
    fc.record({ Value: value, Condition: name, Export: fc.record({ Name: text }) }, { requiredKeys: ['Value'] }),
  ),
  Metadata: properties,
});

/** The same with anything in the place of anything. */
const brokenTemplate = fc
  .tuple(template, fc.constantFrom('Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs', 'Transform'), value)
  .chain(([whole, section, broken]) =>
    fc.constantFrom<RawObject>(
      { ...whole, [section]: broken },
      { ...whole, [section]: { A: broken } },
      { ...whole, Resources: { A: { Type: 'Test::Broken', Properties: broken } } },
      { ...whole, Resources: { A: { Type: 'Test::Broken', DeletionPolicy: broken, Metadata: broken } } },
    ),
  );

/** A stack with a nested one, and a neighbour that may import from both. */
const stageOf = (each: fc.Arbitrary<RawObject>): fc.Arbitrary<readonly StackArtifact[]> =>
  fc
    .tuple(each, each, each)
    .map(([parent, child, neighbour]) => [
      stackArtifact(parent, { nested: new Map([['Nest', stackArtifact(child, { path: 'dev/auth/Nest' })]]) }),
      stackArtifact(neighbour, { path: 'dev/app', stackName: 'dev-app' }),
    ]);

/** The result, or undefined for a template that the reader refuses; anything else thrown fails the test. */
function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

/** The template of a resolved stack, with what is known in the place of the functions that said it. */
function asTemplate(resolved: ResolvedStack): RawObject {
  const resources = [...resolved.resources.values()].map(({ logicalId, type, properties }) => [
    logicalId,
    { Type: type, Properties: expressionOf(properties) },
  ]);
  const { Parameters = {}, Conditions = {}, Mappings = {} } = resolved.artifact.template;
  return { Parameters, Conditions, Mappings, Resources: Object.fromEntries(resources) as RawObject };
}

test('a template of the right structure is read, whatever its values are', () => {
  fc.assert(
    fc.property(stageOf(template), (stacks) => {
      expect(resolveStage(stacks)).toHaveLength(stacks.length);
    }),
    { numRuns: 200 },
  );
});

test('any other template is read or refused with a TemplateError', () => {
  let refused = 0;
  fc.assert(
    fc.property(stageOf(brokenTemplate), (stacks) => {
      if (unlessRefused(() => resolveStage(stacks)) === undefined) refused++;
    }),
    { numRuns: 200 },
  );
  expect(refused).toBeGreaterThan(50);
});

test('resolving what is resolved changes nothing', () => {
  let compared = 0;
  fc.assert(
    fc.property(template, (each) => {
      const once = resolveStack(stackArtifact(each));
      // A condition that became known takes its resource away, and with it the meaning of what refers to it.
      if (once.resources.size !== Object.keys(each['Resources'] ?? {}).length) return;
      const twice = resolveStack(stackArtifact(asTemplate(once)));
      for (const [logicalId, resource] of once.resources) {
        const again = twice.resources.get(logicalId);
        if (!isDeepStrictEqual(expressionOf(again?.properties ?? {}), expressionOf(resource.properties))) {
          expect(again?.properties).toEqual(resource.properties);
        }
        compared++;
      }
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(50);
});

test('a template without functions resolves to itself', () => {
  const key = fc.string({ maxLength: 8 }).filter((each) => each !== 'Ref' && !each.startsWith('Fn::'));
  const { literal } = fc.letrec<{ literal: RawValue }>((tie) => ({
    literal: fc.oneof(
      { depthSize: 'small' },
      fc.string().filter((each) => !each.includes('{{resolve:')),
      fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('literal')),
      fc.dictionary(key, tie('literal')),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, literal), (properties) => {
      const resources = { Pool: { Type: 'AWS::Cognito::UserPool', Properties: properties } };
      const resolved = resolveStack(stackArtifact({ Resources: resources }));
      expect(resolved.resources.get('Pool')?.properties).toEqual(properties);
    }),
  );
});

test('the snapshot of any template can be written, read back and taken again without a difference', () => {
  fc.assert(
    fc.property(stageOf(fc.oneof(template, brokenTemplate)), ([stack]) => {
      if (stack === undefined) return;
      const rendered = renderSnapshot(snapshotOf(stack, () => 'sha256:0'));
      const again = renderSnapshot(snapshotOf(readSnapshot(rendered), () => 'sha256:1'));
      expect(again).toBe(rendered);
    }),
    { numRuns: 200 },
  );
});
