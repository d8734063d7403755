import { z } from 'zod';

/** A name that is a key in a record, a part of a construct path and of an SSM parameter name. */
export const nameKey = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(64)
  .describe('A name: lower-case letters, digits and single hyphens, starting with a letter.');
