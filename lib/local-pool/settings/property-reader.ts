import type { Resource } from '../../template/resolve';
import type { Value, ValueObject } from '../../template/value';
import { isList, isObject, member, tokensIn } from '../../template/value';
import { knownValues } from './known-values';
import { parseDetails, parseScalar, parseTags } from './parse-value';
import type { Form, Property, PropertyTable } from './property-table';

type FormAt<T extends PropertyTable, P extends keyof T> = T[P] extends { readonly form: infer F } ? F : never;
type PathOf<T extends PropertyTable, Kind extends Form['kind']> = {
  [P in keyof T]: FormAt<T, P> extends { readonly kind: Kind } ? P : never;
}[keyof T] &
  string;
type AbsentAt<T extends PropertyTable, P extends keyof T> =
  FormAt<T, P> extends { readonly absent: infer Absent } ? Absent : never;
/** The values of a choice that do not stop the start. */
type ChoiceAt<T extends PropertyTable, P extends keyof T> =
  FormAt<T, P> extends { readonly choices: infer C }
    ? { [V in keyof C]: C[V] extends { readonly outcome: 'stops' } ? never : V }[keyof C] & string
    : never;

/**
 * Reads a resource by the paths of its table; the types of the values follow from the table. A value that is absent, or
 * wrong (then {@link checkProperties} has said so and there will be no settings), reads as what the service takes.
 */
export class PropertyReader<T extends PropertyTable> {
  readonly logicalId: string;
  readonly #resource: Resource;
  readonly #table: T;
  /** `Schema[]` to `Schema[2]`, in a reader of one item. */
  readonly #item: readonly [generic: string, concrete: string] | undefined;

  constructor(resource: Resource, table: T, item?: readonly [generic: string, concrete: string]) {
    this.logicalId = resource.logicalId;
    this.#resource = resource;
    this.#table = table;
    this.#item = item;
  }

  boolean(path: PathOf<T, 'boolean'>): boolean {
    return this.#scalar(path) as boolean;
  }

  integer<P extends PathOf<T, 'integer'>>(path: P): number | AbsentAt<T, P> {
    return this.#scalar(path) as number | AbsentAt<T, P>;
  }

  text<P extends PathOf<T, 'text'>>(path: P): string | AbsentAt<T, P> {
    return this.#scalar(path) as string | AbsentAt<T, P>;
  }

  choice<P extends PathOf<T, 'choice'>>(path: P): ChoiceAt<T, P> | Extract<AbsentAt<T, P>, undefined> {
    return this.#scalar(path) as ChoiceAt<T, P> | Extract<AbsentAt<T, P>, undefined>;
  }

  choices<P extends PathOf<T, 'choices'>>(path: P): readonly ChoiceAt<T, P>[] {
    return this.#list(path) as readonly ChoiceAt<T, P>[];
  }

  texts<P extends PathOf<T, 'texts'>>(path: P): readonly string[] | AbsentAt<T, P> {
    return this.#list(path) as readonly string[] | AbsentAt<T, P>;
  }

  tags(path: PathOf<T, 'tags'>): Readonly<Record<string, string>> {
    const value = this.at(path);
    const parsed = value === undefined ? undefined : parseTags(value);
    return parsed?.ok === true ? parsed.value : {};
  }

  /** Without what is known only after deployment. */
  details(path: PathOf<T, 'details'>): Readonly<Record<string, string>> {
    const value = this.at(path);
    const parsed = value === undefined ? undefined : parseDetails(value);
    return parsed?.ok === true ? parsed.value : {};
  }

  /** Whatever stands at the path, which may also be a branch of the table: `DeviceConfiguration`. */
  at(path: string): Value | undefined {
    const [generic, concrete] = this.#item ?? ['', ''];
    return lookUp(this.#resource.properties, path.replace(generic, concrete));
  }

  /** The path as it is in this resource, for messages. */
  concrete(path: string): string {
    const [generic, concrete] = this.#item ?? ['', ''];
    return path.replace(generic, concrete);
  }

  /** The whole resource as a request of the API would have it, without what is known only after deployment. */
  known(): ValueObject {
    return knownValues(this.#resource.properties, this.#table);
  }

  /** Whether nothing in the resource is known only after deployment. */
  isKnown(): boolean {
    return tokensIn(this.#resource.properties).length === 0;
  }

  /** A reader for each item of a list of objects. */
  items(list: string): readonly PropertyReader<T>[] {
    const value = this.at(list);
    const length = isList(value) ? value.length : 0;
    return Array.from(
      { length },
      (_, index) => new PropertyReader(this.#resource, this.#table, [`${list}[]`, `${list}[${index}]`]),
    );
  }

  #scalar(path: string): unknown {
    const form = this.#form(path);
    const value = this.at(path);
    const parsed = value === undefined || form === undefined ? undefined : parseScalar(form, value);
    if (parsed?.ok === true) return parsed.value;
    return form !== undefined && 'absent' in form ? form.absent : undefined;
  }

  #list(path: string): unknown {
    const form = this.#form(path);
    const value = this.at(path.slice(0, -'[]'.length));
    if (form === undefined || !isList(value)) return form !== undefined && 'absent' in form ? form.absent : undefined;
    return value.map((item) => parseScalar(form, item)).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
  }

  #form(path: string): Form | undefined {
    const property: Property | undefined = this.#table[path];
    return property?.form;
  }
}

/** `Schema[2].Name`: members and indices, one after the other. */
function lookUp(properties: { readonly [key: string]: Value }, path: string): Value | undefined {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<Value | undefined>((value, step) => {
      if (isObject(value)) return member(value, step);
      return isList(value) ? value[Number(step)] : undefined;
    }, properties);
}
