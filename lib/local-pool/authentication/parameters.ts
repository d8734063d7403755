import { InvalidParameterException } from '../wire/exceptions';

/**
 * A member of AuthParameters or ChallengeResponses.
 * @throws InvalidParameterException when it is absent or empty.
 */
export function requireParameter(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name];
  if (value === undefined || value === '') throw new InvalidParameterException(`Missing required parameter ${name}`);
  return value;
}
