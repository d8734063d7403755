import { discriminatorOf, type SchemaNode } from './schema-node';

const formats = {
  email: 'an e-mail address',
  date: 'a date, YYYY-MM-DD',
  uri: 'a URL',
  cidrv4: 'a range of IPv4 addresses, as 192.0.2.0/24',
  cidrv6: 'a range of IPv6 addresses, as 2001:db8::/32',
} as const;

/** What a place in an environment accepts, as a phrase: `a whole number from 5 to 1440`. */
export function describeAllowed(node: SchemaNode): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return alternatives(node.enum.map((value) => JSON.stringify(value)));
  if (node.anyOf !== undefined) return alternatives(node.anyOf.map(describeAllowed));
  if (node.oneOf !== undefined) {
    const { key, values } = discriminatorOf(node.oneOf);
    return `an object with ${key} ${alternatives(values.map((value) => JSON.stringify(value)))}`;
  }
  switch (node.type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${describeRange(node)}`;
    case 'string':
      return describeText(node);
    case 'array':
      return `a list${describeLength(node)}: ${describeAllowed(node.items ?? {})}`;
    case 'object':
      return describeObject(node);
    default:
      return 'anything';
  }
}

/** `a, b or c` */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}

function describeRange({ minimum, maximum }: SchemaNode): string {
  // z.int() itself says what JavaScript can count to, which is no limit that anybody declared.
  const from = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  const to = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (from !== undefined && to !== undefined) return ` from ${from} to ${to}`;
  if (from !== undefined) return ` of at least ${from}`;
  return to === undefined ? '' : ` of at most ${to}`;
}

function describeLength({ minItems, maxItems }: SchemaNode): string {
  if (minItems !== undefined && maxItems !== undefined) return ` of ${minItems} to ${maxItems}`;
  if (minItems !== undefined) return ` of at least ${minItems}`;
  return maxItems === undefined ? '' : ` of at most ${maxItems}`;
}

function describeText({ minLength, maxLength, ...node }: SchemaNode): string {
  const form = describeForm(node);
  if (minLength !== undefined && maxLength !== undefined) return `${form}, ${minLength} to ${maxLength} characters`;
  if (maxLength !== undefined) return `${form}, at most ${maxLength} characters`;
  return minLength === undefined || minLength === 1 ? form : `${form}, at least ${minLength} characters`;
}

function describeForm({ form, format, pattern }: SchemaNode): string {
  if (form !== undefined) return form;
  if (format !== undefined) return formats[format];
  return pattern === undefined ? 'text' : `text of the form \`${pattern}\``;
}

function describeObject(node: SchemaNode): string {
  if (node.properties === undefined) return `an object by name: ${describeAllowed(node.additionalProperties || {})}`;
  const keys = Object.keys(node.properties);
  return keys.length === 0 ? 'an empty object, {}' : `an object with ${keys.join(', ')}`;
}
