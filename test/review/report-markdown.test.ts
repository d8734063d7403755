import { isStopping, ofEnvironment } from '../../lib/review/outcome';
import { renderMarkdown } from '../../lib/review/report-markdown';
import { verdictKinds } from '../../lib/review/verdict';
import { noResource } from '../../lib/review/rules/rule';
import { shownValues, toPeople, whatOf } from '../../lib/review/wording';
import type { RawObject } from '../../lib/template/value';
import { client, clientChange, part, pool, poolChange } from './corpus/pair';
import { corpus } from './corpus';
import { outcomeOf } from './outcome-of';

const lines = (text: string): readonly string[] => text.split('\n');
const rows = (text: string): readonly string[] => lines(text).filter((line) => line.startsWith('| `'));
const details = (text: string): readonly string[] =>
  lines(text).filter((line) => line.startsWith('<details><summary><code>'));

const replaced = clientChange({ GenerateSecret: false }, { GenerateSecret: true });

test('the first line says how much changes, the worst of each environment, and what happens to people', () => {
  expect(lines(renderMarkdown(outcomeOf(replaced.before, replaced.after)))[0]).toBe(
    '**Stopped by 1 of 1 change.** Worst in dev (production): new client id. What it does: applications need a new client id; people have to sign in again.',
  );
});

test('where nothing changes it says so, and nothing else but what was compared', () => {
  expect(renderMarkdown(outcomeOf(pool(), pool()))).toBe(
    '**Nothing changes.**\n\nFrom `base` to `head`. Unchanged: dev.\n',
  );
});

test('nothing is stopped in a sandbox by what may happen there', () => {
  const intent = { before: { class: 'sandbox' }, after: { class: 'sandbox' } } as const;
  const text = renderMarkdown(outcomeOf(replaced.before, replaced.after, { intent }));
  expect(text).toMatch(/^\*\*Nothing stops 1 change\.\*\* Worst in dev \(sandbox\): new client id\./);
  expect(text).not.toContain('To let it pass once');
});

test('the table has the change with both values and its verdicts, in bold where they stop it', () => {
  expect(rows(renderMarkdown(outcomeOf(replaced.before, replaced.after)))).toEqual([
    '| `dev` | `Client GenerateSecret` | `false` → `true` | **new client id**, **signs users out** |',
  ]);
});

test('the details have what happens, why, and numbered steps instead', () => {
  const text = renderMarkdown(outcomeOf(replaced.before, replaced.after));
  expect(text).toMatch(/^- \*\*new client id\*\*: The app client gets a new id .*\n {2}Why: `client-replaced`, \S/m);
  expect(text).toMatch(/What to do instead:\n {2}1\. .*\n {2}2\. .*\n {2}3\. /);
});

test('the steps instead are told once where several judgements have the same', () => {
  const domain = (Domain: string) => ({ ...pool(), ...part('Domain', 'UserPoolDomain', { Domain }) });
  const text = renderMarkdown(outcomeOf(domain('before'), domain('after')));
  expect(text).toMatch(/\*\*refused at deploy\*\*: [^]*\*\*breaks clients\*\*: /);
  expect(text.match(/What to do instead:/g)).toHaveLength(1);
});

test('a value that stays is told as the same', () => {
  expect(shownValues({ before: '1', after: '1', pair: noResource, property: 'p' }, 60)).toEqual([
    { text: '1', isValue: true },
    { text: 'the same', isValue: false },
  ]);
});

test.each(corpus)('every change is in the table and in the details: $title', ({ before, after, intent }) => {
  const outcome = outcomeOf(before, after, intent === undefined ? {} : { intent });
  const text = renderMarkdown(outcome);
  expect([rows(text).length, details(text).length]).toEqual([outcome.changes.length, outcome.changes.length]);
  expect(renderMarkdown(outcomeOf(before, after, intent === undefined ? {} : { intent }))).toBe(text);
});

test('an entry for the approvals is there for each verdict that stops, but for reason and owner', () => {
  const text = renderMarkdown(outcomeOf(replaced.before, replaced.after));
  const [, block = ''] = /```json\n([^]*?)\n```/.exec(text) ?? [];
  const entries = lines(block).map((line) => JSON.parse(line) as unknown);
  const entry = { environment: 'dev', logicalId: 'Client', property: 'GenerateSecret' };
  expect(entries).toEqual([
    { ...entry, verdict: 'new-client-id', headTemplate: expect.stringMatching(/^sha256:/) },
    { ...entry, verdict: 'signs-users-out', headTemplate: expect.stringMatching(/^sha256:/) },
  ]);
});

test('two judgements of the same verdict about the same change need one entry', () => {
  const { before, after } = poolChange({ DeletionProtection: 'ACTIVE' }, { DeletionProtection: 'INACTIVE' });
  const outcome = outcomeOf(before, after);
  const twice = outcome.changes.map((change) => ({
    ...change,
    judgements: change.judgements.flatMap((each) => [each, each]),
  }));
  const text = renderMarkdown({ ...outcome, changes: twice });
  expect(text.match(/"property":"DeletionProtection"/g)).toHaveLength(1);
});

test('of two long values the part is shown where they differ', () => {
  const urls = Array.from({ length: 20 }, (_, index) => `https://www.example.com/${index}`);
  const { before, after } = clientChange(
    { CallbackURLs: urls },
    { CallbackURLs: [...urls, 'https://www.example.com/more'] },
  );
  const [row = ''] = rows(renderMarkdown(outcomeOf(before, after)));
  const [, shownBefore, shownAfter] = /(`…[^`]+`) → (`…[^`]+`)/.exec(row) ?? [];
  expect(shownBefore).toBeDefined();
  expect(shownAfter).not.toBe(shownBefore);
});

describe('whatever stands in a template', () => {
  const hostile = [
    'a|b',
    '`` ` ```',
    '</details><img src=x>',
    '@acme/owners #1',
    '\u202Edeneddih',
    '[a](https://evil.example)',
    '\n\n# heading',
  ];
  const { before, after } = clientChange({ CallbackURLs: ['https://a.example'] }, { CallbackURLs: hostile });
  const named = part(hostile.join(' '), 'UserPoolGroup', { GroupName: hostile.join(' ') });
  const text = renderMarkdown(
    outcomeOf({ ...(before as RawObject), ...named }, after, { intent: { before: {}, after: {} } }),
  );
  /** Without code, in which nothing counts; a line of HTML is none of Markdown. */
  const markup = lines(text.replaceAll(/^(`{3,})json\n[^]*?\n\1$/gm, ''))
    .map((line) =>
      line.startsWith('<') ? line : line.replaceAll('\\`', '').replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ''),
    )
    .join('\n');

  test('every row of the table has its four columns', () => {
    expect(rows(text).length).toBeGreaterThan(1);
    for (const line of rows(text)) expect(line.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  test('there are no elements but those of the report, and each is closed', () => {
    const elements = [...markup.matchAll(/<[^>]*>/g)].map(([element]) => element);
    const own = ['<details>', '</details>', '<summary>', '</summary>', '<code>', '</code>'];
    expect([...new Set(elements)].toSorted()).toEqual(own.toSorted());
    for (const name of ['details', 'summary', 'code']) {
      const count = (element: string): number => elements.filter((each) => each === element).length;
      expect(count(`<${name}>`)).toBe(count(`</${name}>`));
    }
  });

  test('nobody is mentioned, no issue is referred to, and nothing is a link', () => {
    // Within code of HTML GitHub makes no links either.
    const linked = markup.replaceAll(/<code>.*?<\/code>/g, '');
    expect(linked).not.toMatch(/@(?!&#8203;)|(?<!&)#(?!&#8203;)|https?:|(?<!\\)\]\(/);
  });

  test('nothing is there that is not to be seen', () => {
    expect(text).not.toMatch(/[\u202E\u200B]/);
  });
});

describe('more changes than there is room for', () => {
  const clients = (count: number, properties: RawObject): RawObject => {
    const all = Array.from({ length: count }, (_, index) => part(`Client${index}`, 'UserPoolClient', properties));
    return Object.assign({}, ...all) as RawObject;
  };
  const others = { ClientName: 'b'.repeat(500) };
  const many = outcomeOf(
    { ...pool({ DeletionProtection: 'ACTIVE' }), ...clients(2000, { ClientName: 'a'.repeat(500) }) },
    { ...clients(2000, others), ...client(), ...pool({ DeletionProtection: 'INACTIVE' }) },
  );
  const text = renderMarkdown(many);

  test('GitHub takes the comment: it has at most 65,536 characters', () => {
    expect(many.changes.length).toBeGreaterThan(2000);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(40_000);
  });

  test('a line says how much is left out', () => {
    const [, left] = /^Left out for want of room, the least severe: (\d+) rows of .* of (\d+) changes\./m.exec(text)
      ? [text, /: (\d+) rows of .* of (\d+) changes\./.exec(text)]
      : [];
    expect(left?.slice(1).map(Number)).toEqual([
      many.changes.length - rows(text).length,
      many.changes.length - details(text).length,
    ]);
  });

  test('what is most severe stays', () => {
    const [first] = many.changes;
    expect(first !== undefined && isStopping(first)).toBe(true);
    expect(rows(text)[0]).toContain(first === undefined ? '' : whatOf(first.change));
    expect(details(text)[0]).toContain(first === undefined ? '' : whatOf(first.change));
  });

  test.each([8_000, 20_000, 65_536])('in %i characters there is room for it all the same', (room) => {
    expect(renderMarkdown(many, room).length).toBeLessThanOrEqual(room);
  });
});

test('of one environment alone nothing of the others is told', () => {
  const { before, after } = poolChange({ MfaConfiguration: 'ON' }, { MfaConfiguration: 'OFF' });
  const outcome = outcomeOf(before, after);
  expect(renderMarkdown(ofEnvironment(outcome, 'dev'))).toBe(renderMarkdown(outcome));
  expect(renderMarkdown(ofEnvironment(outcome, 'prod'))).toMatch(/^\*\*Nothing changes\.\*\*/);
});

test('what happens to people is said of every verdict, each in other words', () => {
  expect(new Set(verdictKinds.map((kind) => toPeople[kind])).size).toBe(verdictKinds.length);
});
