import { z } from 'zod';
import { protection } from './protection';

export const removal = z
  .strictObject({
    deletionProtection: protection.describe('DeletionProtection of the user pool.'),
    policy: z.enum(['retain', 'destroy']).describe('What happens to the user pool when it leaves the template.'),
  })
  .describe('What keeps the users from being deleted with the stack.');
