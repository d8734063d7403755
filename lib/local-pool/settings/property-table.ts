import type { FeatureName } from './features';

/** How the local pool takes one value of a property that knows a fixed set of values. */
export type Choice =
  | { readonly outcome: 'taken' }
  /** Taken into the settings, and named at start as not simulated: the operations that need it refuse. */
  | { readonly outcome: 'named'; readonly feature: FeatureName }
  /** Stops the start: without it the pool would be looser than the service or sign in differently. */
  | { readonly outcome: 'stops'; readonly reason: string; readonly nextStep: string };

/** What a property may hold and what the service takes when the template does not say (`absent`). */
export type Form =
  | { readonly kind: 'boolean'; readonly absent: boolean }
  | { readonly kind: 'integer'; readonly from: number; readonly to: number; readonly absent: number | undefined }
  | TextForm
  | { readonly kind: 'texts'; readonly absent: readonly string[] | undefined }
  | { readonly kind: 'choice'; readonly choices: Choices; readonly absent: string | undefined }
  | { readonly kind: 'choices'; readonly choices: Choices; readonly absent: readonly string[] }
  | { readonly kind: 'tags' }
  /** An object of texts that may be secret, and of which some may be known only after deployment. */
  | { readonly kind: 'details' }
  /** The ARN of a Lambda function of the stacks that are read together. */
  | { readonly kind: 'function' }
  /** The id of a user pool of the stacks that are read together. */
  | { readonly kind: 'user-pool' };

export type Choices = Readonly<Record<string, Choice>>;

export interface TextForm {
  readonly kind: 'text';
  readonly shortest: number;
  readonly longest: number;
  /** A placeholder without which the text is of no use, and which the service demands. */
  readonly placeholder: string | undefined;
  /** What the whole text must match, as the service prints it. */
  readonly pattern: string | undefined;
  readonly absent: string | undefined;
}

/** What the local pool does about one property, and why. */
export type Property =
  | {
      readonly list: 'enforced';
      readonly form: Form;
      readonly reason: string;
      /** Whether what is known only after deployment is left out; it stops the start otherwise. */
      readonly leavesOutUnknown?: boolean;
    }
  | { readonly list: 'no-effect'; readonly form: Form; readonly reason: string }
  | {
      readonly list: 'not-simulated';
      readonly form: Form;
      readonly feature: FeatureName;
      /** Values, as text, that ask for nothing: the feature switched off. */
      readonly off: readonly string[];
    };

/**
 * The properties of one resource type by their path down to the leaf: `Policies.PasswordPolicy.MinimumLength`; `[]`
 * after the name of a list: `Schema[].Name`, `AliasAttributes[]`.
 */
export type PropertyTable = Readonly<Record<string, Property>>;

export const boolean = <const Absent extends boolean>(absent: Absent) => ({ kind: 'boolean', absent }) as const;

export const integer = <const Absent extends number | undefined>(from: number, to: number, absent: Absent) =>
  ({ kind: 'integer', from, to, absent }) as const;

export const text = <const Absent extends string | undefined>(
  absent: Absent,
  { shortest = 0, longest = 20_000, placeholder, pattern }: Partial<TextForm> = {},
) => ({ kind: 'text', shortest, longest, placeholder, pattern, absent }) as const;

export const texts = <const Absent extends readonly string[] | undefined>(absent: Absent) =>
  ({ kind: 'texts', absent }) as const;

export const tags = { kind: 'tags' } as const;

export const details = { kind: 'details' } as const;

export const choice = <const C extends Choices, const Absent extends string | undefined>(choices: C, absent: Absent) =>
  ({ kind: 'choice', choices, absent }) as const;

export const choices = <const C extends Choices, const Absent extends readonly string[]>(of: C, absent: Absent) =>
  ({ kind: 'choices', choices: of, absent }) as const;

export const taken = { outcome: 'taken' } as const;

export const named = (feature: FeatureName) => ({ outcome: 'named', feature }) as const;

export const stops = (reason: string, nextStep: string) => ({ outcome: 'stops', reason, nextStep }) as const;

/** The local pool behaves as the property says. */
export const enforced = <const F extends Form>(form: F, reason: string) =>
  ({ list: 'enforced', form, reason }) as const;

/** The same; what is known only after deployment is left out, where that allows less. */
export const enforcedWhereKnown = <const F extends Form>(form: F, reason: string) =>
  ({ list: 'enforced', form, reason, leavesOutUnknown: true }) as const;

/** Nothing that a request to the pool could see depends on it, but for the operations that describe the pool. */
export const noEffect = <const F extends Form>(reason: string, form: F) =>
  ({ list: 'no-effect', form, reason }) as const;

/** Named at start, unless the value is one of `off`. */
export const notSimulated = <const F extends Form>(
  feature: FeatureName,
  form: F,
  { off = [] }: { readonly off?: readonly string[] } = {},
) => ({ list: 'not-simulated', form, feature, off }) as const;
