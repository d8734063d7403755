import { z } from 'zod';
import { oneLine } from './one-line';
import { region } from './region';

export const emailSender = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('built-in').describe('The sender of Cognito: 50 messages a day, fixed texts.') }),
    z.strictObject({
      kind: z.literal('ses').describe('An identity of Amazon SES in this account.'),
      fromAddress: z.email().describe('Whom the messages come from.'),
      fromName: oneLine.max(64).describe('The name shown beside it, on one line.'),
      replyToAddress: z.email().describe('Where answers go.'),
      verifiedIdentity: z
        .string()
        .min(3)
        .describe('The SES identity, written exactly as it is verified: a domain or an address.'),
      region: region.describe('The Region of the SES identity.'),
      configurationSet: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,64}$/)
        .optional()
        .describe('A configuration set of SES, for bounces and metrics (ConfigurationSet).'),
    }),
  ])
  .describe('Who sends e-mail (EmailConfiguration).');

const snsRegion = region.describe(
  'The Region whose SNS sends (SnsRegion): that of the user pool, or the older one that stands for it.',
);

export const smsSender = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none').describe('No text message is ever sent.') }),
    z.strictObject({
      kind: z
        .literal('sns')
        .describe('Amazon SNS, by a role that only this account’s Cognito can assume, with an ExternalId.'),
      region: snsRegion,
      monthlySpendLimitDollars: z
        .int()
        .min(1)
        .describe(
          'What the account may spend in a month: an alarm tells at 80 percent of it. The quota is set in SNS.',
        ),
    }),
  ])
  .describe('Who sends text messages (SmsConfiguration).');

/** Who sends text messages for a copy of the user pool; what the account may spend is watched in the Region of the pool. */
export const replicaSmsSender = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none').describe('No text message is ever sent.') }),
    z.strictObject({
      kind: z.literal('sns').describe('Amazon SNS, by a role of the copy alone.'),
      region: snsRegion,
    }),
  ])
  .describe('Who sends text messages there (SmsConfiguration); as of smsSender.');
