import { requiredVariable } from '../environment-variable';

export interface Settings {
  /** The group that every newly confirmed user joins. It must exist in the user pool. */
  readonly defaultGroup: string;
}

const variable = 'DEFAULT_GROUP';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return { [variable]: settings.defaultGroup };
}

/** @throws EnvironmentVariableError naming the variable that is missing */
export function read(env: NodeJS.ProcessEnv): Settings {
  return { defaultGroup: requiredVariable(env, variable, 'the name of a group of the user pool') };
}
