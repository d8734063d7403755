import { z } from 'zod';

/** An address that nobody on the way can read or answer for. */
export const httpsUrl = z.url({ protocol: /^https$/ }).meta({ form: 'an https URL' });
