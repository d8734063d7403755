import { textMessageRules } from '../../../lib/environments/rules/text-messages';
import { client, type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

/** A draft whose users have telephone numbers, in a Region. */
function withTelephones(region: string, change: (environment: Draft) => void): Draft {
  return draft((e) => {
    e.region = region;
    if (e.emailSender.kind === 'ses') e.emailSender.region = region;
    e.standardAttributes.phone_number = { required: false, mutable: true };
    change(e);
  });
}

/** One whose text messages go through the SNS of a Region. */
function sentFrom(region: string, snsRegion: string): Draft {
  return withTelephones(region, (e) => {
    e.smsSender = { kind: 'sns', region: snsRegion, monthlySpendLimitDollars: 100 };
    e.mfa = { mode: 'optional', factors: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] };
  });
}

const withoutSender: readonly (readonly [what: string, path: string, change: (environment: Draft) => void])[] = [
  ['a second factor', 'mfa.factors[0]', (e) => (e.mfa = { mode: 'optional', factors: ['SMS_MFA'] })],
  ['a verification', 'autoVerifiedAttributes[1]', (e) => (e.autoVerifiedAttributes = ['email', 'phone_number'])],
  [
    'a first factor',
    'signIn.firstFactors[1]',
    (e) => {
      e.signIn.firstFactors = ['PASSWORD', 'SMS_OTP'];
      client(e, 'web').authFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
    },
  ],
  [
    'a text of one’s own',
    'messages.invitation.smsMessage',
    (e) => (e.messages.invitation = { smsMessage: '{username} {####}' }),
  ],
];

testRules(textMessageRules, {
  broken: [
    ...withoutSender.map(([what, path, change]) => ({
      rule: 'text-message-needs-sender',
      what: `${what} to a telephone that nobody sends`,
      candidate: withTelephones('eu-west-1', change),
      path,
      instead: 'Make smsSender.kind "sns"',
    })),
    {
      rule: 'sns-region',
      what: 'a Region that Cognito does not send text messages from',
      candidate: sentFrom('eu-west-1', 'us-east-1'),
      path: 'smsSender.region',
      instead: 'Write "eu-west-1"',
    },
    {
      rule: 'sns-region',
      what: 'the own Region of a user pool in Seoul, which sends through Tokyo',
      candidate: sentFrom('ap-northeast-2', 'ap-northeast-2'),
      path: 'smsSender.region',
      instead: 'Write "ap-northeast-1"',
    },
  ],
  fine: [
    ['the Region of the user pool', sentFrom('eu-central-1', 'eu-central-1')],
    ['the older Region that stands for it', sentFrom('eu-central-1', 'eu-west-1')],
    ['Tokyo for a user pool in Seoul', sentFrom('ap-northeast-2', 'ap-northeast-1')],
  ],
});

test('recovery by telephone needs a sender of text messages too', () => {
  const candidate = withTelephones('eu-west-1', (e) => {
    e.autoVerifiedAttributes = ['email', 'phone_number'];
    e.accountRecovery = ['verified_email', 'verified_phone_number'];
  });
  const [rule] = textMessageRules;
  expect(
    rule?.check(candidate, { today: '2027-01-15', earlierNames: [], earlierHosts: [] }).map(({ path }) => path),
  ).toEqual([
    ['autoVerifiedAttributes', 1],
    ['accountRecovery', 1],
  ]);
});
