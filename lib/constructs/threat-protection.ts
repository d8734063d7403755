import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnUserPoolRiskConfigurationAttachment } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ReasonsMetadata } from '../template/metadata';
import { requireSes, sesArn } from './email-configuration';

type RiskConfiguration = Extract<Environment['threatProtection'], { readonly mode: 'audit' }>['riskConfiguration'];
type AccountTakeover = RiskConfiguration['accountTakeover'];
type Level = AccountTakeover['low'];

export interface ThreatProtectionProps {
  readonly userPoolId: string;
  readonly riskConfiguration: RiskConfiguration;
  readonly emailSender: Environment['emailSender'];
}

/**
 * What follows from what threat protection finds, for every client alike: a client with a risk configuration of its own
 * would no longer have this one. It goes when threat protection is switched off, and holds nothing that could be lost.
 */
export class ThreatProtection extends Construct {
  constructor(scope: Construct, id: string, { userPoolId, riskConfiguration, emailSender }: ThreatProtectionProps) {
    super(scope, id);
    const { compromisedCredentials, accountTakeover, ipAddresses } = riskConfiguration;
    const attachment = new CfnUserPoolRiskConfigurationAttachment(this, 'Resource', {
      userPoolId,
      clientId: 'ALL',
      compromisedCredentialsRiskConfiguration: {
        actions: { eventAction: compromisedCredentials.action },
        eventFilter: compromisedCredentials.events.toSorted(),
      },
      accountTakeoverRiskConfiguration: {
        actions: {
          lowAction: actionOf(accountTakeover.low),
          mediumAction: actionOf(accountTakeover.medium),
          highAction: actionOf(accountTakeover.high),
        },
        ...this.#notices(accountTakeover, emailSender),
      },
      riskExceptionConfiguration: {
        blockedIpRangeList: ipAddresses.blocked.toSorted(),
        skippedIpRangeList: ipAddresses.trusted.toSorted(),
      },
    });
    attachment.overrideLogicalId('RiskConfiguration');
    attachment.applyRemovalPolicy(RemovalPolicy.DESTROY);
    attachment.addMetadata(metadataKeys.reasons, reasons(accountTakeover));
  }

  /** The address alone: what of a name in front of it the service takes here is not documented. */
  #notices({ notification }: AccountTakeover, emailSender: Environment['emailSender']) {
    if (!notification.send) return {};
    const sender = requireSes(emailSender);
    return {
      notifyConfiguration: {
        from: sender.fromAddress,
        replyTo: sender.replyToAddress,
        sourceArn: sesArn(this, sender, 'identity', sender.verifiedIdentity),
        noActionEmail: notification.noActionEmail,
        mfaEmail: notification.mfaEmail,
        blockEmail: notification.blockEmail,
      },
    } satisfies Partial<CfnUserPoolRiskConfigurationAttachment.AccountTakeoverRiskConfigurationTypeProperty>;
  }
}

function actionOf({ action, notify }: Level): CfnUserPoolRiskConfigurationAttachment.AccountTakeoverActionTypeProperty {
  return { eventAction: action, notify };
}

function reasons({ notification }: AccountTakeover): ReasonsMetadata {
  return notification.send ? {} : { 'AccountTakeoverRiskConfiguration.NotifyConfiguration': notification.reason };
}
