import { requiredVariable } from '../environment-variable';

export interface Settings {
  /** The name of the product, as the users know it. */
  readonly productName: string;
}

const variable = 'PRODUCT_NAME';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return { [variable]: settings.productName };
}

/** @throws EnvironmentVariableError naming the variable that is missing */
export function read(env: NodeJS.ProcessEnv): Settings {
  return { productName: requiredVariable(env, variable, 'the name of the product') };
}
