import type { Environment } from '../environment';
import type { Path } from '../problem';
import { smsSenders } from '../senders';
import { codeUses } from './code-destinations';
import { defineRule, type Rule } from './rule';

/** The Region that stands for that of a user pool at SNS; the user pools of Seoul have no other. */
const alternativeRegions: Readonly<Record<string, string>> = {
  'ap-northeast-2': 'ap-northeast-1',
  'ap-south-1': 'ap-southeast-1',
  'ca-central-1': 'us-east-1',
  'eu-central-1': 'eu-west-1',
  'eu-west-2': 'eu-west-1',
  'us-east-2': 'us-east-1',
};

const withoutTheirOwn = ['ap-northeast-2'];

function snsRegions(poolRegion: string): readonly string[] {
  const alternative = alternativeRegions[poolRegion];
  return [
    ...(withoutTheirOwn.includes(poolRegion) ? [] : [poolRegion]),
    ...(alternative === undefined ? [] : [alternative]),
  ];
}

/** Texts for telephones, with where they are declared. */
function smsTexts({ verification, invitation, mfa }: Environment['messages']): readonly Path[] {
  const texts = { verification, invitation, mfa };
  return Object.entries(texts).flatMap(([name, text]) =>
    text?.smsMessage === undefined ? [] : [['messages', name, 'smsMessage']],
  );
}

/** Who sends text messages, and from where. */
export const textMessageRules: readonly Rule[] = [
  defineRule({
    id: 'text-message-needs-sender',
    what: 'What goes to a telephone has a sender of text messages.',
    source: 'Cognito Developer Guide, SMS message settings: the service refuses it without SmsConfiguration.',
    covers: ['deploy-16', 'deploy-22'],
    reads: ['signIn', 'autoVerifiedAttributes', 'accountRecovery', 'mfa', 'messages', 'smsSender'],
    check: ({ smsSender, messages, ...lists }) => {
      if (smsSender.kind !== 'none') return [];
      const uses = codeUses(lists).filter(({ address }) => address === 'phone_number');
      return [
        ...uses.map(({ path, value }) => ({ path, got: value })),
        ...smsTexts(messages).map((path) => ({ path, got: 'a text' })),
      ].map((finding) => ({
        ...finding,
        allowed: 'nothing that goes to a telephone beside smsSender.kind "none"',
        instead: 'Make smsSender.kind "sns", or remove this.',
      }));
    },
  }),
  defineRule({
    id: 'sns-region',
    what: 'Text messages are sent from a Region that Cognito calls SNS in.',
    source: 'Cognito Developer Guide, SMS message settings: the Region of the user pool, or its legacy alternate one.',
    covers: ['deploy-23'],
    reads: ['smsSender', 'region', 'replicas'],
    check: (declared) =>
      smsSenders(declared).flatMap(({ path, poolRegion, sender }) => {
        const allowed = snsRegions(poolRegion);
        if (sender.kind === 'none' || allowed.includes(sender.region)) return [];
        return [
          {
            path: [...path, 'region'],
            got: sender.region,
            allowed: `${allowed.join(' or ')}, for a user pool in ${poolRegion}`,
            instead: `Write "${allowed[0] ?? poolRegion}".`,
          },
        ];
      }),
  }),
];
