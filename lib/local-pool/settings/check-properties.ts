import type { Resource } from '../../template/resolve';
import type { Value } from '../../template/value';
import { isList, isObject, Token } from '../../template/value';
import type { Findings } from './findings';
import { brief } from './findings';
import { parseDetails, parseScalar, parseTags, unresolved } from './parse-value';
import type { Form, Property, PropertyTable } from './property-table';

/**
 * Checks everything that a resource says against the table of its type: what is in no list, what has a wrong or
 * unknown value, and what is not simulated. Afterwards a {@link PropertyReader} can read without checking again.
 */
export function checkProperties(resource: Resource, table: PropertyTable, findings: Findings): void {
  new Check(resource, table, findings).run();
}

class Check {
  readonly #resource: Resource;
  readonly #table: PropertyTable;
  readonly #findings: Findings;
  readonly #met = new Set<string>();

  constructor(resource: Resource, table: PropertyTable, findings: Findings) {
    this.#resource = resource;
    this.#table = table;
    this.#findings = findings;
  }

  run(): void {
    this.#checkMembers('', '', this.#resource.properties);
    for (const [generic, property] of Object.entries(this.#table)) {
      if (!this.#met.has(generic)) this.#nameDefaults(generic, property);
    }
  }

  #checkMembers(path: string, generic: string, members: { readonly [key: string]: Value }): void {
    const dot = path === '' ? '' : '.';
    for (const [key, value] of Object.entries(members)) {
      const step = /^\w+$/.test(key) ? key : JSON.stringify(key); // a dot in a name must not look like a path
      this.#check(`${path}${dot}${step}`, `${generic}${dot}${step}`, value);
    }
  }

  /** @param generic the path as the table writes it: `Schema[].Name` for `Schema[2].Name` */
  #check(path: string, generic: string, value: Value): void {
    const property = this.#property(generic);
    if (property !== undefined) return this.#checkLeaf(path, generic, property, value);

    const below = Object.keys(this.#table).filter((each) => each.startsWith(generic));
    const isListOf = below.some((each) => each.startsWith(`${generic}[]`));
    const hasMembers = below.some((each) => each.startsWith(`${generic}.`));
    if (isListOf && isList(value)) {
      value.forEach((item, index) => this.#check(`${path}[${index}]`, `${generic}[]`, item));
    } else if (hasMembers && isObject(value)) {
      this.#checkMembers(path, generic, value);
    } else if (isListOf || hasMembers) {
      this.#checkBranch(path, below, isListOf ? 'a list' : 'an object', value);
    } else {
      this.#findings.stop(this.#resource.logicalId, path, {
        got: brief(value),
        expected: `a property of ${this.#resource.type} that docs/local-pool.md lists`,
        nextStep:
          'Remove it, or decide what the local pool does about it and add it, with the reason, to a list in ' +
          'lib/local-pool/settings.',
      });
    }
  }

  #checkLeaf(path: string, generic: string, property: Property, value: Value): void {
    this.#met.add(generic);
    if (!(value instanceof Token && mayBeUnknown(property))) this.#checkForm(path, property.form, value);
    if (property.list === 'not-simulated' && !saysByValue(property.form) && !isOff(property.off, value)) {
      this.#findings.name(property.feature, this.#resource.logicalId, path, value);
    }
  }

  #checkForm(path: string, form: Form, value: Value): void {
    if (form.kind === 'function' || form.kind === 'user-pool') return; // whoever knows the stack reads these
    const parsed = parse(form, value);
    if (!parsed.ok) this.#findings.stop(this.#resource.logicalId, path, parsed.complaint);
    else if (typeof value === 'string' && (form.kind === 'choice' || form.kind === 'choices')) {
      this.#nameChoice(path, form, value);
    }
  }

  /** Something that is neither list nor object where the table knows more below. */
  #checkBranch(path: string, below: readonly string[], expected: string, value: Value): void {
    const properties = below.flatMap((generic) => this.#property(generic) ?? []);
    if (value instanceof Token && properties.every(mayBeUnknown)) {
      for (const property of properties) {
        if (property.list === 'not-simulated')
          this.#findings.name(property.feature, this.#resource.logicalId, path, value);
      }
      return;
    }
    this.#findings.stop(
      this.#resource.logicalId,
      path,
      value instanceof Token
        ? unresolved(value, expected)
        : { got: brief(value), expected, nextStep: `Write ${expected}.` },
    );
  }

  /** What the service takes when the template does not say can be something that is not simulated. */
  #nameDefaults(path: string, { form }: Property): void {
    if (form.kind !== 'choice' && form.kind !== 'choices') return;
    const values = [form.absent ?? []].flat();
    for (const value of values) this.#nameChoice(path, form, value);
  }

  #nameChoice(path: string, form: Extract<Form, { kind: 'choice' | 'choices' }>, value: string): void {
    const choice = form.choices[value];
    if (choice?.outcome === 'named') this.#findings.name(choice.feature, this.#resource.logicalId, path, value);
  }

  #property(generic: string): Property | undefined {
    return Object.hasOwn(this.#table, generic) ? this.#table[generic] : undefined;
  }
}

/**
 * Whether a value may be known only after deployment: nothing depends on it but what is told again or only named, or
 * leaving it out allows less.
 */
function mayBeUnknown(property: Property): boolean {
  switch (property.list) {
    case 'enforced':
      return property.leavesOutUnknown === true;
    case 'no-effect':
      return true;
    case 'not-simulated':
      return !saysByValue(property.form);
  }
}

/** Whether the outcome depends on which value it is. */
function saysByValue({ kind }: Form): boolean {
  return kind === 'choice' || kind === 'choices';
}

function parse(form: Form, value: Value): ReturnType<typeof parseTags> | ReturnType<typeof parseScalar> {
  switch (form.kind) {
    case 'tags':
      return parseTags(value);
    case 'details':
      return parseDetails(value);
    default:
      return parseScalar(form, value);
  }
}

/** CloudFormation takes `false` and 'false' for the same. */
function isOff(off: readonly string[], value: Value): boolean {
  return (typeof value === 'string' || typeof value === 'boolean') && off.includes(String(value));
}
