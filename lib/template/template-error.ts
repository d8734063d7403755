/** What a {@link TemplateError} is made of. */
export interface TemplateProblem {
  /** What is wrong, as a sentence without full stop. */
  readonly what: string;
  /** Stack path and the place in its template: `dev/auth: Resources.Pool.Type`. */
  readonly where: string;
  readonly got: string;
  readonly expected: string;
  readonly next: string;
}

/** The template cannot be read at all. A single value that cannot be resolved is an `invalid` token instead. */
export class TemplateError extends Error {
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem) {
    super(
      `${problem.what}\n  where:    ${problem.where}\n  got:      ${problem.got}\n` +
        `  expected: ${problem.expected}\n  next:     ${problem.next}`,
    );
    this.name = 'TemplateError';
    this.problem = problem;
  }
}
