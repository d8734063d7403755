import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capturedIo } from '../commands/captured-io';
import { main, page, renderCounts, withCounts } from './compared/command';
import { comparePairs } from './compared/compared-pairs';
import type { ComparedPair } from './compared/compared-pairs';
import { inWords } from './compared/diff-says';
import { countsOf, figures } from './compared/figures';
import { corpus } from './corpus';

const compared = comparePairs(corpus);
const counts = countsOf(compared);

test('every pair of the corpus is compared', () => {
  expect(compared.map(({ title }) => title)).toEqual(corpus.map(({ title }) => title));
});

test('where the templates differ and the diff says nothing, it cannot tell texts of digits apart', () => {
  const silent = compared.filter(({ templatesDiffer, diff }) => templatesDiffer && inWords(diff) === 'no difference');
  expect(silent.map(({ title }) => title).toSorted()).toEqual([
    'a prefix of digits is a name, not a number',
    'numbers and booleans may be written as texts',
  ]);
});

test.each([
  ['users sign in with a phone number instead of an e-mail address', 'updates Pool', 'nothing', 'refused-at-deploy'],
  ['a client gets a secret', 'replaces Client, Branding', 'nothing', 'new-client-id'],
  ['a retained pool is to be deleted', 'updates Pool', 'nothing', 'weakens'],
  [
    'a retained pool gets another logical id, and the client follows the empty one',
    'orphans Pool; replaces Client; adds Renamed',
    'nothing',
    'destroys-users',
  ],
  ['a property that no rule knows fails closed', 'lists without an effect Pool', 'nothing', 'effect-uncertain'],
  ['a default of a parameter changes what users sign in with', 'lists Parameters', 'nothing', 'refused-at-deploy'],
  ['the pool of a nested stack goes', 'removes Pool', 'nothing', 'destroys-users'],
  ['a stack gets another name', 'adds Pool, Client', 'nothing', 'destroys-users'],
  ['a pool moves to another stack', 'removes Pool; adds Pool', 'nothing', 'destroys-users'],
  ['the service may not invoke a trigger any more', 'removes Permission', 'permissions change', 'breaks-clients'],
])('%s: the diff %s, under security %s; the review: %s', (title, said, security, worst) => {
  const pair = compared.find((each) => each.title === title);
  expect(pair && [inWords(pair.diff), pair.diff.security, pair.verdicts[0]]).toEqual([said, security, worst]);
});

test('a policy that grants more is permissions broadened', () => {
  const role = (Action: string) => ({
    Role: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Roles: ['people'],
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
      },
    },
  });
  const [pair] = comparePairs([
    { title: '', rows: [], source: '', before: role('s3:GetObject'), after: role('s3:*'), expected: [] },
  ]);
  expect(pair?.diff.security).toBe('permissions broadened');
});

test.each([
  ['the review says weakens or worse', 'deletion protection is switched off', 'passwords have to be longer'],
  [
    'the review says weakens or worse, the diff finds nothing under security',
    'deletion protection is switched off',
    'the service may not invoke a trigger any more',
  ],
  [
    'the diff says update in place, the review destroys-users at worst',
    'passkeys get another relying party',
    'a group gets another name',
  ],
  [
    'the diff says update in place, the review refused-at-deploy at worst',
    'an attribute of the pool is removed',
    'the prefix of the domain changes',
  ],
  [
    'the diff says update in place, the review weakens at worst',
    'deletion protection is switched off',
    'MFA becomes required without any factor',
  ],
  [
    'the diff lists no resource, the review says weakens or worse',
    'a condition turns false, and the pool under it goes',
    'numbers and booleans may be written as texts',
  ],
  [
    'the diff lists a resource, the review finds no change',
    'another order of the attributes is no change',
    'the pool gets another name',
  ],
  [
    'the diff replaces, removes or orphans a resource, the review says weakens or worse',
    'a pool with DeletionPolicy Retain is removed',
    'deletion protection is switched off',
  ],
  [
    'the diff replaces, removes or orphans a resource, the review says nothing as bad as weakens',
    'GenerateSecret false is left away',
    'a client gets a secret',
  ],
])('counted as "%s": %s; not counted: %s', (what, counted, notCounted) => {
  const figure = figures.find((each) => each.what === what);
  const holds = (title: string) => compared.filter((each) => each.title === title).map((pair) => figure?.holds(pair));
  expect([holds(counted), holds(notCounted)]).toEqual([[true], [false]]);
});

test('pairs whose templates are the same count among the pairs alone', () => {
  const pair: ComparedPair = {
    title: 'a waiver is added',
    templatesDiffer: false,
    diff: { resources: [], sections: [], security: 'nothing' },
    verdicts: ['weakens'],
  };
  const [pairs, ...others] = countsOf([pair]);
  expect(pairs).toEqual({ what: 'pairs', count: 1 });
  expect(others.filter(({ count }) => count !== 0)).toEqual([]);
  expect(countsOf([{ ...pair, templatesDiffer: true }]).filter(({ count }) => count === 1)).toHaveLength(5);
});

describe('npm run review:compare', () => {
  const run = (...args: readonly string[]) => {
    const io = capturedIo();
    return { exitCode: main(args, io), io };
  };

  test('shows a line for each pair, and the counts at the end', () => {
    const { exitCode, io } = run();
    const lines = io.written.join('\n').split('\n');
    expect(exitCode).toBe(0);
    const [head, ...rows] = lines.slice(0, lines.indexOf(''));
    expect(head).toMatch(/^pair +cloudformation-diff +under security +review$/);
    expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual(corpus.map(({ title }) => title));
    expect(lines.slice(lines.indexOf('') + 1).join('\n')).toBe(renderCounts(counts));
  });

  test('says the same to machines', () => {
    const { exitCode, io } = run('--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(io.written.join('\n'))).toEqual({ pairs: compared, counts });
  });

  test('puts the counts into the page that quotes them, and leaves the rest of it alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'userpool-compare-'));
    const file = join(folder, 'review.md');
    writeFileSync(file, 'before\n<!-- compared:begin -->\n1  pairs\n<!-- compared:end -->\nafter\n');
    try {
      expect(main(['--write'], capturedIo(), file)).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe(
        `before\n<!-- compared:begin -->\n\n\`\`\`\n${renderCounts(counts)}\n\`\`\`\n\n<!-- compared:end -->\nafter\n`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('ends with 2 for wrong use, and says what is allowed', () => {
    const { exitCode, io } = run('--pair', '1');
    expect(exitCode).toBe(2);
    expect(io.problems.join('\n')).toMatch(/unknown option '--pair'[^]*--json/);
  });
});

test('docs/review.md has the counts; where they differ, run npm run review:compare -- --write', () => {
  const text = readFileSync(page, 'utf8');
  expect(text).toBe(withCounts(text, counts));
});
