import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments } from '../../lib/environments/environments';
import { fieldLocator, fieldPlace } from '../../lib/environments/field-place';
import { projectRoot } from '../../lib/commands/project-root';

const locate = fieldLocator(projectRoot);

/** Every field of the environment that holds a value, and its key. */
function leaves(value: object, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) && Object.keys(each).length > 0
      ? leaves(each, [...path, key])
      : [[...path, key]],
  );
}

describe.each(environments.map((environment) => [environment.name, environment] as const))('%s', (name, declared) => {
  const file = `lib/environments/${name}.ts`;
  const lines = readFileSync(join(projectRoot, file), 'utf8').split('\n');

  test('every field is found on a line that has its key, or nowhere where its value is a name', () => {
    const wrong = leaves(declared).filter((path) => {
      const place = locate(name, path.join('.'));
      const text = lines[(place?.line ?? 0) - 1];
      return place?.file !== file || (text !== undefined && !path.some((key) => text.includes(key)));
    });
    expect(wrong).toEqual([]);
  });

  test('a field of the innermost object is found there and not in another object with the same key', () => {
    const line = locate(name, 'clients.backend.authFlows')?.line ?? 0;
    const before = lines.slice(0, line).findLastIndex((text) => /^ {4}\w+: \{$/.test(text));
    expect(lines[line - 1]).toMatch(/^ {6}authFlows: \[/);
    expect(lines[before]).toBe('    backend: {');
  });
});

const source = `
// export const wrong = { name: 'test', mode: 'commented' };
const shared = { mode: 'shared' };
export const other = { name: 'other', mode: 'on' };
export const test = {
  name: 'test',
  text: 'mfa: { mode: 1 }, // no comment',
  'quoted-key': { 'inner key': 1 },
  mfa: { /* mode: 'off', */ mode: 'optional', factors: ['a'] },
  list: [{ mode: 'in a list' }],
  negative: -1,
  shared,
  web: { ...shared, named: shared.mode, open: true },
} as const;
`;

test.each([
  ['a text', 'name', 6],
  ['a field within', 'mfa.mode', 9],
  ['a list', 'mfa.factors', 9],
  ['an object', 'mfa', 9],
  ['a key in quotes', 'quoted-key.inner key', 8],
  ['a negative number', 'negative', 11],
  ['a field that is not written, by what is around it', 'mfa.nothing.at.all', 9],
  ['a field of a list, by the list', 'list.mode', 10],
  ['a word such as true', 'web.open', 13],
  ['a value that is a name', 'web.named', undefined],
  ['a property that only a name stands for', 'shared', undefined],
  ['a field that is nowhere', 'mode', undefined],
])('%s: %s is on line %s', (_what, field, line) => {
  expect(fieldPlace('test', field, () => source)).toEqual({ file: 'lib/environments/test.ts', line });
});

test('an environment without a file of its own has no place', () => {
  expect(fieldPlace('test', 'name', () => undefined)).toBeUndefined();
  expect(locate('dev-anna', 'name')).toBeUndefined();
});

test('a file of another environment gives no line', () => {
  expect(fieldPlace('missing', 'name', () => source)).toEqual({ file: 'lib/environments/missing.ts', line: undefined });
});
