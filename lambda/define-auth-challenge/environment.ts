import { EnvironmentVariableError, requiredVariable } from '../environment-variable';

export interface Settings {
  /** Wrong answers until the sign-in fails. */
  readonly maximumAttempts: number;
  /** Whether the password is asked for before the code, or not at all. */
  readonly password: 'required' | 'not-asked';
}

const attemptsVariable = 'MAXIMUM_ATTEMPTS';
const passwordVariable = 'PASSWORD';
const attemptsExpected = 'a whole number from 1 to 10';
const passwordExpected = 'required or not-asked';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return { [attemptsVariable]: String(settings.maximumAttempts), [passwordVariable]: settings.password };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    maximumAttempts: maximumAttempts(requiredVariable(env, attemptsVariable, attemptsExpected)),
    password: password(requiredVariable(env, passwordVariable, passwordExpected)),
  };
}

function maximumAttempts(value: string): number {
  if (!/^([1-9]|10)$/.test(value)) throw new EnvironmentVariableError(attemptsVariable, value, attemptsExpected);
  return Number(value);
}

function password(value: string): Settings['password'] {
  if (value !== 'required' && value !== 'not-asked')
    throw new EnvironmentVariableError(passwordVariable, value, passwordExpected);
  return value;
}
