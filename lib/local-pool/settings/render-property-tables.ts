import { otherCognitoTypes } from './cognito-types';
import { features } from './features';
import { expectedOf } from './parse-value';
import { featuresOfTypes, propertyLists } from './property-lists';
import type { Choice, Form, Property, PropertyTable } from './property-table';

/** The three lists as Markdown, for docs/local-pool.md. */
export function renderPropertyTables(): string {
  const perType = Object.entries<PropertyTable>(propertyLists).flatMap(([type, table]) => renderType(type, table));
  return [...perType, ...renderOtherTypes(), ...renderFeatures()].join('\n');
}

function renderType(type: string, properties: PropertyTable): readonly string[] {
  const entries = Object.entries(properties);
  const rows = <List extends Property['list']>(
    list: List,
    row: (path: string, property: Extract<Property, { list: List }>) => Row,
  ) => entries.flatMap(([path, each]) => (isOf(list, each) ? [row(code(path), each)] : []));
  const values = entries.flatMap(([path, { form }]) => valueRows(path, form));
  return [
    `### ${type}`,
    '',
    ...whatFor(type),
    ...table(
      'Enforced.',
      ['property', 'takes', 'when absent', 'decides'],
      rows('enforced', (path, { form, reason }) => [path, expectedOf(form), absent(form), reason]),
    ),
    ...table(
      'No effect at run time.',
      ['property', 'why'],
      rows('no-effect', (path, { reason }) => [path, reason]),
    ),
    ...table(
      'Not simulated.',
      ['property', 'feature'],
      rows('not-simulated', (path, { feature, off }) => [path, features[feature].name + unless(off)]),
    ),
    ...table('Values that are named at start, or stop it.', ['property', 'value', 'outcome', 'why'], values),
  ];
}

/** Where it is not a property that asks for a feature but the resource. */
function whatFor(type: string): readonly string[] {
  const feature = Object.entries(featuresOfTypes).find(([each]) => each === type)?.[1];
  return feature === undefined
    ? []
    : [`Kept and told again. What it is for is not simulated: ${features[feature].name}.`, ''];
}

function renderOtherTypes(): readonly string[] {
  const rows = Object.entries(otherCognitoTypes).map(([type, feature]): Row => [code(type), features[feature].name]);
  return [
    '### Other resource types',
    '',
    ...table('Every other type of AWS::Cognito is not simulated.', ['type', 'feature'], rows),
  ];
}

function renderFeatures(): readonly string[] {
  const rows = Object.values(features).map(({ name, reason, refused }): Row => [name, reason, refused]);
  return ['### What is not simulated', '', ...table('By name.', ['feature', 'what is left out', 'refused'], rows)];
}

type Row = readonly string[];

function isOf<List extends Property['list']>(
  list: List,
  property: Property,
): property is Extract<Property, { list: List }> {
  return property.list === list;
}

function valueRows(path: string, form: Form): readonly Row[] {
  if (form.kind !== 'choice' && form.kind !== 'choices') return [];
  return Object.entries(form.choices).flatMap(([value, choice]) => {
    const outcome = outcomeOf(choice);
    return outcome === undefined ? [] : [[code(path), code(value), ...outcome]];
  });
}

function outcomeOf(choice: Choice): Row | undefined {
  switch (choice.outcome) {
    case 'taken':
      return undefined;
    case 'named':
      return ['named', features[choice.feature].name];
    case 'stops':
      return ['stops', choice.reason];
  }
}

/** What the service takes, where it is one value. */
function absent(form: Form): string {
  const value = 'absent' in form ? form.absent : undefined;
  if (value === undefined) return '';
  const list = [value].flat();
  return list.length === 0 ? 'none' : list.map((each) => code(String(each))).join(', ');
}

function unless(off: readonly string[]): string {
  return off.length === 0 ? '' : `, unless ${off.map(code).join(', ')}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A table under a caption; nothing when it has no rows. */
function table(caption: string, head: Row, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [caption, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}
