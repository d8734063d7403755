import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../lib/environments/rules/rules';

const folder = path.join(__dirname, '..', '..', 'lib', 'environments', 'rules');

/** What is not a family of rules: the catalogue, the form of a rule, and the list of all. */
const others = ['catalogue.ts', 'rule.ts', 'rules.ts'];

const families = readdirSync(folder).filter((file) => !others.includes(file));

describe('the rules between fields', () => {
  it.each(families)('of %s are all on the list', async (family) => {
    const exported = (await import(path.join(folder, family))) as Readonly<Record<string, unknown>>;
    const lists = Object.entries(exported).filter(([name]) => name.endsWith('Rules'));
    expect(lists).toHaveLength(1);
    expect(rules).toEqual(expect.arrayContaining(lists[0]?.[1] as unknown[]));
  });

  it.each(families)('of %s have a table of what they refuse', (family) => {
    expect(existsSync(path.join(__dirname, 'rules', family.replace(/\.ts$/, '.test.ts')))).toBe(true);
  });

  it('have ids in kebab-case, each once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(rules.map(({ id, what, source }) => ({ id, what, source })))(
    'say for $id in a sentence what must hold and who says so',
    ({ what, source }) => {
      expect(what).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/^[A-Z].*\.$/);
    },
  );
});
