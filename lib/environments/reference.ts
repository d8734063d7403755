import { alternatives, describeAllowed } from './allowed-values';
import { rules } from './rules/rules';
import { discriminatorOf, environmentNode, type SchemaNode } from './schema-node';
import { schemaRule } from './schema-problems';

/** One line of the reference: a place in an environment, what it accepts, and what it means. */
export interface ReferenceRow {
  readonly path: string;
  readonly allowed: string;
  readonly meaning: string;
}

const introduction = `# Environments

Every environment is one file in \`lib/environments\`: data, without code. \`lib/environments/environments.ts\` lists them.
This page is written by \`npm run snapshot\` from the schema and the rules; a test holds it to them.

Every field is required unless it says "may be left out". Switching a protection off takes a reason.
All problems of all environments are reported at once, each with its place, what came in, what is allowed, and what to
write instead:

\`\`\`
staging
  triggers.customMessage  [custom-message-needs-ses]
    got      { productName: 'Example' }
    allowed  no customMessage beside emailSender.kind "built-in"
    instead  Make emailSender.kind "ses", or remove triggers.customMessage.
\`\`\`
`;

/** The text of docs/environments.md. */
export function renderEnvironmentReference(): string {
  const fields = referenceRows().map(({ path, allowed, meaning }) => [`\`${path}\``, allowed, meaning]);
  const ruleRows = rules.map(({ id, what, source }) => [`\`${id}\``, what, source]);
  return [
    introduction,
    '## Fields\n',
    'NAME stands for each name, [0] for each entry of a list.\n',
    table(['field', 'allowed', 'meaning'], fields),
    '\n## Rules\n',
    `What the fields alone cannot say. A value that its field does not allow, a missing field and a key that does not`,
    `exist are reported under the id \`${schemaRule}\`.\n`,
    table(['rule', 'what must hold', 'source'], ruleRows),
    '',
  ].join('\n');
}

/** Every field of an environment, in the order of the schema. */
export function referenceRows(): readonly ReferenceRow[] {
  return childRows(environmentNode, '');
}

function childRows(node: SchemaNode, path: string): readonly ReferenceRow[] {
  if (node.oneOf !== undefined) return variantRows(node.oneOf, path);
  // What a list holds is told with the list, unless there is more to say of it.
  if (node.items !== undefined) return node.items.description === undefined ? [] : fieldRows(node.items, `${path}[0]`);
  if (node.properties !== undefined) {
    const { properties, required = [] } = node;
    return Object.entries(properties).flatMap(([key, child]) =>
      fieldRows(child, path === '' ? key : `${path}.${key}`, required.includes(key) ? '' : 'May be left out.'),
    );
  }
  if (node.additionalProperties === undefined || node.additionalProperties === false) return [];
  const names: SchemaNode = node.propertyNames ?? {};
  const name = {
    path: `${path}.NAME`,
    allowed: describeAllowed(names),
    meaning: sentences(names.description),
  };
  return [name, ...fieldRows(node.additionalProperties, `${path}.NAME`)];
}

function fieldRows(node: SchemaNode, path: string, ...notes: readonly string[]): readonly ReferenceRow[] {
  const row = { path, allowed: describeAllowed(node), meaning: sentences(node.description, ...notes) };
  return [row, ...childRows(node, path)];
}

/** The discriminator with each of its values, then the fields: with the variants that they belong to, if not to all. */
function variantRows(variants: readonly SchemaNode[], path: string): readonly ReferenceRow[] {
  const { key, values } = discriminatorOf(variants);
  const keys = [...new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return keys.flatMap((field) => {
    const forms = new Map<string, { readonly node: SchemaNode; readonly of: string[] }>();
    variants.forEach(({ properties }, index) => {
      const node = properties?.[field];
      if (node === undefined) return;
      const form = JSON.stringify(node);
      const known = forms.get(form) ?? { node, of: [] };
      forms.set(form, { node, of: [...known.of, JSON.stringify(values[index])] });
    });
    return [...forms.values()].flatMap(({ node, of }) =>
      fieldRows(
        node,
        `${path}.${field}`,
        field === key || of.length === variants.length ? '' : `With ${key} ${alternatives(of)}.`,
      ),
    );
  });
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
