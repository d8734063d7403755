import { OAuthError } from './oauth-error';

/**
 * A parameter of a form. One without a value counts as left out (RFC 6749 section 3.2).
 * @throws OAuthError invalid_request when it is there twice
 */
export function parameter(form: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = form.getAll(name);
  if (more.length > 0) throw new OAuthError('invalid_request', `${name} is there more than once.`);
  return value === '' ? undefined : value;
}

/** @throws OAuthError invalid_request when it is missing, or there twice */
export function requiredParameter(form: URLSearchParams, name: string): string {
  const value = parameter(form, name);
  if (value === undefined) throw new OAuthError('invalid_request', `${name} is missing.`);
  return value;
}
