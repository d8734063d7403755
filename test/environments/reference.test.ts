import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatProblems } from '../../lib/environments/problem';
import { referenceRows, renderEnvironmentReference } from '../../lib/environments/reference';
import { rules } from '../../lib/environments/rules/rules';
import { draft, problemsOf } from './draft';

const written = readFileSync(path.join(__dirname, '..', '..', 'docs', 'environments.md'), 'utf8');

describe('docs/environments.md', () => {
  it('is what the schema and the rules say; else run npm run snapshot', () => {
    expect(written).toBe(renderEnvironmentReference());
  });

  it('says of every field what it accepts and what it means', () => {
    const silent = referenceRows().filter(({ allowed, meaning }) => allowed === '' || !/^[A-Z].*\.$/.test(meaning));
    expect(silent.map((row) => row.path)).toEqual([]);
  });

  it('tells every place of a sound environment', () => {
    const told = new Set(referenceRows().map((row) => row.path));
    const untold = placesOf(draft()).filter((place) => !told.has(place));
    expect(untold).toEqual([]);
  });

  it.each(rules.map(({ id }) => id))('tells the rule %s', (id) => {
    expect(written).toContain(`| \`${id}\` |`);
  });

  it('shows a problem as it is reported', () => {
    const report = formatProblems(
      problemsOf(
        draft((e) => {
          e.emailSender = { kind: 'built-in' };
          e.triggers.customMessage = { productName: 'Example' };
        }),
      ),
    );
    expect(written).toContain(`\`\`\`\n${report.split('\n\n')[1] ?? ''}\n\`\`\`\n`);
  });
});

/** Every field of a value as the reference writes it; names of one's own become NAME, entries of lists are left out. */
function placesOf(value: unknown, place = ''): readonly string[] {
  const named = /^(standardAttributes|customAttributes|groups|clients|tags|.*attributeClaims)$/;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = named.test(place) ? `${place}.NAME` : place === '' ? key : `${place}.${key}`;
    return [at, ...placesOf(inner, at)];
  });
}
