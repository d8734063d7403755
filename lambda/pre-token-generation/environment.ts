import { EnvironmentVariableError, requiredVariable } from '../environment-variable';

export interface Settings {
  /** The claim of both tokens that lists the groups of the user. */
  readonly groupsClaim: string;
  /** Claim name to attribute name, for the access token. */
  readonly attributeClaims: Readonly<Record<string, string>>;
}

const groupsVariable = 'GROUPS_CLAIM';
const attributesVariable = 'ATTRIBUTE_CLAIMS';
const attributesExpected = 'a JSON object of claim names to attribute names, such as {"tenant":"custom:tenant"}';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return {
    [groupsVariable]: settings.groupsClaim,
    [attributesVariable]: JSON.stringify(settings.attributeClaims),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    groupsClaim: requiredVariable(env, groupsVariable, 'the name of a claim'),
    attributeClaims: attributeClaims(requiredVariable(env, attributesVariable, attributesExpected)),
  };
}

function attributeClaims(json: string): Settings['attributeClaims'] {
  const value = parsed(json);
  if (!isRecordOfNames(value)) throw new EnvironmentVariableError(attributesVariable, json, attributesExpected);
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecordOfNames(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([claim, attribute]) => claim !== '' && typeof attribute === 'string' && attribute !== '',
  );
}
