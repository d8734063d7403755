import { tables } from '../../lib/review/effective/tables';
import { createOnlyProperties, leafPaths, typesOf } from '../cloudformation-spec';

const known = [...tables.values()].filter(({ type }) => type.startsWith('AWS::Cognito::'));

test('the tables know every type of Cognito that CloudFormation has', () => {
  expect(known.map(({ type }) => type).toSorted()).toEqual(typesOf('AWS::Cognito::'));
});

test.each([...tables.values()])('$type: the tables know its properties, and no others', ({ type, properties }) => {
  const paths = leafPaths(type).map((path) => path.replaceAll('[]', ''));
  const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);
  const places = Object.keys(properties);
  expect(paths.filter((path) => !places.some((place) => isIn(path, place)))).toEqual([]);
  expect(places.filter((place) => !paths.some((path) => isIn(path, place)))).toEqual([]);
});

test.each([...tables.values()])('$type: the tables know what replaces it', ({ type, createOnly }) => {
  expect([...createOnly].toSorted()).toEqual(createOnlyProperties(type).toSorted());
});
