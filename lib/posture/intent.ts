import type { Truth } from './truth';

/** What is at stake in an environment. */
export type EnvironmentClass = 'sandbox' | 'pre-production' | 'production';

/** Of NIST SP 800-63B-4: what a sign-in has to prove. */
export type Assurance = 'aal1' | 'aal2';

/** Whose rules for the characters of passwords count: NIST forbids such rules, AWS Foundational Security asks for them. */
export type Composition = 'nist' | 'aws-fsbp';

export type ClientKind = 'browser' | 'native' | 'server' | 'machine' | 'legacy-password';

/** A control that is knowingly not met. */
export interface Waiver {
  readonly control: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly expires: string;
}

/**
 * What is meant with an environment: from the Metadata that our constructs write, or from a policy file for a foreign
 * assembly. Undefined is unknown: a control that needs it says so.
 */
export interface Intent {
  readonly class: EnvironmentClass | undefined;
  readonly assurance: Assurance | undefined;
  readonly composition: Composition | undefined;
  readonly waivers: readonly Waiver[];
  /** By path of the stack and logical id of the app client: `prod/auth/ClientWeb`. */
  readonly clientKinds: ReadonlyMap<string, ClientKind>;
  /** Attributes that applications decide on access by, by path of the user pool; absent: unknown. */
  readonly authorizationAttributes: ReadonlyMap<string, readonly string[]>;
  /** Whether anybody is meant to sign up, by path of the user pool; absent: unknown. */
  readonly publicSignUp: ReadonlyMap<string, boolean>;
}

/** Whether the criteria that are for production alone count. */
export function isProduction(intent: Intent): Truth {
  return intent.class === undefined ? undefined : intent.class === 'production';
}

/** Whether a sign-in has to prove two factors. */
export function needsTwoFactors({ assurance }: Intent): Truth {
  return assurance === undefined ? undefined : assurance === 'aal2';
}
