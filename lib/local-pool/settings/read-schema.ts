import type { Findings } from './findings';
import type { AttributeSchema } from './pool-settings';
import type { PropertyReader } from './property-reader';
import { keptByTheService, standardAttributes } from './standard-attributes';
import type { userPoolProperties } from './user-pool-properties';

type ItemReader = PropertyReader<typeof userPoolProperties>;
/** @param words the sentence in which the service refuses it, where it is known */
type Refuse = (member: `Schema[]${string}`, got: string, expected: string, nextStep: string, words?: string) => void;

/** The service's limit (developer guide, "Custom attributes"). */
const mostCustomAttributes = 50;

/** Every attribute of the pool: the standard ones as the service has them or as declared, then the custom ones. */
export function readSchema(read: ItemReader, findings: Findings): readonly AttributeSchema[] {
  const declared = new Map<string, AttributeSchema>();
  for (const item of read.items('Schema')) {
    const refuse: Refuse = (member, got, expected, nextStep, words) =>
      findings.stop(read.logicalId, item.concrete(member), {
        got,
        expected,
        nextStep,
        ...(words !== undefined && { words }),
      });
    const attribute = readAttribute(item, refuse);
    if (attribute === undefined) continue;
    if (declared.has(attribute.name)) {
      const words = `Duplicate custom attribute names ${attribute.name} are not allowed in a user pool schema.`;
      const got = `${attribute.name} for the second time`;
      refuse('Schema[].Name', got, 'each name once', 'Remove one of the two.', words);
    }
    declared.set(attribute.name, attribute);
  }
  const custom = [...declared.values()].filter(({ name }) => name.startsWith('custom:'));
  if (custom.length > mostCustomAttributes) {
    findings.stop(read.logicalId, 'Schema', {
      got: `${custom.length} custom attributes`,
      expected: `at most ${mostCustomAttributes}`,
      nextStep: 'Remove some: the service refuses more.',
    });
  }
  return [...standardAttributes.map((standard) => declared.get(standard.name) ?? standard), ...custom];
}

function readAttribute(item: ItemReader, refuse: Refuse): AttributeSchema | undefined {
  const name = item.text('Schema[].Name');
  if (name === undefined) {
    if (item.at('Schema[].Name') === undefined) refuse('Schema[].Name', 'nothing', 'a name', 'Write Name.');
    return undefined;
  }
  const standard = standardAttributes.find((candidate) => candidate.name === name);
  checkName(name, item, refuse);
  const type = readType(item, standard, refuse);
  if (item.boolean('Schema[].Required') && standard === undefined) {
    const nextStep = 'Write false: the service has no required custom attributes.';
    const words = 'Required custom attributes are not supported currently.';
    refuse('Schema[].Required', 'true for a custom attribute', 'false', nextStep, words);
  }
  return {
    ...standard,
    name: standard === undefined ? `custom:${name}` : name,
    type,
    required: item.boolean('Schema[].Required'),
    mutable: item.boolean('Schema[].Mutable'),
    ...readConstraints(item, { type, fullName: standard === undefined ? `custom:${name}` : name }, refuse),
  };
}

function checkName(name: string, item: ItemReader, refuse: Refuse): void {
  if (keptByTheService.includes(name)) {
    refuse('Schema[].Name', name, 'an attribute that can be declared', 'Leave it out: the service keeps it itself.');
  } else if (name.includes(':') || !/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(name)) {
    refuse('Schema[].Name', name, 'a name without prefix and spaces', 'Write it without custom:, which is added.');
  }
  if (item.boolean('Schema[].DeveloperOnlyAttribute')) {
    const nextStep = 'Write false and keep clients from it by WriteAttributes: dev: attributes are not simulated.';
    refuse('Schema[].DeveloperOnlyAttribute', 'true', 'false', nextStep);
  }
}

function readType(item: ItemReader, standard: AttributeSchema | undefined, refuse: Refuse): AttributeSchema['type'] {
  const path = 'Schema[].AttributeDataType';
  const type = item.choice(path);
  if (type === undefined && standard === undefined && item.at(path) === undefined) {
    refuse(path, 'nothing', 'a type', 'Write the type: the service cannot tell that of a custom attribute.');
  }
  if (type !== undefined && standard !== undefined && type !== standard.type) {
    const nextStep = `Write ${standard.type}: standard attributes have their own types.`;
    refuse(path, type, standard.type, nextStep, unchangeable(standard));
  }
  return type ?? standard?.type ?? 'String';
}

function unchangeable({ name }: AttributeSchema): string {
  return `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${name}`;
}

function readConstraints(
  item: ItemReader,
  { type, fullName }: { readonly type: AttributeSchema['type']; readonly fullName: string },
  refuse: Refuse,
): Partial<AttributeSchema> {
  const minLength = item.integer('Schema[].StringAttributeConstraints.MinLength');
  const maxLength = item.integer('Schema[].StringAttributeConstraints.MaxLength');
  const minValue = item.integer('Schema[].NumberAttributeConstraints.MinValue');
  const maxValue = item.integer('Schema[].NumberAttributeConstraints.MaxValue');
  const check = (kind: 'String' | 'Number', from: number | undefined, to: number | undefined): void => {
    const path = `Schema[].${kind}AttributeConstraints` as const;
    if (type !== kind && (from ?? to) !== undefined) {
      refuse(path, `constraints of a ${kind}`, `none for a ${type}`, 'Remove them, or correct AttributeDataType.');
    } else if (from !== undefined && to !== undefined && from > to) {
      const kinds = {
        String: "max length shorter than it's min length",
        Number: "max value smaller than it's min value",
      };
      const words = `Attribute ${fullName} cannot have a ${kinds[kind]}`;
      refuse(path, `${from} to ${to}`, 'the lower bound first', 'Exchange the two.', words);
    }
  };
  check('String', minLength, maxLength);
  check('Number', minValue, maxValue);
  return {
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(minValue !== undefined && { minValue }),
    ...(maxValue !== undefined && { maxValue }),
  };
}
