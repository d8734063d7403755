import * as member from './members';
import { boolean, list, oneOf, required, string, structure } from './shape';

/** The blocks of SetRiskConfiguration, with the constraints of the service's model. */
const body = string({ min: 6, max: 20_000, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]+' });
const email = structure({
  HtmlBody: body,
  Subject: required(string({ min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' })),
  TextBody: body,
});
const action = structure({
  EventAction: required(oneOf('BLOCK', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'NO_ACTION')),
  Notify: required(boolean()),
});
const addresses = list(member.text, { max: 200 });

export const riskConfigurationMembers = {
  AccountTakeoverRiskConfiguration: structure({
    Actions: required(structure({ HighAction: action, LowAction: action, MediumAction: action })),
    NotifyConfiguration: structure({
      BlockEmail: email,
      From: member.text,
      MfaEmail: email,
      NoActionEmail: email,
      ReplyTo: member.text,
      SourceArn: required(member.arn),
    }),
  }),
  CompromisedCredentialsRiskConfiguration: structure({
    Actions: required(structure({ EventAction: required(oneOf('BLOCK', 'NO_ACTION')) })),
    EventFilter: list(oneOf('SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP')),
  }),
  RiskExceptionConfiguration: structure({ BlockedIPRangeList: addresses, SkippedIPRangeList: addresses }),
} as const;
