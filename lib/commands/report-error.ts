import { EnvironmentError } from '../environments/problem';
import { ListenError } from '../local-pool/server/listen-error';
import { SettingsError } from '../local-pool/settings/settings-error';
import { StateFileError } from '../local-pool/state-file/state-file-error';
import { UnsuitableClientError } from '../sign-in/choose-client';
import { UnreadablePoolError } from '../sign-in/unreadable-pool-error';
import { PolicyFileError } from '../posture/policy-file';
import { ApprovalsFileError } from '../review/approvals';
import { AssemblyError } from '../template/assembly-error';
import { SnapshotError } from '../template/read-snapshot';
import { TemplateError } from '../template/template-error';
import { NotAnAssemblyError } from './assembly-directory';
import { FixedSettingError } from './fixed-settings';
import { RevisionError } from './git-files';
import type { Io } from './io';
import { SecretsFileError } from './secrets-file';
import { MissingCommandLineError } from './synth-gate';
import { SynthesisError } from './synthesize';
import { TargetError } from './target-error';
import { UsageError } from './usage-error';

/** Errors whose message says all: what, where, what was expected, and the next step. */
const selfExplaining = [
  ApprovalsFileError,
  AssemblyError,
  EnvironmentError,
  FixedSettingError,
  ListenError,
  MissingCommandLineError,
  NotAnAssemblyError,
  PolicyFileError,
  RevisionError,
  SecretsFileError,
  SettingsError,
  SnapshotError,
  StateFileError,
  SynthesisError,
  TargetError,
  TemplateError,
  UnreadablePoolError,
  UnsuitableClientError,
  UsageError,
] as const;

/** Puts an error that ended a command into words and gives the exit code. This is the one place that does. */
export function reportError(error: unknown, { err, signal }: Pick<Io, 'err' | 'signal'>): number {
  if (signal?.aborted === true) {
    err('Interrupted.');
    return 1;
  }
  err(selfExplaining.some((known) => error instanceof known) ? (error as Error).message : bugReport(error));
  return 2;
}

function bugReport(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    'userpool failed in a way that nobody has foreseen. This is a fault of userpool, not of yours: please report it with ' +
    `the text below and the command.\n\nNode ${process.version}, ${process.platform}\n${detail}`
  );
}
