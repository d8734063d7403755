import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import { approvalSentence, ApprovalsFileError, readApprovals } from '../../lib/review/approvals';
import type { Approval } from '../../lib/review/approvals';
import { isStopping } from '../../lib/review/outcome';
import { sideOf } from '../../lib/review/side';
import { templateHash } from '../../lib/review/template-hash';
import { digestDirectory } from '../../lib/template/digest';
import { readSnapshot } from '../../lib/template/read-snapshot';
import { renderSnapshot, snapshotOf } from '../../lib/template/snapshot';
import { fixtureAssembly } from '../synthesis/assembly';
import { pool, poolChange } from './corpus/pair';
import { outcomeOf } from './outcome-of';

const { before, after } = poolChange(
  { DeletionProtection: 'ACTIVE', UserPoolTier: 'PLUS' },
  { DeletionProtection: 'INACTIVE', UserPoolTier: 'PLUS' },
);
const [environment] = outcomeOf(before, after).environments;
const approval: Approval = {
  environment: 'dev',
  logicalId: 'Pool',
  property: 'DeletionProtection',
  verdict: 'weakens',
  headTemplate: environment?.headTemplate ?? '',
  reason: 'The pool is moved by hand tomorrow.',
  owner: 'identity-team',
};
const later = pool({ DeletionProtection: 'INACTIVE', UserPoolTier: 'ESSENTIALS' });
const told = (given: Parameters<typeof outcomeOf>) => {
  const { changes, approvalFindings } = outcomeOf(...given);
  return { isStopped: changes.some(isStopping), problems: approvalFindings.map(({ problem }) => problem) };
};

test('without an approval the change is stopped', () => {
  expect(told([before, after])).toEqual({ isStopped: true, problems: [] });
});

test('an approval lets the change pass that it names', () => {
  expect(told([before, after, { approvals: [approval] }])).toEqual({ isStopped: false, problems: [] });
});

test('without a property it is for every change of the resource with its verdict', () => {
  const { property: _, ...whole } = approval;
  expect(told([before, after, { approvals: [whole] }])).toEqual({ isStopped: false, problems: [] });
});

test.each<readonly [string, Partial<Approval>, string]>([
  ['another environment', { environment: 'prod' }, 'unknown environment'],
  ['a resource that there is not', { logicalId: 'Pond' }, 'unknown resource'],
  ['another property', { property: 'UserPoolTier' }, 'unused'],
  ['another verdict', { verdict: 'destroys-users' }, 'unused'],
  ['a verdict that stops nothing', { verdict: 'strengthens' }, 'unused'],
  ['other templates', { headTemplate: `sha256:${'0'.repeat(64)}` }, 'stale'],
])('an approval for %s lets nothing pass', (_what, other, problem) => {
  const approvals = [{ ...approval, ...other }];
  expect(told([before, after, { approvals }])).toEqual({ isStopped: true, problems: [problem] });
});

test('it cannot serve the next change: that leads to other templates', () => {
  expect(told([pool({ DeletionProtection: 'ACTIVE' }), later, { approvals: [approval] }])).toEqual({
    isStopped: true,
    problems: ['stale'],
  });
});

test('nor the same change once more, after it was taken back: the base has the approval already', () => {
  const given = { approvals: [{ ...approval, reason: 'Once more, for another reason.' }], spent: [approval] };
  expect(told([before, after, given])).toEqual({ isStopped: true, problems: ['spent'] });
});

test('where the environment is gone, the approval names it all the same', () => {
  const gone = outcomeOf(before, []);
  const [first] = gone.changes;
  expect(first?.judgements.map(({ judgement }) => judgement.verdict)).toContain('destroys-users');
  const approvals = gone.changes.flatMap(({ change, judgements }) =>
    judgements.map(({ judgement }) => ({
      ...approval,
      logicalId: (change.pair.before ?? change.pair.after)?.resource.logicalId ?? '',
      property: change.property,
      verdict: judgement.verdict,
      headTemplate: gone.environments[0]?.headTemplate ?? '',
    })),
  );
  expect(told([before, [], { approvals }]).isStopped).toBe(false);
});

test('the hash is the same for an assembly and for its snapshots, and another for every other environment', () => {
  const { stacks } = fixtureAssembly();
  const snapshots = stacks.map((stack) => readSnapshot(renderSnapshot(snapshotOf(stack, digestDirectory))));
  const hashes = (artifacts: typeof stacks) =>
    [...sideOf(artifacts).values()].map((subject) => templateHash(subject, digestDirectory));
  expect(hashes(snapshots)).toEqual(hashes(stacks));
  expect(new Set(hashes(stacks)).size).toBe(hashes(stacks).length);
  expect(hashes(stacks).length).toBeGreaterThan(2);
});

test.each([
  ['no JSON', '{', /JSON/],
  ['no list', '{}', /approvals: /],
  ['an unknown field', { ...approval, until: '2027-01-01' }, /until/],
  ['an unknown verdict', { ...approval, verdict: 'breaks' }, /approvals\.0\.verdict: /],
  ['a hash in another form', { ...approval, headTemplate: 'sha256:1' }, /approvals\.0\.headTemplate: expected sha256/],
  ['no reason', { ...approval, reason: 'ok' }, /approvals\.0\.reason: expected a sentence/],
  ['no owner', { ...approval, owner: '' }, /approvals\.0\.owner: /],
])('a file with %s is refused', (_what, content, words) => {
  const text = typeof content === 'string' ? content : JSON.stringify({ approvals: [content] });
  const read = (): unknown => readApprovals(text, 'approvals.json');
  expect(read).toThrow(ApprovalsFileError);
  expect(read).toThrow(words);
  expect(read).toThrow(/where: {4}approvals\.json[^]*next: {5}\S/);
});

test.each(['spent', 'unknown environment', 'unknown resource', 'stale', 'unused'] as const)(
  'what is wrong with it is said with the next step: %s',
  (problem) => {
    expect(approvalSentence({ approval, problem })).toMatch(
      /^The approval by identity-team of dev Pool DeletionProtection \(weakens\) .*[Rr]emove it\.$/,
    );
  },
);

test('the committed file can be read', () => {
  const text = readFileSync(join(projectRoot, 'approvals.json'), 'utf8');
  expect(readApprovals(text, 'approvals.json')).toEqual([]);
});
