import type { Located } from '../posture/subject';

/**
 * What a change does, most severe first. A change can have several.
 *
 * - `destroys-users`: accounts, memberships or what they can sign in with are lost, or left behind in a pool that nobody uses.
 * - `refused-at-deploy`: the service or CloudFormation refuses it, and the stack rolls back.
 * - `irreversible`: it is deployed and can never be taken back.
 * - `new-client-id`: an app client is another one afterwards.
 * - `signs-users-out`: sessions end.
 * - `breaks-clients`: applications that work today fail.
 * - `weakens`, `strengthens`: a control is met less, or more.
 * - `effect-uncertain`: what the service makes of it is not documented, or not known before deployment.
 * - `neutral`: nothing of all this.
 */
export const verdictKinds = [
  'destroys-users',
  'refused-at-deploy',
  'irreversible',
  'new-client-id',
  'signs-users-out',
  'breaks-clients',
  'weakens',
  'effect-uncertain',
  'strengthens',
  'neutral',
] as const;

export type VerdictKind = (typeof verdictKinds)[number];

/** One thing that a change does. */
export interface Judgement {
  readonly verdict: VerdictKind;
  /** Id of the rule or of the posture control that says so: `client-replaced`, `CGN-MFA-01`. */
  readonly rule: string;
  /** What happens to people, as one sentence. */
  readonly effect: string;
  /** Where that is known from: a page, an issue, a measurement. */
  readonly source: string;
  /** What to do instead, step by step where it takes several deployments; undefined: nothing has to be done. */
  readonly instead: readonly string[] | undefined;
}

/** A resource on both sides; undefined: there is none on that side. Both undefined: the environment itself. */
export interface Pair {
  readonly before: Located | undefined;
  readonly after: Located | undefined;
  /** Whether they were paired although their logical id or their stack differs. */
  readonly paired: 'by id' | 'as renamed' | 'as moved';
}

/** One property of one resource that differs, or the resource as a whole (property ''). */
export interface Change {
  readonly environment: string;
  readonly pair: Pair;
  /**
   * Below Properties, dotted; `DeletionPolicy` and the like for attributes of the resource; '' for the whole. Of the
   * environment: `waivers.CGN-MFA-01`, `dev/auth: terminationProtection`.
   */
  readonly property: string;
  /** Effective values as people read them; undefined: nothing there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Most severe first; never empty. */
  readonly judgements: readonly Judgement[];
}
