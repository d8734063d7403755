import { defineRule, type Rule } from './rule';

/** Triggers that write to users in the language of their locale. */
const writers = ['customEmailSender', 'customSmsSender', 'customAuthentication'] as const;

/** Functions that send messages in the place of Cognito. */
export const customSenderRules: readonly Rule[] = [
  defineRule({
    id: 'custom-email-sender-needs-ses',
    what: 'The custom e-mail sender needs the SES sender.',
    source: 'The function sends by the SES identity of the environment; the built-in sender is of Cognito alone.',
    reads: ['triggers', 'emailSender'],
    check: ({ triggers, emailSender }) =>
      triggers.customEmailSender !== undefined && emailSender.kind === 'built-in'
        ? [
            {
              path: ['triggers', 'customEmailSender'],
              got: triggers.customEmailSender,
              allowed: 'no customEmailSender beside emailSender.kind "built-in"',
              instead: 'Make emailSender.kind "ses", or remove triggers.customEmailSender.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'custom-sms-sender-needs-sender',
    what: 'The custom SMS sender needs a sender of text messages.',
    source:
      'Cognito asks for SmsConfiguration where it may have to send text messages; no page says that a trigger will do.',
    covers: ['deploy-22'],
    reads: ['triggers', 'smsSender'],
    check: ({ triggers, smsSender }) =>
      triggers.customSmsSender !== undefined && smsSender.kind === 'none'
        ? [
            {
              path: ['triggers', 'customSmsSender'],
              got: triggers.customSmsSender,
              allowed: 'no customSmsSender beside smsSender.kind "none"',
              instead: 'Make smsSender.kind "sns", or remove triggers.customSmsSender.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'custom-message-beside-senders',
    what: 'Where functions send every message, no other function writes them.',
    source: 'Cognito Developer Guide, custom sender triggers: a sender gets the code and writes the message itself.',
    reads: ['triggers', 'smsSender'],
    check: ({ triggers: { customMessage, customEmailSender, customSmsSender }, smsSender }) =>
      customMessage !== undefined &&
      customEmailSender !== undefined &&
      (customSmsSender !== undefined || smsSender.kind === 'none')
        ? [
            {
              path: ['triggers', 'customMessage'],
              got: customMessage,
              allowed: 'no customMessage where custom senders send everything',
              instead: 'Remove it: the senders have the same texts.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'risk-notice-beside-sender',
    what: 'The custom e-mail sender and notices of risky sign-ins exclude each other.',
    source:
      'Cognito hands the notices to the sender as well (CustomEmailSender_AccountTakeOverNotification), without texts.',
    reads: ['triggers', 'threatProtection'],
    check: ({ triggers: { customEmailSender }, threatProtection }) =>
      customEmailSender !== undefined &&
      threatProtection.mode !== 'off' &&
      threatProtection.riskConfiguration.accountTakeover.notification.send
        ? [
            {
              path: ['threatProtection', 'riskConfiguration', 'accountTakeover', 'notification', 'send'],
              got: true,
              allowed: 'false beside triggers.customEmailSender, which has no text for notices',
              instead: 'Write { send: false, reason }, or remove triggers.customEmailSender.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'sent-message-needs-locale',
    what: 'Functions that send messages need the standard attribute locale.',
    source: 'They choose the language by it; without it everybody gets English.',
    reads: ['triggers', 'standardAttributes'],
    check: ({ triggers, standardAttributes }) => {
      const on = writers.filter((name) => triggers[name] !== undefined);
      if (on.length === 0 || standardAttributes.locale !== undefined) return [];
      return [
        {
          path: ['standardAttributes', 'locale'],
          got: undefined,
          allowed: `locale declared beside ${on.map((name) => `triggers.${name}`).join(', ')}`,
          instead: 'Add locale: { required: false, mutable: true }.',
        },
      ];
    },
  }),
];
