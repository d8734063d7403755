import { readEmailDomains, writeEmailDomains } from '../email-domains';

export interface Settings {
  /** Domains in lower case, without @; a subdomain is another domain. */
  readonly allowedEmailDomains: readonly string[];
}

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return writeEmailDomains(settings.allowedEmailDomains);
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return { allowedEmailDomains: readEmailDomains(env) };
}
