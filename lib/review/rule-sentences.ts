import { controls } from '../posture/controls';
import { rules } from './rules';
import { propertyRemoved } from './rules/property-removed';
import { newResource, notKnown } from './rules/without-a-rule';

/** Every rule by which a change can be judged: its id, and the rule as a sentence. */
export const ruleSentences: ReadonlyMap<string, string> = new Map(
  [...controls, ...rules, propertyRemoved, notKnown, newResource].map(({ id, what }) => [id, what]),
);
