import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';

/** The types of CloudFormation with their properties, as AWS publishes them. Loading takes a second: few tests need it. */
const database: SpecDatabase = loadAwsServiceSpecSync();

/** Every type whose name begins so. */
export function typesOf(service: `AWS::${string}::`): readonly string[] {
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
    return property === undefined ? undefined : propertiesOf(property.type);
  }, resourceOf(type).properties);
  return found !== undefined;
}

/** Paths of the properties of a type down to the leaves, `[]` after the name of a list. */
export function leafPaths(type: string): readonly string[] {
  return pathsOf(resourceOf(type).properties, '');
}

/** Whether CloudFormation says of a type that what it holds is lost with the resource. */
export function isStateful(type: string): boolean {
  return database.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.isStateful === true;
}

/** The properties that tell a resource of a type from every other; none for a type that AWS does not publish. */
export function identifierOf(type: string): readonly string[] {
  return database.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.primaryIdentifier ?? [];
}

/** Properties whose change makes CloudFormation create another resource. */
export function createOnlyProperties(type: string): readonly string[] {
  const properties = Object.entries(resourceOf(type).properties);
  return properties.flatMap(([name, { causesReplacement }]) => (causesReplacement === 'yes' ? [name] : []));
}

function resourceOf(type: string) {
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) throw new Error(`CloudFormation has no type ${type}.`);
  return resource;
}

/** The properties of what a property holds; none for text and numbers, and for JSON of any form. */
function propertiesOf(type: PropertyType): TypeDefinition['properties'] {
  switch (type.type) {
    case 'array':
    case 'map':
      return propertiesOf(type.element);
    case 'ref':
      return database.get('typeDefinition', type.reference.$ref).properties;
    default:
      return {};
  }
}

function pathsOf(properties: TypeDefinition['properties'], prefix: string): readonly string[] {
  return Object.entries(properties).flatMap(([name, { type }]) => below(type, `${prefix}${name}`));
}

function below(type: PropertyType, path: string): readonly string[] {
  switch (type.type) {
    case 'array':
      return below(type.element, `${path}[]`);
    case 'map':
      // What is under the keys is named without them.
      return type.element.type === 'ref' ? below(type.element, path) : [path];
    case 'ref':
      return pathsOf(database.get('typeDefinition', type.reference.$ref).properties, `${path}.`);
    default:
      return [path];
  }
}
