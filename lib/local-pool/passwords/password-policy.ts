import type { PasswordPolicy } from '../settings/pool-settings';
import { InvalidPasswordException } from '../wire/exceptions';

/** The characters that count as symbols (developer guide, "Adding user pool password requirements"). */
const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/;

/** In the order in which the service is taken to check: length first; the first miss is the one named. */
const rules: readonly {
  readonly miss: string;
  readonly holds: (password: string, policy: PasswordPolicy) => boolean;
}[] = [
  { miss: 'Password not long enough', holds: (password, policy) => password.length >= policy.minimumLength },
  {
    miss: 'Password must have lowercase characters',
    holds: (password, policy) => !policy.requireLowercase || /[a-z]/.test(password),
  },
  {
    miss: 'Password must have uppercase characters',
    holds: (password, policy) => !policy.requireUppercase || /[A-Z]/.test(password),
  },
  {
    miss: 'Password must have numeric characters',
    holds: (password, policy) => !policy.requireNumbers || /[0-9]/.test(password),
  },
  {
    miss: 'Password must have symbol characters',
    holds: (password, policy) => !policy.requireSymbols || symbols.test(password),
  },
];

/** How the operations word the refusal; the service does it differently in three places. */
const prefixes = {
  signUp: 'Password did not conform with policy: ',
  change: 'Password does not conform to policy: ',
  adminCreate: 'Password did not conform with password policy: ',
} as const;

/** The first rule that `password` misses, in the service's words; undefined when it satisfies the policy. */
export function policyMiss(password: string, policy: PasswordPolicy): string | undefined {
  return rules.find((rule) => !rule.holds(password, policy))?.miss;
}

/** @throws InvalidPasswordException naming the first rule that the password misses. */
export function requirePolicy(password: string, policy: PasswordPolicy, wording: keyof typeof prefixes): void {
  const miss = policyMiss(password, policy);
  if (miss !== undefined) throw new InvalidPasswordException(prefixes[wording] + miss);
}
