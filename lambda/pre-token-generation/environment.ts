import { requiredVariable } from '../environment-variable';
import { isRecordOfTexts, jsonVariable, recordAsJson } from '../json-variable';

export interface Settings {
  /** The claim that lists the groups of the user, in both tokens where the event version knows both. */
  readonly groupsClaim: string;
  /** Claim name to attribute name, for the access token. */
  readonly attributeClaims: Readonly<Record<string, string>>;
}

const groupsVariable = 'GROUPS_CLAIM';
const attributesVariable = 'ATTRIBUTE_CLAIMS';

/** The environment variables of the function. */
export function write({ groupsClaim, attributeClaims }: Settings): Record<string, string> {
  return { [groupsVariable]: groupsClaim, [attributesVariable]: recordAsJson(attributeClaims) };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    groupsClaim: requiredVariable(env, groupsVariable, 'the name of a claim'),
    attributeClaims: jsonVariable(env, attributesVariable, {
      expected: 'a JSON object of claim names to attribute names, such as {"tenant":"custom:tenant"}',
      is: isRecordOfTexts,
    }),
  };
}
