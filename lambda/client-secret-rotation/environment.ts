import { EnvironmentVariableError, requiredVariable } from '../environment-variable';

export interface Settings {
  readonly userPoolId: string;
  /** The app client whose secret is rotated. */
  readonly clientId: string;
  /** The ARN of the Secrets Manager secret from which the application reads it; no other secret is touched. */
  readonly secretArn: string;
  /** Days in which a replaced secret still counts. */
  readonly graceDays: number;
}

/** What the daily schedule sends, in the form in which Secrets Manager asks for the steps of a rotation. */
export interface RetireEvent {
  readonly Step: 'retireSecret';
  readonly SecretId: string;
}

export function retireEvent({ secretArn }: Pick<Settings, 'secretArn'>): RetireEvent {
  return { Step: 'retireSecret', SecretId: secretArn };
}

const userPoolVariable = 'USER_POOL_ID';
const clientVariable = 'CLIENT_ID';
const secretVariable = 'SECRET_ARN';
const graceVariable = 'GRACE_DAYS';

const graceExpected = 'a whole number of days from 1 to 30';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return {
    [userPoolVariable]: settings.userPoolId,
    [clientVariable]: settings.clientId,
    [secretVariable]: settings.secretArn,
    [graceVariable]: String(settings.graceDays),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    userPoolId: requiredVariable(env, userPoolVariable, 'the id of a user pool'),
    clientId: requiredVariable(env, clientVariable, 'the id of an app client'),
    secretArn: requiredVariable(env, secretVariable, 'the ARN of a secret of Secrets Manager'),
    graceDays: grace(requiredVariable(env, graceVariable, graceExpected)),
  };
}

function grace(value: string): number {
  const days = /^[1-9]\d?$/.test(value) ? Number(value) : 0;
  if (days < 1 || days > 30) throw new EnvironmentVariableError(graceVariable, value, graceExpected);
  return days;
}
