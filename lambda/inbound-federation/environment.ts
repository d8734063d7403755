import { readEmailDomains, writeEmailDomains } from '../email-domains';
import { isRecordOfTexts, jsonVariable, recordAsJson } from '../json-variable';

export interface Settings {
  /** Domains in lower case, without @; a subdomain is another domain. */
  readonly allowedEmailDomains: readonly string[];
  /** Identity provider, as Cognito names it, to the claim or SAML attribute with the address. */
  readonly emailClaims: Readonly<Record<string, string>>;
}

const claimsVariable = 'EMAIL_CLAIMS';

/** The environment variables of the function. */
export function write({ allowedEmailDomains, emailClaims }: Settings): Record<string, string> {
  return { ...writeEmailDomains(allowedEmailDomains), [claimsVariable]: recordAsJson(emailClaims) };
}

/** @throws EnvironmentVariableError naming the variable that is missing or wrong */
export function read(env: NodeJS.ProcessEnv): Settings {
  return {
    allowedEmailDomains: readEmailDomains(env),
    emailClaims: jsonVariable(env, claimsVariable, {
      expected: 'a JSON object of identity providers to claims, such as {"Google":"email"}',
      is: isRecordOfTexts,
    }),
  };
}
