import type { SpecDatabase } from '@aws-cdk/service-spec-types';
import { tables } from '../../lib/review/effective/tables';
import type { TypeTable } from '../../lib/review/effective/form';
import { createOnlyProperties, leafPaths, typesOf } from '../cloudformation-spec';
import { membersOfWholes } from './members-of-wholes';

/**
 * Where CloudFormation and lib/review/effective/tables.ts differ: a sentence for each type, property, member of a
 * property and create-only flag that one of them lacks.
 *
 * @param database what AWS publishes, of today or of another day
 */
export function beyondTheTables(database?: SpecDatabase): readonly string[] {
  const published = typesOf('AWS::Cognito::', database);
  const lacking = published.filter((type) => !tables.has(type));
  return [
    ...lacking.map((type) => `The tables have no type ${type}.`),
    ...[...tables.values()].flatMap((table) =>
      published.includes(table.type) || !table.type.startsWith('AWS::Cognito::')
        ? [...propertiesThatDiffer(table, database), ...replacementsThatDiffer(table, database)]
        : [`CloudFormation has no type ${table.type}.`],
    ),
  ];
}

function propertiesThatDiffer({ type, properties }: TypeTable, database?: SpecDatabase): readonly string[] {
  const places = Object.keys(properties);
  const wholes = Object.entries(membersOfWholes[type] ?? {});
  const known = wholes.flatMap(([whole, members]) => members.map((each) => `${whole}.${each}`));
  const paths = leafPaths(type, database).map((path) => path.replaceAll('[]', ''));
  const isBelow = (path: string, place: string): boolean => path.startsWith(`${place}.`);
  return [
    ...paths
      .filter((path) => !places.includes(path) && !known.includes(path))
      .map((path) =>
        places.some((place) => isBelow(path, place))
          ? `${type}: membersOfWholes has no ${path}.`
          : `${type}: the tables have no property ${path}.`,
      ),
    ...places
      .filter((place) => !paths.some((path) => path === place || isBelow(path, place)))
      .map((place) => `${type}: CloudFormation has no property ${place}.`),
    ...known.filter((path) => !paths.includes(path)).map((path) => `${type}: CloudFormation has no member ${path}.`),
  ];
}

function replacementsThatDiffer({ type, createOnly }: TypeTable, database?: SpecDatabase): readonly string[] {
  const published = createOnlyProperties(type, database);
  return [
    ...published
      .filter((path) => !createOnly.includes(path))
      .map((path) => `${type}: another ${path} replaces it, and createOnly of the tables has no ${path}.`),
    ...createOnly
      .filter((path) => !published.includes(path))
      .map((path) => `${type}: createOnly of the tables has ${path}, and another one does not replace it.`),
  ];
}
