import { requiredVariable } from '../environment-variable';
import { isListOfTexts, jsonVariable } from '../json-variable';

export interface Settings {
  /** The attribute that keeps users out; a custom one with its prefix. */
  readonly deniedAttribute: string;
  /** The values of it with which nobody signs in. */
  readonly deniedValues: readonly string[];
}

const attributeVariable = 'DENIED_ATTRIBUTE';
const valuesVariable = 'DENIED_VALUES';

/** The environment variables of the function. */
export function write({ deniedAttribute, deniedValues }: Settings): Record<string, string> {
  return { [attributeVariable]: deniedAttribute, [valuesVariable]: JSON.stringify(deniedValues.toSorted()) };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    deniedAttribute: requiredVariable(env, attributeVariable, 'the name of an attribute'),
    deniedValues: jsonVariable(env, valuesVariable, {
      expected: 'a JSON list of texts, such as ["true"]',
      is: isListOfTexts,
    }),
  };
}
