import { z } from 'zod';
import { logRetentionDays } from './log-retention';
import { reason } from './protection';

const delivery = (on: string) =>
  z.discriminatedUnion('deliver', [
    z.strictObject({
      deliver: z.literal(true).describe(on),
      retentionDays: logRetentionDays.describe('Days that the log group keeps them.'),
    }),
    z.strictObject({ deliver: z.literal(false).describe('They are not kept; say why.'), reason }),
  ]);

export const logDelivery = z
  .strictObject({
    messageErrors: delivery('Messages that could not be delivered (userNotification, ERROR) are kept.').describe(
      'Errors of e-mail and SMS delivery.',
    ),
    userActivity: delivery(
      'Sign-ins and their risk (userAuthEvents, INFO) are kept, with names and addresses of users; needs threat ' +
        'protection, which needs the plan PLUS.',
    ).describe('What threat protection saw.'),
  })
  .describe('What Cognito writes to CloudWatch Logs, as well as it can (AWS::Cognito::LogDeliveryConfiguration).');
