/** One thing in the templates that keeps the local pool from starting. */
export interface SettingsProblem {
  /** Path of the stack that holds it; '' for what came by a request. */
  readonly stack: string;
  /** The resource; '' when it is the template as a whole. */
  readonly logicalId: string;
  /** The property with its indices (`Schema[2].Name`); '' for the resource itself. */
  readonly path: string;
  readonly got: string;
  readonly expected: string;
  /** What to do about it, as a sentence. */
  readonly nextStep: string;
  /** The service takes it; the local pool alone does not have it. */
  readonly lacking?: true;
  /** The sentence in which the service refuses it, where it is known. */
  readonly words?: string;
}

/** Templates cannot be run as they would be deployed. Carries every problem, not only the first. */
export class SettingsError extends Error {
  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    const stacks = [...new Set(problems.map(({ stack }) => stack))];
    const templates =
      stacks.length === 1 ? `the template of ${stacks.join('')}` : `the templates of ${stacks.join(', ')}`;
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const told = problems.map((problem) => describe(problem, { withStack: stacks.length > 1 }));
    super([`The local user pool cannot behave as ${templates} would: ${count}.`, ...told].join('\n\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

function describe(
  { stack, logicalId, path, got, expected, nextStep }: SettingsProblem,
  { withStack }: { readonly withStack: boolean },
): string {
  const where = [logicalId, path].filter((part) => part !== '').join(' ') || 'The template';
  return [
    `- ${withStack ? `${stack}: ` : ''}${where}`,
    `  got:      ${got}`,
    `  expected: ${expected}`,
    `  next:     ${nextStep}`,
  ].join('\n');
}
