import { EnvironmentVariableError, requiredVariable } from './environment-variable';

/** What JSON in an environment variable has to be. */
export interface JsonShape<Value> {
  /** A noun, for the error, with an example. */
  readonly expected: string;
  readonly is: (value: unknown) => value is Value;
}

/**
 * The value of a variable that holds JSON.
 *
 * @throws EnvironmentVariableError when it is missing, empty, no JSON, or of another shape
 */
export function jsonVariable<Value>(
  env: NodeJS.ProcessEnv,
  variable: string,
  { expected, is }: JsonShape<Value>,
): Value {
  const json = requiredVariable(env, variable, expected);
  const value = parsed(json);
  if (!is(value)) throw new EnvironmentVariableError(variable, json, expected);
  return value;
}

/** A record as JSON, sorted by key: the order of a declaration is no change of the function. */
export function recordAsJson(record: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  );
}

/** Whether a value is an object whose keys and values are texts that are not empty. */
export function isRecordOfTexts(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, text]) => key !== '' && isText(text));
}

/** Whether a value is a list, not empty, of texts that are not empty. */
export function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
