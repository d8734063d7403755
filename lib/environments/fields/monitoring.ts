import { z } from 'zod';
import { reason } from './protection';

const failedSignIns = z
  .strictObject({
    percent: z.int().min(1).max(99).describe('Percent that fail, above which the alarm goes off.'),
    ofAtLeast: z.int().min(1).describe('Sign-ins below which nothing is concluded: one failure of one is no attack.'),
  })
  .describe('Sign-ins through one client that fail, in five minutes (AWS/Cognito SignInSuccesses).');

const triggers = z
  .strictObject({
    errors: z
      .int()
      .min(1)
      .describe('Runs of one function that fail in five minutes, from which the alarm goes off; a refusal is one too.'),
    milliseconds: z
      .int()
      .min(500)
      .max(4999)
      .describe('Milliseconds that 99 of 100 runs may take, above which the alarm goes off. Cognito waits 5,000.'),
  })
  .describe('Functions that Cognito invokes (AWS/Lambda Errors and Duration).');

export const monitoring = z
  .discriminatedUnion('alarms', [
    z.strictObject({ alarms: z.literal('off').describe('Nobody is told; say why.'), reason }),
    z.strictObject({
      alarms: z
        .literal('on')
        .describe(
          'Alarms and a dashboard of CloudWatch; alarms go to a topic of SNS. What smsSender may spend, and functions ' +
            'that run on a schedule, are watched as well.',
        ),
      subscribers: z
        .array(z.email().describe('An address, which has to confirm.'))
        .min(1)
        .describe('Who is told by e-mail.'),
      failedSignIns,
      throttledRequests: z
        .int()
        .min(1)
        .describe(
          'Throttled requests of one kind (sign-ins, sign-ups, token refreshes, federation) through one client in five ' +
            'minutes, from which the alarm goes off (AWS/Cognito SignInThrottles and its kin).',
        ),
      triggers: triggers.optional(),
      riskEvents: z
        .int()
        .min(1)
        .optional()
        .describe(
          'Requests of one kind (sign-ins, sign-ups, password changes) in five minutes that threat protection finds ' +
            'risky, from which the alarm goes off (AWS/Cognito Risk).',
        ),
    }),
  ])
  .describe('Who is told when something goes wrong (AWS::CloudWatch::Alarm, AWS::CloudWatch::Dashboard).');
