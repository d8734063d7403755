import { isObject, member } from '../../template/value';
import type { Value } from '../../template/value';
import { canonicalOf } from '../effective/canonical-of';
import { recipes } from './recipes';
import type { PropertyRule, Ruling } from './rule';
import { standardAttributes } from './standard-attributes';
import { isUnknown } from './values';

/** What the service takes where an attribute does not say it (SchemaAttributeType). Mutable is not among them. */
const absent: Readonly<Record<string, Value>> = { Required: false, DeveloperOnlyAttribute: false };

export const schemaChanged: PropertyRule = {
  kind: 'property',
  id: 'schema-changed',
  what: 'Attributes can be added and never altered or removed; the standard ones are fixed when the pool is created.',
  source:
    'AddCustomAttributes; cdk-real-drift and amplify-backend#3299 ("Existing schema attributes cannot be modified or deleted", "Invalid AttributeDataType input")',
  types: ['AWS::Cognito::UserPool'],
  properties: ['Schema', 'Schema.'],
  judge: ({ property, after, from, to }) => {
    const name = property.slice('Schema.'.length);
    if (isUnknown(from.value) || isUnknown(to.value)) return [];
    if (!Object.hasOwn(after.resource.properties, 'Schema')) return [wholeSchemaGone];
    if (to.value === undefined) return [refused(`Attribute ${name} cannot be removed`)];
    if (from.value === undefined) return added(name, to.value);
    const fields = fieldsThatDiffer(from.value, to.value);
    if (fields.length === 0) return [{ verdict: 'neutral', effect: 'Nothing but defaults written out.' }];
    // A field that one side does not say may be what the service took anyway.
    const isSaid = fields.some((field) => [from.value, to.value].every((side) => valueOf(side, field) !== undefined));
    return isSaid ? [refused(`${fields.join(', ')} of attribute ${name} cannot be changed`)] : [perhaps(fields, name)];
  },
};

const wholeSchemaGone: Ruling = {
  verdict: 'effect-uncertain',
  effect:
    'The template no longer has a Schema; that was reported to deploy and to leave the attributes of the pool alone.',
  instead: ['Keep the Schema in the template as it is in the pool.'],
};

function refused(what: string): Ruling {
  return {
    verdict: 'refused-at-deploy',
    effect: `${what}: the service refuses it and the whole stack rolls back.`,
    instead: recipes.newAttribute,
  };
}

function perhaps(fields: readonly string[], name: string): Ruling {
  const effect = `${fields.join(', ')} of attribute ${name} is written on one side only; the service refuses it unless that is what the pool has.`;
  return { verdict: 'effect-uncertain', effect, instead: ['Leave the attribute exactly as it was.'] };
}

function added(name: string, attribute: Value): readonly Ruling[] {
  if (standardAttributes.has(name)) return [refused(`The standard attribute ${name} cannot be added afterwards`)];
  if (valueOf(attribute, 'Required') === true)
    return [refused(`A custom attribute such as ${name} cannot be required`)];
  const effect = `Attribute custom:${name} is added for good: it can never be removed or altered, and a pool has at most 50.`;
  return [
    { verdict: 'irreversible', effect, instead: ['Make sure of its name, type and mutability before it is deployed.'] },
  ];
}

function fieldsThatDiffer(from: Value, to: Value): readonly string[] {
  const names = [from, to].flatMap((side) => (isObject(side) ? Object.keys(side) : []));
  return [...new Set(names)]
    .filter((field) => field !== 'Name')
    .filter((field) => canonicalOf(valueOf(from, field)) !== canonicalOf(valueOf(to, field)));
}

/** As CloudFormation takes it: `'true'` for true, and `0` for `'0'` in the constraints. */
function valueOf(attribute: Value | undefined, field: string): Value | undefined {
  const value = isObject(attribute) ? member(attribute, field) : undefined;
  if (value === undefined) return member(absent, field);
  if (value === 'true' || value === 'false') return value === 'true';
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, typeof each === 'number' ? String(each) : each]),
      )
    : value;
}
