import { z } from 'zod';

/** The id of an AWS Region. */
export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/);
