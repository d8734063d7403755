import { EnvironmentVariableError, requiredVariable } from '../environment-variable';

export interface Settings {
  readonly userPoolId: string;
  /** Days without a sign-in from a device after which it is forgotten. */
  readonly afterDays: number;
}

const userPoolVariable = 'USER_POOL_ID';
const daysVariable = 'AFTER_DAYS';
const daysExpected = 'a whole number from 1 to 3650';

/** The environment variables of the function. */
export function write({ userPoolId, afterDays }: Settings): Record<string, string> {
  return { [userPoolVariable]: userPoolId, [daysVariable]: String(afterDays) };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    userPoolId: requiredVariable(env, userPoolVariable, 'the id of the user pool'),
    afterDays: afterDays(requiredVariable(env, daysVariable, daysExpected)),
  };
}

function afterDays(value: string): number {
  const days = /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 0;
  if (days < 1 || days > 3650) throw new EnvironmentVariableError(daysVariable, value, daysExpected);
  return days;
}
