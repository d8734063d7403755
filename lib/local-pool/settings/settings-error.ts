/** One thing in the template that keeps the local pool from starting. */
export interface SettingsProblem {
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
}

/** A template cannot be run as it would be deployed. Carries every problem, not only the first. */
export class SettingsError extends Error {
  readonly problems: readonly SettingsProblem[];

  /** @param stack path of the stack, where more than one may be meant */
  constructor(problems: readonly SettingsProblem[], stack?: string) {
    const template = stack === undefined ? 'this template' : `the template of ${stack}`;
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(
      [`The local user pool cannot behave as ${template} would: ${count}.`, ...problems.map(describe)].join('\n\n'),
    );
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

function describe({ logicalId, path, got, expected, nextStep }: SettingsProblem): string {
  const where = [logicalId, path].filter((part) => part !== '').join(' ');
  return [
    `- ${where === '' ? 'The template' : where}`,
    `  got:      ${got}`,
    `  expected: ${expected}`,
    `  next:     ${nextStep}`,
  ].join('\n');
}
