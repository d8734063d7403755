import { EnvironmentVariableError, requiredVariable } from './environment-variable';

const variable = 'ALLOWED_EMAIL_DOMAINS';
const expected = 'e-mail domains in lower case, separated by commas, such as example.com,example.org';
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Domains as an environment variable; the order of a declaration is no change of the function. */
export function writeEmailDomains(domains: readonly string[]): Record<string, string> {
  return { [variable]: domains.toSorted().join(',') };
}

/** @throws EnvironmentVariableError when the variable is missing or wrong */
export function readEmailDomains(env: NodeJS.ProcessEnv): readonly string[] {
  const value = requiredVariable(env, variable, expected);
  const domains = value.split(',');
  if (!domains.every((item) => domain.test(item))) throw new EnvironmentVariableError(variable, value, expected);
  return domains;
}
