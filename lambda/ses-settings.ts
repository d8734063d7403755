import { requiredVariable } from './environment-variable';

/** By whom and from where a function sends e-mail. */
export interface SesSettings {
  /** The sender of the messages, an identity of SES: an address, or a name with the address in angle brackets. */
  readonly from: string;
  /** Where answers go. */
  readonly replyTo: string;
  /** The Region of the identity. */
  readonly region: string;
  /** A configuration set of SES; absent: that of the identity, if it has one. */
  readonly configurationSet?: string | undefined;
}

const fromVariable = 'FROM_ADDRESS';
const replyToVariable = 'REPLY_TO_ADDRESS';
const regionVariable = 'SES_REGION';
const configurationSetVariable = 'SES_CONFIGURATION_SET';

/** The environment variables that say it. */
export function writeSesSettings({ from, replyTo, region, configurationSet }: SesSettings): Record<string, string> {
  return {
    [fromVariable]: from,
    [replyToVariable]: replyTo,
    [regionVariable]: region,
    ...(configurationSet !== undefined && { [configurationSetVariable]: configurationSet }),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing */
export function readSesSettings(env: NodeJS.ProcessEnv): SesSettings {
  const configurationSet = env[configurationSetVariable];
  return {
    from: requiredVariable(env, fromVariable, 'the address that messages come from'),
    replyTo: requiredVariable(env, replyToVariable, 'the address that answers go to'),
    region: requiredVariable(env, regionVariable, 'the Region of the SES identity'),
    ...(configurationSet !== undefined && configurationSet !== '' && { configurationSet }),
  };
}
