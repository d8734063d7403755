import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotTexts } from '../../lib/commands/snapshot';
import { environments } from '../../lib/environments/environments';
import { diffSnapshot } from '../../lib/template/snapshot-diff';
import { fixtureAssembly } from '../synthesis/assembly';

const directory = join(__dirname, '..', 'snapshots');
const declared = new Set<string | undefined>(environments.map(({ name }) => name));
const { stacks, ...assembly } = fixtureAssembly();
const snapshots = snapshotTexts({ ...assembly, stacks: stacks.filter(({ stage }) => declared.has(stage)) });

test('every stack of every declared environment has a committed snapshot, and nothing else has', () => {
  const committed = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
  expect(committed.toSorted()).toEqual([...snapshots.keys()].toSorted());
});

test.each([...snapshots])('%s is what is synthesized (if the change is meant: npm run snapshot)', (file, text) => {
  expect(diffSnapshot(readFileSync(join(directory, file), 'utf8'), text)).toBe('');
});
