import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';

/** The types of CloudFormation with their properties, as AWS publishes them. Loading takes a second: few tests need it. */
const published: SpecDatabase = loadAwsServiceSpecSync();

/** Every type whose name begins so. */
export function typesOf(service: `AWS::${string}::`, database = published): readonly string[] {
  return [...database.all('resource')]
    .map(({ cloudFormationType }) => cloudFormationType)
    .filter((type) => type.startsWith(service))
    .toSorted();
}

/** Whether a type has a property at a path; entries of lists and values of maps are named like what holds them. */
export function hasProperty(type: string, path: string): boolean {
  const keys = path.split('.');
  const found = keys.reduce<TypeDefinition['properties'] | undefined>((properties, key) => {
    const property = properties?.[key];
    return property === undefined ? undefined : propertiesOf(property.type, published);
  }, resourceOf(type, published).properties);
  return found !== undefined;
}

/** Paths of the properties of a type down to the leaves, `[]` after the name of a list. */
export function leafPaths(type: string, database = published): readonly string[] {
  return pathsOf(resourceOf(type, database).properties, '', database);
}

/** Whether CloudFormation says of a type that what it holds is lost with the resource. */
export function isStateful(type: string): boolean {
  return published.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.isStateful === true;
}

/** The properties that tell a resource of a type from every other; none for a type that AWS does not publish. */
export function identifierOf(type: string): readonly string[] {
  return published.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.primaryIdentifier ?? [];
}

/**
 * Paths of the properties whose change makes CloudFormation create another resource, always or sometimes. What lies below
 * such a property is not named beside it.
 */
export function createOnlyProperties(type: string, database = published): readonly string[] {
  const { properties, additionalReplacementProperties = [] } = resourceOf(type, database);
  const further = additionalReplacementProperties.map((path) => path.filter((key) => key !== '*').join('.'));
  return [...new Set([...createOnlyOf(properties, '', database), ...further])];
}

function createOnlyOf(
  properties: TypeDefinition['properties'],
  prefix: string,
  database: SpecDatabase,
): readonly string[] {
  return Object.entries(properties).flatMap(([name, { causesReplacement = 'no', type }]) =>
    causesReplacement === 'no'
      ? createOnlyOf(propertiesOf(type, database), `${prefix}${name}.`, database)
      : [`${prefix}${name}`],
  );
}

function resourceOf(type: string, database: SpecDatabase) {
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) throw new Error(`CloudFormation has no type ${type}.`);
  return resource;
}

/** The properties of what a property holds; none for text and numbers, and for JSON of any form. */
function propertiesOf(type: PropertyType, database: SpecDatabase): TypeDefinition['properties'] {
  switch (type.type) {
    case 'array':
    case 'map':
      return propertiesOf(type.element, database);
    case 'ref':
      return database.get('typeDefinition', type.reference.$ref).properties;
    default:
      return {};
  }
}

function pathsOf(properties: TypeDefinition['properties'], prefix: string, database: SpecDatabase): readonly string[] {
  return Object.entries(properties).flatMap(([name, { type }]) => below(type, `${prefix}${name}`, database));
}

function below(type: PropertyType, path: string, database: SpecDatabase): readonly string[] {
  switch (type.type) {
    case 'array':
      return below(type.element, `${path}[]`, database);
    case 'map':
      // What is under the keys is named without them.
      return type.element.type === 'ref' ? below(type.element, path, database) : [path];
    case 'ref':
      return pathsOf(database.get('typeDefinition', type.reference.$ref).properties, `${path}.`, database);
    default:
      return [path];
  }
}
