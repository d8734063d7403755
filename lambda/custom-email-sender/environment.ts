import { requiredVariable } from '../environment-variable';
import { readSesSettings, writeSesSettings, type SesSettings } from '../ses-settings';

export interface Settings extends SesSettings {
  /** The name of the product, as the users know it. */
  readonly productName: string;
  /** The KMS key of the user pool (LambdaConfig.KMSKeyID). */
  readonly keyArn: string;
}

const productVariable = 'PRODUCT_NAME';
const keyVariable = 'KMS_KEY_ARN';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return {
    [productVariable]: settings.productName,
    [keyVariable]: settings.keyArn,
    ...writeSesSettings(settings),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    productName: requiredVariable(env, productVariable, 'the name of the product'),
    keyArn: requiredVariable(env, keyVariable, 'the ARN of the KMS key of the user pool'),
    ...readSesSettings(env),
  };
}
