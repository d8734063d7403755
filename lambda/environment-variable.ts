/** A Lambda function was deployed with an environment that its handler cannot use. */
export class EnvironmentVariableError extends Error {
  override readonly name = 'EnvironmentVariableError';
  readonly variable: string;

  constructor(variable: string, got: string | undefined, expected: string) {
    const found = got === undefined || got === '' ? 'not set' : JSON.stringify(got);
    super(
      `Environment variable ${variable} is ${found}; expected ${expected}. ` +
        'Deploy the stack again: its construct writes this variable.',
    );
    this.variable = variable;
  }
}

/**
 * The value of a variable that a handler cannot do without.
 *
 * @param expected what the variable holds, as a noun, for the error
 * @throws EnvironmentVariableError when it is missing or empty
 */
export function requiredVariable(env: NodeJS.ProcessEnv, variable: string, expected: string): string {
  const value = env[variable];
  if (value === undefined || value === '') throw new EnvironmentVariableError(variable, value, expected);
  return value;
}
