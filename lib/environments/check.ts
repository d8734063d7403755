import { environment, type Environment } from './environment';
import { pagesHost } from './pages-host';
import { EnvironmentError, formatPath, type Problem, showValue } from './problem';
import type { Context, Field } from './rules/rule';
import { rules } from './rules/rules';
import { propertyOf } from './schema-node';
import { schemaProblems } from './schema-problems';

/**
 * Every problem of every environment. Takes anything: what the compiler refuses is refused here too, since the
 * transpiler in front of the CDK app checks no types. A rule still runs when fields that it does not read are broken.
 *
 * @param candidates what claims to be an environment
 * @param today for the expiry of waivers: a Date, or YYYY-MM-DD in UTC
 * @throws RangeError if today is no date
 */
export function checkEnvironments(candidates: readonly unknown[], today: Date | string): readonly Problem[] {
  const date = new Date(today).toISOString().slice(0, 10);
  return candidates.flatMap((candidate, index) => {
    const earlier = candidates.slice(0, index);
    return problemsOf(candidate, declaredName(candidate) ?? `environments[${index}]`, {
      today: date,
      earlierNames: earlier.map(declaredName).filter(isPresent),
      earlierHosts: earlier.map(declaredHost).filter(isPresent),
    });
  });
}

/**
 * The environments, if there is nothing to say against any of them.
 *
 * @throws EnvironmentError with every problem of every environment
 */
export function requireValidEnvironments(candidates: readonly unknown[], today: Date | string): readonly Environment[] {
  const problems = checkEnvironments(candidates, today);
  if (problems.length > 0) throw new EnvironmentError(problems);
  return candidates.map((candidate) => environment.parse(candidate));
}

function problemsOf(candidate: unknown, name: string, context: Context): readonly Problem[] {
  const parsed = environment.safeParse(candidate);
  const sound = soundFields(candidate);
  const broken = rules
    .filter((rule) => rule.reads.every((field) => Object.hasOwn(sound, field)))
    .flatMap((rule): readonly Problem[] =>
      // defineRule() shows a check only the fields it reads, and those are there.
      rule.check(sound as Environment, context).map(({ path, got, allowed, instead }) => ({
        environment: name,
        path: formatPath(path),
        got: showValue(got),
        allowed,
        instead,
        rule: rule.id,
      })),
    );
  return [...(parsed.success ? [] : schemaProblems(name, candidate, parsed.error.issues)), ...broken];
}

/** The fields that have their shape, each on its own. */
function soundFields(candidate: unknown): Partial<Record<Field, unknown>> {
  const fields = Object.keys(environment.shape) as Field[];
  const parsed = fields.map(
    (field) => [field, environment.shape[field].safeParse(propertyOf(candidate, field))] as const,
  );
  return Object.fromEntries(parsed.flatMap(([field, result]) => (result.success ? [[field, result.data]] : [])));
}

function declaredName(candidate: unknown): string | undefined {
  const name = environment.shape.name.safeParse(propertyOf(candidate, 'name'));
  return name.success ? name.data : undefined;
}

function declaredHost(candidate: unknown): string | undefined {
  const managedLogin = environment.shape.managedLogin.safeParse(propertyOf(candidate, 'managedLogin'));
  const region = environment.shape.region.safeParse(propertyOf(candidate, 'region'));
  return managedLogin.success && region.success
    ? pagesHost({ managedLogin: managedLogin.data, region: region.data })
    : undefined;
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
