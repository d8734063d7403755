/** A command that is measured, and what it may take. */
export interface Reading {
  readonly what: string;
  /** Of the built `userpool`. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Milliseconds, the start of the process included. */
  readonly atMost: number;
  /** With which it comes to its end. */
  readonly exitCodes: readonly number[];
}

export interface Subjects {
  /** Assemblies: of the declared environments, and of a hundred generated ones. */
  readonly declared: string;
  readonly many: string;
  /** The hundred, one of which is weakened. */
  readonly changed: string;
  /** A git repository with two revisions of the snapshots, of which the second weakens production. */
  readonly repository: string;
  readonly base: string;
  readonly head: string;
}

/** The commands that a person waits for, with their bounds. */
export function readings({ declared, many, changed, repository, base, head }: Subjects): readonly Reading[] {
  const posture = (assembly: string) => ['posture', '--assembly', assembly, '--format', 'json'];
  return [
    { what: 'posture of three environments', args: posture(declared), cwd: declared, atMost: 300, exitCodes: [0] },
    {
      what: 'review of two revisions',
      args: ['review', '--base', base, '--head', head, '--format', 'markdown'],
      cwd: repository,
      atMost: 700,
      exitCodes: [1],
    },
    { what: 'posture of 100 environments', args: posture(many), cwd: many, atMost: 3000, exitCodes: [0] },
    {
      what: 'review of 100 environments',
      args: ['review', '--base', many, '--head', changed, '--format', 'markdown'],
      cwd: many,
      atMost: 3000,
      exitCodes: [1],
    },
  ];
}
