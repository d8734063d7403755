import { alternatives, describeAllowed } from './allowed-values';
import { propertyOfField } from './field-property';
import { rules } from './rules/rules';
import { discriminatorOf, environmentNode, type SchemaNode } from './schema-node';
import { schemaRule } from './schema-problems';

/** One line of the reference: a place in an environment, what it accepts, and what it means. */
export interface ReferenceRow {
  readonly path: string;
  readonly allowed: string;
  readonly meaning: string;
  /** Whether it has to be there, where what holds it is. */
  readonly required: boolean;
  /** Where its value goes in the templates; empty for what holds other fields. */
  readonly property: string;
}

const introduction = `# Environments

Every environment is one file in \`lib/environments\`: data, without code. \`lib/environments/environments.ts\` lists them.
This page is written by \`npm run snapshot\` from the schema and the rules; a test holds it to them.

No field has a default: what is required is written out, and what may be left out is then not there. Switching a
protection off takes a reason.
All problems of all environments are reported at once, each with its place, what came in, what is allowed, and what to
write instead:

\`\`\`
staging
  triggers.customMessage  [custom-message-needs-ses]
    got      { productName: 'Example' }
    allowed  no customMessage beside emailSender.kind "built-in"
    instead  Make emailSender.kind "ses", or remove triggers.customMessage.
\`\`\`

## A new environment

1. Copy the file of the environment that is nearest to it to \`lib/environments/NAME.ts\`, and change its name, class,
   account and Region, and what only one can have: domain, addresses, buckets, secrets.
2. List it in \`lib/environments/environments.ts\`: a file that is not there is not read.
3. Run \`npm run synth\` until it says Accepted. What a validator finds is corrected, or excused under \`waivers\` with a
   reason, an owner and a date.
4. Run \`npm run snapshot\`, which writes its template below \`test/snapshots\`, and commit that too.
5. Name it in section 1 of [deploy](deploy.md), and follow that page.
`;

/** The text of docs/environments.md. */
export function renderEnvironmentReference(): string {
  const fields = referenceRows().map(({ path, allowed, required, meaning, property }) => [
    `\`${path}\``,
    allowed,
    required ? 'yes' : 'no',
    meaning,
    property,
  ]);
  const ruleRows = rules.map(({ id, what, source, covers = [] }) => [`\`${id}\``, what, covers.join(', '), source]);
  return [
    introduction,
    '## Fields\n',
    'NAME stands for each name, [0] for each entry of a list. Required is meant where the object around it is there. The',
    'last column says where a value goes: a resource type, of `AWS::Cognito::` where it begins with nothing else, and its',
    'property.\n',
    table(['field', 'allowed', 'required', 'meaning', 'CloudFormation property'], fields),
    '\n## Rules\n',
    `What the fields alone cannot say. A value that its field does not allow, a missing field and a key that does not`,
    `exist are reported under the id \`${schemaRule}\`.`,
    'What a rule covers is one of the things that only a deployment would refuse (deploy), or that would deploy unsafely',
    '(unsafe), as `lib/environments/rules/catalogue.ts` numbers them.\n',
    table(['rule', 'what must hold', 'covers', 'source'], ruleRows),
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
  if (node.items !== undefined)
    return node.items.description === undefined ? [] : fieldRows(node.items, `${path}[0]`, false);
  if (node.properties !== undefined) {
    const { properties, required = [] } = node;
    return Object.entries(properties).flatMap(([key, child]) =>
      fieldRows(child, path === '' ? key : `${path}.${key}`, required.includes(key)),
    );
  }
  if (node.additionalProperties === undefined || node.additionalProperties === false) return [];
  const names: SchemaNode = node.propertyNames ?? {};
  const name = {
    path: `${path}.NAME`,
    allowed: describeAllowed(names),
    meaning: sentences(names.description),
    required: false,
    property: '',
  };
  return [name, ...fieldRows(node.additionalProperties, `${path}.NAME`, true)];
}

function fieldRows(node: SchemaNode, path: string, required: boolean, note?: string): readonly ReferenceRow[] {
  const inner = childRows(node, path);
  const property = propertyOfField(path) ?? '';
  return [
    { path, allowed: describeAllowed(node), meaning: sentences(node.description, note), required, property },
    ...inner,
  ];
}

/** The discriminator with each of its values, then the fields: with the variants that they belong to, if not to all. */
function variantRows(variants: readonly SchemaNode[], path: string): readonly ReferenceRow[] {
  const { key, values } = discriminatorOf(variants);
  const keys = [...new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return keys.flatMap((field) => {
    const forms = new Map<string, { readonly node: SchemaNode; readonly isRequired: boolean; readonly of: string[] }>();
    variants.forEach(({ properties, required = [] }, index) => {
      const node = properties?.[field];
      if (node === undefined) return;
      const isRequired = required.includes(field);
      const form = JSON.stringify([node, isRequired]);
      const known = forms.get(form) ?? { node, isRequired, of: [] };
      forms.set(form, { ...known, of: [...known.of, JSON.stringify(values[index])] });
    });
    return [...forms.values()].flatMap(({ node, isRequired, of }) =>
      fieldRows(
        node,
        `${path}.${field}`,
        isRequired,
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
