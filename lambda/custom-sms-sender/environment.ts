import { requiredVariable } from '../environment-variable';

export interface Settings {
  /** The name of the product, as the users know it. */
  readonly productName: string;
  /** The KMS key of the user pool (LambdaConfig.KMSKeyID). */
  readonly keyArn: string;
  /** The Region whose SNS sends. */
  readonly region: string;
  /** The name shown as the sender, in the countries that know such names. */
  readonly senderId?: string | undefined;
}

const productVariable = 'PRODUCT_NAME';
const keyVariable = 'KMS_KEY_ARN';
const regionVariable = 'SNS_REGION';
const senderIdVariable = 'SENDER_ID';

/** The environment variables of the function. */
export function write({ productName, keyArn, region, senderId }: Settings): Record<string, string> {
  return {
    [productVariable]: productName,
    [keyVariable]: keyArn,
    [regionVariable]: region,
    ...(senderId !== undefined && { [senderIdVariable]: senderId }),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing */
export function read(env: NodeJS.ProcessEnv): Settings {
  const senderId = env[senderIdVariable];
  return {
    productName: requiredVariable(env, productVariable, 'the name of the product'),
    keyArn: requiredVariable(env, keyVariable, 'the ARN of the KMS key of the user pool'),
    region: requiredVariable(env, regionVariable, 'the Region whose SNS sends'),
    ...(senderId !== undefined && senderId !== '' && { senderId }),
  };
}
