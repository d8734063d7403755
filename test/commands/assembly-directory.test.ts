import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotAnAssemblyError, replaceAssembly } from '../../lib/commands/assembly-directory';

let workspace: string;
let directory: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'userpool-replace-'));
  directory = join(workspace, 'cdk.out');
});
afterEach(() => rmSync(workspace, { recursive: true }));

function writing(manifest: string, accepted = true) {
  return async (fresh: string) => {
    writeFileSync(join(fresh, 'manifest.json'), manifest);
    return { accepted };
  };
}

function manifest(): string {
  return readFileSync(join(directory, 'manifest.json'), 'utf8');
}

test('a new directory is made, with those above it', async () => {
  directory = join(workspace, 'deep', 'cdk.out');
  await replaceAssembly(directory, writing('new'));
  expect(manifest()).toBe('new');
});

test('an earlier assembly is replaced as a whole', async () => {
  await replaceAssembly(directory, writing('old'));
  writeFileSync(join(directory, 'left-over.json'), '');
  await replaceAssembly(directory, writing('new'));
  expect(manifest()).toBe('new');
  expect(readdirSync(directory)).toEqual(['manifest.json']);
});

test('an empty directory may be used', async () => {
  mkdirSync(directory);
  await replaceAssembly(directory, writing('new'));
  expect(manifest()).toBe('new');
});

test('what is not accepted leaves the earlier assembly, and nothing of its own', async () => {
  await replaceAssembly(directory, writing('old'));
  expect(await replaceAssembly(directory, writing('refused', false))).toEqual({ accepted: false });
  expect(manifest()).toBe('old');
  expect(readdirSync(workspace)).toEqual(['cdk.out']);
});

test('a failure on the way leaves the earlier assembly, and nothing of its own', async () => {
  await replaceAssembly(directory, writing('old'));
  const failing = async (fresh: string) => {
    writeFileSync(join(fresh, 'manifest.json'), 'half');
    throw new Error('interrupted');
  };
  await expect(replaceAssembly(directory, failing)).rejects.toThrow('interrupted');
  expect(manifest()).toBe('old');
  expect(readdirSync(workspace)).toEqual(['cdk.out']);
});

test('a directory that holds something else is refused and stays', async () => {
  mkdirSync(directory);
  writeFileSync(join(directory, 'thesis.txt'), 'two years of work');
  const replacing = replaceAssembly(directory, writing('new'));
  await expect(replacing).rejects.toThrow(NotAnAssemblyError);
  await expect(replacing).rejects.toThrow(`${directory} is not empty and is no cloud assembly`);
  expect(readdirSync(directory)).toEqual(['thesis.txt']);
});
