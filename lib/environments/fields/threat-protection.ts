import { z } from 'zod';
import { reason } from './protection';

const accountTakeoverAction = z
  .strictObject({
    action: z
      .enum(['NO_ACTION', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'BLOCK'])
      .describe(
        'What follows (EventAction). MFA_IF_CONFIGURED asks for a second factor where the user has one; MFA_REQUIRED ' +
          'blocks those who have none.',
      ),
    notify: z.boolean().describe('Whether the user is told by e-mail.'),
  })
  .describe('What follows from a sign-in of this risk.');

/** What Cognito takes in an e-mail (NotifyEmailType): letters, marks, symbols, numbers, punctuation and white space. */
const body = z
  .string()
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]*$/u)
  .min(6)
  .max(20_000);

/** The same on one line. */
const subject = z
  .string()
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Zs}]*$/u)
  .min(1)
  .max(140);

const notificationText = z
  .strictObject({
    subject: subject.describe('The subject.'),
    textBody: body.describe('The plain text.'),
    htmlBody: body.describe('The same as HTML.'),
  })
  .describe(
    'One e-mail about a risky sign-in; Cognito fills in {ip-address}, {city}, {country}, {login-time}, {device-name}, ' +
      '{one-click-link-valid} and {one-click-link-invalid}.',
  );

const notification = z
  .discriminatedUnion('send', [
    z.strictObject({ send: z.literal(false).describe('No e-mail is sent about a risky sign-in; say why.'), reason }),
    z.strictObject({
      send: z.literal(true).describe('Users are told by e-mail, from the SES sender of the environment.'),
      noActionEmail: notificationText.describe('When nothing was done.'),
      mfaEmail: notificationText.describe('When a second factor was asked for.'),
      blockEmail: notificationText.describe('When the sign-in was blocked.'),
    }),
  ])
  .describe('What users are told (NotifyConfiguration).');

const cidr = z.union([z.cidrv4(), z.cidrv6()]).describe('A range of addresses in CIDR notation.');

const customAuthentication = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('enforced').describe('What riskConfiguration says of accountTakeover is done.'),
    }),
    z.strictObject({ mode: z.literal('audit').describe('Risk is recorded, and nothing is done about it.') }),
    z.strictObject({ mode: z.literal('off').describe('No risk is looked at; say why.'), reason }),
  ])
  .describe(
    'The same for sign-ins by CUSTOM_AUTH (AdvancedSecurityAdditionalFlows.CustomAuthMode), whatever the other mode is.',
  );

const everyMode = {
  customAuthentication,
  riskConfiguration: z
    .strictObject({
      compromisedCredentials: z
        .strictObject({
          action: z.enum(['BLOCK', 'NO_ACTION']).describe('What happens with a password that is known to be stolen.'),
          events: z
            .array(z.enum(['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP']))
            .min(1)
            .describe(
              'When passwords are looked at (EventFilter); at SIGN_IN only those that Cognito sees: not with SRP.',
            ),
        })
        .describe('Passwords found in leaks elsewhere.'),
      accountTakeover: z
        .strictObject({
          low: accountTakeoverAction,
          medium: accountTakeoverAction,
          high: accountTakeoverAction,
          notification,
        })
        .describe('Sign-ins that look like those of somebody else.'),
      ipAddresses: z
        .strictObject({
          blocked: z.array(cidr).max(200).describe('From where nobody signs in (BlockedIPRangeList).'),
          trusted: z.array(cidr).max(200).describe('From where no risk is looked at (SkippedIPRangeList).'),
        })
        .describe('Addresses that are decided on beforehand.'),
    })
    .describe(
      'What follows from what is found (AWS::Cognito::UserPoolRiskConfigurationAttachment, for all clients); in audit ' +
        'it is what would follow.',
    ),
};

export const threatProtection = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('enforced').describe('What riskConfiguration says is done.'),
      ...everyMode,
    }),
    z.strictObject({
      mode: z.literal('audit').describe('Risk is recorded, and nothing is done about it.'),
      ...everyMode,
    }),
    z.strictObject({ mode: z.literal('off').describe('No risk is looked at; say why.'), reason }),
  ])
  .describe('Threat protection (UserPoolAddOns.AdvancedSecurityMode); needs the plan PLUS.');
