import { requiredVariable } from '../environment-variable';

export interface Settings {
  /** The name of the product, as the users know it. */
  readonly productName: string;
  /** The sender of the messages, an identity of SES: an address, or a name with the address in angle brackets. */
  readonly from: string;
  /** The KMS key of the user pool (LambdaConfig.KMSKeyID). */
  readonly keyArn: string;
}

const productVariable = 'PRODUCT_NAME';
const fromVariable = 'FROM_ADDRESS';
const keyVariable = 'KMS_KEY_ARN';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return {
    [productVariable]: settings.productName,
    [fromVariable]: settings.from,
    [keyVariable]: settings.keyArn,
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    productName: requiredVariable(env, productVariable, 'the name of the product'),
    from: requiredVariable(env, fromVariable, 'the address that messages come from'),
    keyArn: requiredVariable(env, keyVariable, 'the ARN of the KMS key of the user pool'),
  };
}
