import { z } from 'zod';
import { reason } from './protection';

export const waiver = z
  .strictObject({
    control: z.string().min(1).describe('The id of the control that is not met, for instance AwsSolutions-COG2.'),
    reason,
    owner: z.string().min(1).describe('Who answers for it: a team or an address.'),
    expires: z.iso.date().describe('The last day on which the waiver counts (UTC).'),
  })
  .describe('One control, excused until a date.');
