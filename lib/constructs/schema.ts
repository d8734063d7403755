import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Environment } from '../environments/environment';

type StandardAttributes = Environment['standardAttributes'];
type CustomAttributes = Environment['customAttributes'];
type CustomAttribute = CustomAttributes[string];

/**
 * The Schema of a user pool. Every entry names its data type: an update of a pool can be refused over a standard
 * attribute without one, even when the schema has not changed (aws-cdk issue 8585). Entries are sorted by name, so
 * that the order of declaration never shows as a change.
 */
export function schema(standard: StandardAttributes, custom: CustomAttributes): CfnUserPool.SchemaAttributeProperty[] {
  return [...standardEntries(standard), ...customEntries(custom)];
}

function standardEntries(attributes: StandardAttributes): CfnUserPool.SchemaAttributeProperty[] {
  return Object.entries(attributes)
    .toSorted(byName)
    .map(([name, { required, mutable }]) => ({
      name,
      attributeDataType: name === 'updated_at' ? 'Number' : 'String',
      mutable,
      required,
    }));
}

function customEntries(attributes: CustomAttributes): CfnUserPool.SchemaAttributeProperty[] {
  return Object.entries(attributes)
    .toSorted(byName)
    .map(([name, attribute]) => ({
      name, // Cognito itself puts `custom:` in front
      attributeDataType: attribute.type,
      mutable: attribute.mutable,
      required: false, // the service supports no required custom attribute
      ...constraints(attribute),
    }));
}

function constraints(attribute: CustomAttribute): Partial<CfnUserPool.SchemaAttributeProperty> {
  switch (attribute.type) {
    case 'String':
      return {
        stringAttributeConstraints: { minLength: `${attribute.minLength}`, maxLength: `${attribute.maxLength}` },
      };
    case 'Number':
      return { numberAttributeConstraints: { minValue: `${attribute.minValue}`, maxValue: `${attribute.maxValue}` } };
    case 'DateTime':
    case 'Boolean':
      return {};
  }
}

/** The names, with their prefix, of the attributes that applications decide on access by. */
export function authorizationAttributes(attributes: CustomAttributes): string[] {
  return Object.entries(attributes)
    .filter(([, attribute]) => attribute.authorization)
    .map(([name]) => `custom:${name}`)
    .toSorted();
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
