import type { Value, ValueObject } from '../../template/value';
import { isList, isObject, Token } from '../../template/value';
import { parseDetails, parseScalar, parseTags } from './parse-value';
import type { Form, PropertyTable } from './property-table';

/**
 * The properties of a resource as a request of the API would have them: numbers and booleans that a template writes as
 * texts in their own types, and nothing that is known only after deployment.
 */
export function knownValues(properties: ValueObject, table: PropertyTable): ValueObject {
  return knownMembers(properties, '', table);
}

function knownMembers(members: ValueObject, generic: string, table: PropertyTable): ValueObject {
  const known = Object.entries(members).flatMap(([name, value]) => {
    const taken = knownValue(value, generic === '' ? name : `${generic}.${name}`, table);
    return taken === undefined ? [] : [[name, taken] as const];
  });
  return Object.fromEntries(known);
}

/** @param generic the path as the table writes it: `Schema[].Name` for `Schema[2].Name` */
function knownValue(value: Value, generic: string, table: PropertyTable): Value | undefined {
  const form = Object.hasOwn(table, generic) ? table[generic]?.form : undefined;
  if (form !== undefined) return knownLeaf(value, form);
  if (isList(value)) return value.flatMap((item) => knownValue(item, `${generic}[]`, table) ?? []);
  return isObject(value) ? knownMembers(value, generic, table) : undefined;
}

function knownLeaf(value: Value, form: Form): Value | undefined {
  if (value instanceof Token) return undefined;
  switch (form.kind) {
    case 'tags':
      return valueOf(parseTags(value));
    case 'details':
      return valueOf(parseDetails(value));
    case 'function':
    case 'user-pool':
      return value;
    default:
      return valueOf(parseScalar(form, value));
  }
}

function valueOf<T extends Value>(
  parsed: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T | undefined {
  return parsed.ok ? parsed.value : undefined;
}
