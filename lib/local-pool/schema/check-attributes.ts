import type { AttributeSchema, ClientSettings } from '../settings/pool-settings';
import { keptByTheService, writtenByTheService } from '../settings/standard-attributes';
import { InvalidParameterException, NotAuthorizedException } from '../wire/exceptions';

type Attributes = Readonly<Record<string, string>>;

/** An app client writes what its WriteAttributes allow, an administrator or a trigger everything. */
export type AttributeWriter = Pick<ClientSettings, 'writeAttributes'> | 'administrator';

interface AttributeRules {
  readonly writer: AttributeWriter;
  /** Which required attributes must be among the given ones; `immutable`: those that cannot be given later. */
  readonly demand: 'all' | 'immutable' | 'none';
  /** Whether the user exists already: immutable attributes are then closed. */
  readonly updating?: boolean;
}

/**
 * Holds given attributes against the schema of the pool.
 * @throws InvalidParameterException naming every attribute that misses the schema, or NotAuthorizedException when the
 * client may not write one.
 */
export function checkAttributes(schema: readonly AttributeSchema[], given: Attributes, rules: AttributeRules): void {
  requireWritable(rules.writer, Object.keys(given));

  const misses = [
    ...missingRequired(schema, given, rules.demand),
    ...Object.entries(given).flatMap(([name, value]) => {
      const attribute = schema.find((candidate) => candidate.name === name);
      if (attribute === undefined) return [`${name}: Attribute does not exist in the schema.`];
      if (keptByTheService.includes(name) || (rules.updating === true && !attribute.mutable))
        return [`${name}: Attribute cannot be updated.`];
      return valueMisses(attribute, value);
    }),
  ];
  if (misses.length > 0)
    throw new InvalidParameterException(`Attributes did not conform to the schema: ${misses.join('\n')}`);

  checkAddresses(given);
}

/** @throws NotAuthorizedException when one of the attributes is not the writer's to write or to delete. */
export function requireWritable(writer: AttributeWriter, names: readonly string[]): void {
  if (!names.every((name) => mayWrite(writer, name)))
    throw new NotAuthorizedException('A client attempted to write unauthorized attribute');
}

function mayWrite(writer: AttributeWriter, name: string): boolean {
  if (writer === 'administrator') return true;
  return !writtenByTheService.includes(name) && (writer.writeAttributes?.includes(name) ?? true);
}

/** The required attributes that `given` lacks, in the service's words; OpenID's `name` is `name.formatted` there. */
function missingRequired(
  schema: readonly AttributeSchema[],
  given: Attributes,
  demand: AttributeRules['demand'],
): readonly string[] {
  if (demand === 'none') return [];
  return schema
    .filter(({ name, required }) => required && name !== 'sub' && (given[name] ?? '') === '')
    .filter(({ mutable }) => demand === 'all' || !mutable)
    .map(({ name }) => (name === 'name' ? 'name.formatted' : name))
    .map((name) => `${name}: The attribute ${name === 'name.formatted' ? `${name} ` : ''}is required`);
}

function valueMisses(attribute: AttributeSchema, value: string): readonly string[] {
  const { name, type, minLength = 0, maxLength = 2048, minValue, maxValue } = attribute;
  switch (type) {
    case 'String':
      if (value.length < minLength) return [`${name}: String must be longer than ${minLength} characters`];
      if (value.length > maxLength) return [`${name}: String must be shorter than ${maxLength} characters`];
      return [];
    case 'Number': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isInteger(number)) return [`${name}: Value must be a number`];
      if (minValue !== undefined && number < minValue) return [`${name}: Number must be at least ${minValue}`];
      if (maxValue !== undefined && number > maxValue) return [`${name}: Number must be at most ${maxValue}`];
      return [];
    }
    case 'Boolean':
      return value === 'true' || value === 'false' ? [] : [`${name}: Value must be true or false`];
    case 'DateTime':
      return Number.isNaN(Date.parse(value)) ? [`${name}: Value must be a date`] : [];
  }
}

function checkAddresses({ email, phone_number: phone }: Attributes): void {
  if (email !== undefined && email !== '' && !isEmailAddress(email))
    throw new InvalidParameterException('Invalid email address format.');
  if (phone !== undefined && phone !== '' && !isPhoneNumber(phone))
    throw new InvalidParameterException('Invalid phone number format.');
}

/** An address as RFC 5321 has it, roughly. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

/** A phone number as E.164 has it, with its plus sign. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(text);
}
