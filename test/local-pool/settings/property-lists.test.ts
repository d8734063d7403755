import { otherCognitoTypes } from '../../../lib/local-pool/settings/cognito-types';
import { propertyLists } from '../../../lib/local-pool/settings/property-lists';
import type { PropertyTable } from '../../../lib/local-pool/settings/property-table';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { leafPaths, typesOf } from '../../cloudformation-spec';
import { nested, pool, problemsOf } from './pool-template';

const tables = Object.entries<PropertyTable>(propertyLists);

test.each(tables)('every property of %s that the CDK knows is in one of the three lists', (type, table) => {
  expect(leafPaths(type)).not.toHaveLength(0);
  expect(Object.keys(table).toSorted()).toEqual(leafPaths(type).toSorted());
});

test('every type of AWS::Cognito that the CDK knows is listed', () => {
  const listed = [...Object.keys(propertyLists), ...Object.keys(otherCognitoTypes)];
  expect(listed.toSorted()).toEqual(typesOf('AWS::Cognito::'));
});

test.each(tables)('every reason in the lists of %s is a sentence', (_, table) => {
  for (const property of Object.values(table)) {
    if (property.list !== 'not-simulated') expect(property.reason).toMatch(/^\S.{8,}\.$/);
  }
});

/** A template with a resource of the type that says this and no more. */
function resourcesWith(type: string, path: string, value: RawValue): RawObject {
  const properties = nested(path, value);
  if (type === 'AWS::Cognito::UserPool') return { Pool: pool(properties) };
  return { Pool: pool(), Part: { Type: type, Properties: { UserPoolId: { Ref: 'Pool' }, ...properties } } };
}

const checked = tables.flatMap(([type, table]) =>
  Object.entries(table)
    .filter(([, { list }]) => list === 'enforced')
    .map(([path, property]) => [type, path, 'leavesOutUnknown' in property && property.leavesOutUnknown] as const),
);

test.each(checked)(
  '%s %s, known only after deployment, stops the start unless it is left out: %s',
  (type, path, leftOut) => {
    const unknown = { 'Fn::ImportValue': 'elsewhere' };
    const problems = problemsOf(resourcesWith(type, path, unknown));
    const concrete = path.replaceAll('[]', '[0]');
    expect(problems.some((each) => each.path === concrete)).toBe(!leftOut);
  },
);

test.each(checked.filter(([, , leftOut]) => !leftOut))(
  '%s %s names what is known only after deployment when that stops the start',
  (type, path) => {
    const unknown = { 'Fn::ImportValue': 'elsewhere' };
    const problems = problemsOf(resourcesWith(type, path, unknown));
    const problem = problems.find((each) => each.path === path.replaceAll('[]', '[0]'));
    expect(problem?.got).toContain('{"Fn::ImportValue":"elsewhere"}');
    expect(problem?.nextStep).toMatch(/\.$/);
  },
);

const scalars = checked.flatMap(([type, path]) => (path === 'ClientMetadata' ? [] : [[type, path] as const]));

test.each(scalars)('%s %s stops the start when its value is an object that nobody understands', (type, path) => {
  const problems = problemsOf(resourcesWith(type, path, { x: [] }));
  expect(problems.map((each) => each.path)).toContain(path.replaceAll('[]', '[0]'));
});
