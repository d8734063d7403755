import { EnvironmentVariableError, requiredVariable } from '../environment-variable';

export interface Settings {
  /** Domains in lower case, without @; a subdomain is another domain. */
  readonly allowedEmailDomains: readonly string[];
}

const variable = 'ALLOWED_EMAIL_DOMAINS';
const expected = 'e-mail domains in lower case, separated by commas, such as example.com,example.org';
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return { [variable]: settings.allowedEmailDomains.join(',') };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  const value = requiredVariable(env, variable, expected);
  const allowedEmailDomains = value.split(',');
  if (!allowedEmailDomains.every((item) => domain.test(item))) {
    throw new EnvironmentVariableError(variable, value, expected);
  }
  return { allowedEmailDomains };
}
