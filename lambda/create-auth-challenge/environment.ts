import { EnvironmentVariableError, requiredVariable } from '../environment-variable';
import { readSesSettings, writeSesSettings, type SesSettings } from '../ses-settings';

export interface Settings extends SesSettings {
  /** The name of the product, as the users know it. */
  readonly productName: string;
  /** Minutes that a code counts. */
  readonly codeMinutes: number;
}

const productVariable = 'PRODUCT_NAME';
const minutesVariable = 'CODE_MINUTES';
const minutesExpected = 'a whole number from 1 to 15';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return {
    [productVariable]: settings.productName,
    [minutesVariable]: String(settings.codeMinutes),
    ...writeSesSettings(settings),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    productName: requiredVariable(env, productVariable, 'the name of the product'),
    codeMinutes: codeMinutes(requiredVariable(env, minutesVariable, minutesExpected)),
    ...readSesSettings(env),
  };
}

function codeMinutes(value: string): number {
  if (!/^([1-9]|1[0-5])$/.test(value)) throw new EnvironmentVariableError(minutesVariable, value, minutesExpected);
  return Number(value);
}
