import type { RiskBlocks } from '../../state/stored-configuration';
import { InvalidParameterException } from '../../wire/exceptions';
import { riskConfigurationMembers } from '../../wire/risk-configuration-members';
import { readInput } from '../../wire/shape';
import type { Findings } from '../findings';
import type { PropertyTable } from '../property-table';
import { boolean, choice, enforced, noEffect, taken, text, texts } from '../property-table';
import { readClientKey } from './client-key';
import type { Part } from './part';
import { demand, ofPool } from './part';

/** What threat protection would do for one client, or for all. */
interface DeclaredRisk {
  readonly clientKey: string;
  readonly blocks: RiskBlocks;
}

const shown = 'Threat protection would use it; DescribeRiskConfiguration shows it.';
const actions = choice({ BLOCK: taken, MFA_IF_CONFIGURED: taken, MFA_REQUIRED: taken, NO_ACTION: taken }, undefined);
const shownText = noEffect(shown, text(undefined));

/** AWS::Cognito::UserPoolRiskConfigurationAttachment. Sources: template reference; SDK model of cognito-idp. */
const properties = {
  ...ofPool,
  ClientId: enforced(text(undefined), 'An app client of the pool, or ALL.'),
  'AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction': noEffect(shown, actions),
  'AccountTakeoverRiskConfiguration.Actions.LowAction.Notify': noEffect(shown, boolean(false)),
  'AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction': noEffect(shown, actions),
  'AccountTakeoverRiskConfiguration.Actions.MediumAction.Notify': noEffect(shown, boolean(false)),
  'AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction': noEffect(shown, actions),
  'AccountTakeoverRiskConfiguration.Actions.HighAction.Notify': noEffect(shown, boolean(false)),
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.HtmlBody': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.Subject': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.TextBody': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.MfaEmail.HtmlBody': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.MfaEmail.Subject': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.MfaEmail.TextBody': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.NoActionEmail.HtmlBody': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.NoActionEmail.Subject': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.NoActionEmail.TextBody': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.From': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.ReplyTo': shownText,
  'AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn': shownText,
  'CompromisedCredentialsRiskConfiguration.Actions.EventAction': noEffect(
    shown,
    choice({ BLOCK: taken, NO_ACTION: taken }, undefined),
  ),
  'CompromisedCredentialsRiskConfiguration.EventFilter[]': noEffect(shown, texts(undefined)),
  'RiskExceptionConfiguration.BlockedIPRangeList[]': noEffect(shown, texts(undefined)),
  'RiskExceptionConfiguration.SkippedIPRangeList[]': noEffect(shown, texts(undefined)),
} as const satisfies PropertyTable;

export const riskConfiguration: Part<typeof properties, DeclaredRisk> = {
  properties,
  feature: 'threatProtection',
  read(read, pool, findings) {
    if (!demand(['ClientId'], read, findings)) return undefined;
    const clientKey = readClientKey(read.text('ClientId'), read, pool, findings);
    const { UserPoolId, ClientId, ...blocks } = read.known();
    // A constraint cannot be held against what is known only after deployment.
    if (read.isKnown()) checkBlocks(blocks, read, findings);
    return clientKey === undefined ? undefined : { clientKey, blocks };
  },
};

/** The constraints of SetRiskConfiguration, with which CloudFormation sends the blocks. */
function checkBlocks(blocks: object, { logicalId }: { readonly logicalId: string }, findings: Findings): void {
  try {
    readInput(riskConfigurationMembers, blocks);
  } catch (error) {
    if (!(error instanceof InvalidParameterException)) throw error;
    const nextStep = 'Correct it: the service refuses it.';
    findings.stop(logicalId, '', { got: error.message, expected: 'what SetRiskConfiguration takes', nextStep });
  }
}
