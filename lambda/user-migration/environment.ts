import { EnvironmentVariableError, requiredVariable } from '../environment-variable';

export interface Settings {
  /** Where the legacy service answers: https, or http on this machine. */
  readonly endpoint: string;
  /** The Secrets Manager secret whose text is the bearer token of the endpoint. */
  readonly tokenSecretName: string;
  /** How long everything may take together. */
  readonly deadlineMilliseconds: number;
}

const endpointVariable = 'LEGACY_ENDPOINT';
const secretVariable = 'LEGACY_TOKEN_SECRET_NAME';
const deadlineVariable = 'LEGACY_DEADLINE_MILLISECONDS';

const endpointExpected = 'an https URL without credentials (plain http only for localhost, 127.0.0.1 and [::1])';
const deadlineExpected = 'a whole number from 100 to 4500, as Cognito stops waiting after 5000';

/** The environment variables of the function. */
export function write(settings: Settings): Record<string, string> {
  return {
    [endpointVariable]: settings.endpoint,
    [secretVariable]: settings.tokenSecretName,
    [deadlineVariable]: String(settings.deadlineMilliseconds),
  };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    endpoint: endpoint(requiredVariable(env, endpointVariable, endpointExpected)),
    tokenSecretName: requiredVariable(env, secretVariable, 'the name of a secret in Secrets Manager'),
    deadlineMilliseconds: deadline(requiredVariable(env, deadlineVariable, deadlineExpected)),
  };
}

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Passwords travel to this address: it must be encrypted, or stay on this machine. */
function endpoint(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const encrypted = url?.protocol === 'https:';
  const local = url?.protocol === 'http:' && loopback.includes(url.hostname);
  // The error shows the value, and a URL with credentials in it is not for the log.
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw new EnvironmentVariableError(endpointVariable, 'a URL with credentials', endpointExpected);
  }
  if (!encrypted && !local) throw new EnvironmentVariableError(endpointVariable, value, endpointExpected);
  return value;
}

function deadline(value: string): number {
  const milliseconds = /^[1-9]\d{2,3}$/.test(value) ? Number(value) : 0;
  if (milliseconds < 100 || milliseconds > 4500) {
    throw new EnvironmentVariableError(deadlineVariable, value, deadlineExpected);
  }
  return milliseconds;
}
