import { environment } from '../../../lib/environments/environment';
import { customSenderRules } from '../../../lib/environments/rules/custom-senders';
import { client, type Draft, draft, off } from '../draft';
import { threats } from '../threats';
import { testRules } from './rule-rows';

/** A draft in which functions send everything. */
function sending(change: (environment: Draft) => void = () => undefined): Draft {
  return draft((e) => {
    e.smsSender = { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 };
    e.triggers.customEmailSender = { productName: 'Example' };
    e.triggers.customSmsSender = { productName: 'Example' };
    delete e.triggers.customMessage;
    change(e);
  });
}

const notice = { subject: 'A sign-in', textBody: 'Was it you?', htmlBody: '<p>Was it you?</p>' };

/** Threat protection that tells users, or does not. */
function threatsThat(send: boolean): Draft['threatProtection'] {
  const { riskConfiguration } = threats;
  const notification = send
    ? { send, noActionEmail: notice, mfaEmail: notice, blockEmail: notice }
    : { send, reason: off.reason };
  return environment.shape.threatProtection.parse({
    ...threats,
    mode: 'enforced',
    riskConfiguration: {
      ...riskConfiguration,
      accountTakeover: { ...riskConfiguration.accountTakeover, notification },
    },
  });
}

testRules(customSenderRules, {
  broken: [
    {
      rule: 'custom-email-sender-needs-ses',
      what: 'a function that sends e-mail by nobody',
      candidate: sending((e) => (e.emailSender = { kind: 'built-in' })),
      path: 'triggers.customEmailSender',
      instead: 'Make emailSender.kind "ses"',
    },
    {
      rule: 'custom-sms-sender-needs-sender',
      what: 'a function that sends text messages by nobody',
      candidate: sending((e) => (e.smsSender = { kind: 'none' })),
      path: 'triggers.customSmsSender',
      instead: 'Make smsSender.kind "sns"',
    },
    {
      rule: 'custom-message-beside-senders',
      what: 'a function that writes messages which nobody sends',
      candidate: sending((e) => (e.triggers.customMessage = { productName: 'Example' })),
      path: 'triggers.customMessage',
      instead: 'Remove it',
    },
    {
      rule: 'custom-message-beside-senders',
      what: 'the same where there are no text messages',
      candidate: sending((e) => {
        e.smsSender = { kind: 'none' };
        delete e.triggers.customSmsSender;
        e.triggers.customMessage = { productName: 'Example' };
      }),
      path: 'triggers.customMessage',
      instead: 'Remove it',
    },
    {
      rule: 'risk-notice-beside-sender',
      what: 'notices that the function leaves out',
      candidate: sending((e) => Object.assign(e, { featurePlan: 'PLUS', threatProtection: threatsThat(true) })),
      path: 'threatProtection.riskConfiguration.accountTakeover.notification.send',
      instead: 'Write { send: false, reason }',
    },
    {
      rule: 'sent-message-needs-locale',
      what: 'texts by language without a language',
      candidate: sending((e) => {
        delete e.standardAttributes.locale;
        for (const name of Object.keys(e.clients)) {
          const each = client(e, name);
          each.readAttributes = each.readAttributes.filter((attribute) => attribute !== 'locale');
          each.writeAttributes = each.writeAttributes.filter((attribute) => attribute !== 'locale');
        }
      }),
      path: 'standardAttributes.locale',
      instead: 'Add locale',
    },
  ],
  fine: [
    ['functions that send everything', sending()],
    [
      'a function that writes text messages beside one that sends e-mail',
      sending((e) => {
        delete e.triggers.customSmsSender;
        e.triggers.customMessage = { productName: 'Example' };
      }),
    ],
    [
      'risky sign-ins of which nobody is told',
      sending((e) => Object.assign(e, { featurePlan: 'PLUS', threatProtection: threatsThat(false) })),
    ],
  ],
});
