import type { Resource } from '../../template/resolve';
import { isList, isObject, member } from '../../template/value';
import type { Value, ValueObject } from '../../template/value';
import { canonicalOf } from './canonical-of';
import type { Entry, Form, TypeTable } from './form';
import { tables } from './tables';

const known = new WeakMap<Resource, ReadonlyMap<string, Entry>>();

/**
 * What holds for each property of a resource, by path below Properties: defaults applied, lists that are sets sorted,
 * units and numeric texts normalised. A property that no table knows is there as it is written.
 */
export function effectiveOf(resource: Resource): ReadonlyMap<string, Entry> {
  const seen = known.get(resource);
  if (seen !== undefined) return seen;
  const entries = entriesOf(resource.properties, tables.get(resource.type));
  known.set(resource, entries);
  return entries;
}

/** The effective value of one property; undefined where nothing is said. */
export function settingOf(resource: Resource, property: string): Value | undefined {
  return effectiveOf(resource).get(property)?.value;
}

function entriesOf(properties: ValueObject, table: TypeTable | undefined): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(properties)) walk(name, value, table, entries);
  for (const [path, form] of Object.entries(table?.properties ?? {})) {
    if (entries.has(path) || hasUnknownAbove(path, entries)) continue;
    const absent = 'absent' in form ? form.absent : undefined;
    if (form.kind !== 'keyed' && form.kind !== 'map') entries.set(path, { value: absent, written: false, known: true });
  }
  table?.adjust?.(entries);
  return entries;
}

function walk(path: string, value: Value, table: TypeTable | undefined, entries: Map<string, Entry>): void {
  const form = member(table?.properties ?? {}, path);
  if (form !== undefined) return put(path, value, form, entries);
  const isAbove = Object.keys(table?.properties ?? {}).some((each) => each.startsWith(`${path}.`));
  if (isAbove && isObject(value)) {
    for (const [name, each] of Object.entries(value)) walk(`${path}.${name}`, each, table, entries);
  } else {
    entries.set(path, { value, written: true, known: isAbove });
  }
}

function put(path: string, value: Value, form: Form, entries: Map<string, Entry>): void {
  const entry = (each: Value): Entry => ({ value: each, written: true, known: true });
  switch (form.kind) {
    case 'value':
      entries.set(path, entry(scalar(value, form.type)));
      return;
    case 'set':
      entries.set(path, entry(isList(value) ? sorted(value) : value));
      return;
    case 'list':
      entries.set(path, entry(value));
      return;
    case 'map':
      if (!isObject(value)) entries.set(path, entry(value));
      else for (const [key, each] of Object.entries(value)) entries.set(`${path}.${key}`, entry(each));
      return;
    case 'keyed': {
      const named = isList(value) ? value.map((each) => [nameOf(each, form.key, form.prefix), each] as const) : [];
      const names = new Set(named.map(([name]) => name));
      // Without a name for each of its own it is compared as it stands.
      if (!isList(value) || names.has(undefined) || names.size < named.length) entries.set(path, entry(value));
      else for (const [name = '', each] of named) entries.set(`${path}.${name}`, entry(renamed(each, form.key, name)));
    }
  }
}

function nameOf(value: Value, key: string, prefix: RegExp | undefined): string | undefined {
  const name = isObject(value) ? member(value, key) : undefined;
  return typeof name === 'string' ? name.replace(prefix ?? '', '') : undefined;
}

/** An element under the name without its prefix. */
function renamed(value: Value, key: string, name: string): Value {
  return isObject(value) ? { ...value, [key]: name } : value;
}

function scalar(value: Value, type: Extract<Form, { kind: 'value' }>['type']): Value {
  if (type === 'number' && typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'text' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  return value;
}

/** Without duplicates, in an order that depends on nothing but the elements. */
function sorted(list: readonly Value[]): readonly Value[] {
  const unique = new Map(list.map((each) => [canonicalOf(each), each]));
  return [...unique].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}

function hasUnknownAbove(path: string, entries: ReadonlyMap<string, Entry>): boolean {
  const keys = path.split('.');
  return keys.slice(1).some((_, index) => entries.has(keys.slice(0, index + 1).join('.')));
}
