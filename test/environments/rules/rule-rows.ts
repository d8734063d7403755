import type { Rule } from '../../../lib/environments/rules/rule';
import { type Draft, problemsOf } from '../draft';

export interface Row {
  readonly rule: string;
  /** What is wrong, as the end of "refuses …". */
  readonly what: string;
  /** Breaks this rule, once, and no other. */
  readonly candidate: Draft;
  /** Environments before it in the list. */
  readonly before?: readonly Draft[];
  readonly path: string;
  /** What is allowed, where that is to the letter. */
  readonly allowed?: string;
  /** What the cure has to name. */
  readonly instead: string;
}

interface Rows {
  readonly broken: readonly Row[];
  /** What is close to a broken rule and right all the same. */
  readonly fine?: readonly (readonly [what: string, candidate: Draft])[];
}

/** Tests a family of rules; a rule without a row fails. */
export function testRules(rules: readonly Rule[], { broken, fine = [] }: Rows): void {
  it.each(broken)('$rule refuses $what', ({ rule, candidate, before, path, allowed, instead }) => {
    const problems = problemsOf(candidate, before);
    expect(problems.map((problem) => ({ rule: problem.rule, path: problem.path }))).toEqual([{ rule, path }]);
    expect(problems[0]).toEqual({
      environment: candidate.name,
      path,
      got: expect.stringMatching(/\S/),
      allowed: allowed ?? expect.stringMatching(/\S$/),
      // A sentence that tells somebody what to do.
      instead: expect.stringMatching(/^[A-Z][\s\S]*\.$/),
      rule,
    });
    expect(problems[0]?.instead).toContain(instead);
  });

  if (fine.length > 0) {
    it.each(fine)('%s is fine', (_, candidate) => {
      expect(problemsOf(candidate)).toEqual([]);
    });
  }

  it.each(rules.map(({ id }) => id))('%s has a row that breaks it', (id) => {
    expect(broken.map(({ rule }) => rule)).toContain(id);
  });
}
