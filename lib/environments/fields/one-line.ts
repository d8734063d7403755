import { z } from 'zod';

/** Text that goes into the header of a message: a line break in it would begin another header. */
export const oneLine = z
  .string()
  .min(1)
  .regex(/^\P{Cc}*$/u);
