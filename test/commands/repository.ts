import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StackArtifact } from '../../lib/template/assembly';
import { digestDirectory } from '../../lib/template/digest';
import { renderSnapshot, snapshotOf } from '../../lib/template/snapshot';
import type { RawObject } from '../../lib/template/value';
import { directoryWith } from '../template/assembly-on-disk';
import { stackArtifact } from '../template/stack-artifact';

/** What git does here depends on nobody's settings. */
const env = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The snapshot of one stack of an environment. */
export function snapshotText(
  resources: RawObject,
  facts: Partial<StackArtifact> = {},
  metadata: RawObject = {},
): string {
  const template = { Metadata: metadata, Resources: resources };
  return renderSnapshot(snapshotOf(stackArtifact(template, facts), digestDirectory));
}

/** Writes files below a directory. */
export function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A repository with one commit on the branch main. removeDirectories of assembly-on-disk.ts removes it. */
export function repositoryWith(files: Readonly<Record<string, string>>): string {
  const directory = directoryWith({});
  git(directory, 'init', '--quiet', '--initial-branch=main');
  commit(directory, files);
  return directory;
}

/** @returns the new commit */
export function commit(directory: string, files: Readonly<Record<string, string>>): string {
  write(directory, files);
  git(directory, 'add', '--all');
  git(directory, 'commit', '--quiet', '--allow-empty', '--message', 'A change');
  return git(directory, 'rev-parse', 'HEAD');
}
