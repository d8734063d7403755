import { z } from 'zod';

/** Why a protection is off: read by the reviewer, so a sentence and not a word. */
export const reason = z.string().min(12).max(500).describe('Why, in a sentence that a reviewer can judge.');

/** A protection that is on, or off with a reason: off is written out. */
export const protection = z.discriminatedUnion('enabled', [
  z.strictObject({ enabled: z.literal(true).describe('The protection is on.') }),
  z.strictObject({ enabled: z.literal(false).describe('The protection is off; say why.'), reason }),
]);
