/** What an {@link AssemblyError} is made of; `path` is the file or directory that it is about. */
interface AssemblyProblem {
  readonly path: string;
  readonly got: string;
  readonly expected: string;
  readonly next: string;
}

const synthesize = 'Run npm run synth; for an app of your own, npx cdk synth.';

/** A cloud assembly that cannot be read. There is a class for each reason. */
export abstract class AssemblyError extends Error {
  readonly path: string;

  protected constructor(what: string, { path, got, expected, next }: AssemblyProblem) {
    super(`${what}\n  where:    ${path}\n  got:      ${got}\n  expected: ${expected}\n  next:     ${next}`);
    this.name = new.target.name;
    this.path = path;
  }
}

/** There is no such directory. */
export class AssemblyMissingError extends AssemblyError {
  constructor(path: string) {
    super('There is no cloud assembly', {
      path,
      got: 'no directory',
      expected: 'the output of cdk synth',
      next: synthesize,
    });
  }
}

/** A directory, but not one that cdk synth has written. */
export class NotAnAssemblyError extends AssemblyError {
  constructor(path: string) {
    super('The directory is not a cloud assembly', {
      path,
      got: 'no manifest.json',
      expected: 'a directory that cdk synth has written',
      next: `Name the directory that holds manifest.json, usually cdk.out. ${synthesize}`,
    });
  }
}

/** A file of the assembly is not JSON, or not of the shape that the schema demands. */
export class BrokenFileError extends AssemblyError {
  constructor(path: string, got: string, expected: string) {
    super('A file of the cloud assembly is broken', { path, got, expected, next: synthesize });
  }
}

/** A newer CDK wrote it: it may say things that this reader would overlook. */
export class AssemblyTooNewError extends AssemblyError {
  constructor(path: string, version: string, newestKnown: number) {
    super('The cloud assembly is newer than this reader', {
      path,
      got: `schema version ${version}`,
      expected: `schema version ${newestKnown} or older`,
      next: 'Update this project, or synthesize with an older aws-cdk-lib.',
    });
  }
}

/** A file or directory that the assembly names is not there. */
export class AssemblyFileMissingError extends AssemblyError {
  constructor(path: string, namedBy: string) {
    super('A file of the cloud assembly is missing', {
      path,
      got: 'no such file or directory',
      expected: `what ${namedBy} names`,
      next: synthesize,
    });
  }
}

/** The assembly names a file outside of itself. */
export class PathOutsideAssemblyError extends AssemblyError {
  constructor(path: string, namedBy: string, root: string) {
    super('The cloud assembly names a file outside of itself', {
      path,
      got: `a path that ${namedBy} names`,
      expected: `a path in ${root}`,
      next: 'Synthesize without aws:cdk:disable-asset-staging, so that assets are copied into the assembly.',
    });
  }
}

/** Context look-ups have not been made: the templates hold stand-ins for what AWS would have answered. */
export class IncompleteAssemblyError extends AssemblyError {
  constructor(path: string, missing: readonly string[]) {
    super('The cloud assembly is incomplete', {
      path,
      got: `no values for ${missing.join(', ')}`,
      expected: 'an assembly without missing context',
      next: 'Synthesize with credentials for the look-ups, and commit cdk.context.json.',
    });
  }
}
