import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import type { Findings } from './findings';

/**
 * What would stop the start for a template refuses the request that asks for it, in the service's own words where they are
 * known.
 * @throws NotSimulatedException for the first thing that only the local pool lacks, else InvalidParameterException.
 */
export function refuseProblems({ problems }: Findings): void {
  if (problems.length === 0) return;
  const lacking = problems.find((problem) => problem.lacking === true);
  if (lacking !== undefined) throw new NotSimulatedException(`${lacking.path} ${lacking.got}`);
  const [known] = problems.flatMap(({ words }) => words ?? []);
  const told = problems.map(({ path, got, expected }) => `${path}: got ${got}, expected ${expected}`);
  throw new InvalidParameterException(known ?? `Invalid parameter: ${told.join('; ')}.`);
}
