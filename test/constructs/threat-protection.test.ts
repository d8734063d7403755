import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { metadataKeys } from '../../lib/template/metadata';
import { notices } from '../environments/threats';
import { propertiesOf, resourcesFor } from '../stacks/template-for';
import { watchedRange } from '../synthesis/watched-range';

const { watched, audited, 'paid-but-off': paidButOff } = watchedRange;
const modes = { audit: { mode: 'audit' }, enforced: { mode: 'enforced' } } as const;

function addOnsOf(threatProtection: Environment['threatProtection']): unknown {
  return propertiesOf({ ...watched, threatProtection }, 'UserPool')['UserPoolAddOns'];
}

describe('the user pool', () => {
  const { threatProtection } = watched;

  test.each([
    ['AUDIT', { ...threatProtection, ...modes.audit }],
    ['ENFORCED', { ...threatProtection, ...modes.enforced }],
  ] as const)('says that threat protection is %s, whatever custom authentication has', (mode, declared) => {
    expect(addOnsOf(declared)).toEqual({
      AdvancedSecurityMode: mode,
      AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' },
    });
    expect(addOnsOf({ ...declared, customAuthentication: modes.enforced })).toEqual({
      AdvancedSecurityMode: mode,
      AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' },
    });
  });

  test('leaves out custom authentication that is not looked at, and says why', () => {
    const { UserPool } = resourcesFor(audited);
    expect(UserPool?.Properties['UserPoolAddOns']).toEqual({ AdvancedSecurityMode: 'AUDIT' });
    expect(UserPool?.Metadata[metadataKeys.reasons]).toHaveProperty(
      ['UserPoolAddOns.AdvancedSecurityAdditionalFlows'],
      audited.threatProtection.customAuthentication.reason,
    );
  });

  test('on a plan that has threat protection says that it is off, and why', () => {
    const { UserPool, RiskConfiguration } = resourcesFor(paidButOff);
    expect(UserPool?.Properties['UserPoolAddOns']).toEqual({ AdvancedSecurityMode: 'OFF' });
    expect(UserPool?.Metadata[metadataKeys.reasons]).toHaveProperty(
      'UserPoolAddOns',
      paidButOff.threatProtection.reason,
    );
    expect(RiskConfiguration).toBeUndefined();
  });
});

describe('the risk configuration', () => {
  test('is for every client, with every action and list written out', () => {
    const properties = propertiesOf(watched, 'RiskConfiguration');
    expect(properties).toMatchObject({
      UserPoolId: { Ref: 'UserPool' },
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: {
        Actions: { EventAction: 'BLOCK' },
        EventFilter: ['PASSWORD_CHANGE', 'SIGN_IN', 'SIGN_UP'],
      },
      AccountTakeoverRiskConfiguration: {
        Actions: {
          LowAction: { EventAction: 'NO_ACTION', Notify: false },
          MediumAction: { EventAction: 'MFA_REQUIRED', Notify: true },
          HighAction: { EventAction: 'BLOCK', Notify: true },
        },
      },
      RiskExceptionConfiguration: {
        BlockedIPRangeList: ['192.0.2.0/24', '203.0.113.0/24'],
        SkippedIPRangeList: ['2001:db8::/32'],
      },
    });
    expect(propertiesOf(audited, 'RiskConfiguration')['RiskExceptionConfiguration']).toEqual({
      BlockedIPRangeList: [],
      SkippedIPRangeList: [],
    });
  });

  test('tells users from the SES identity of the environment', () => {
    const email = ({ subject, textBody, htmlBody }: typeof notices.mfaEmail) => ({
      Subject: subject,
      TextBody: textBody,
      HtmlBody: htmlBody,
    });
    expect(propertiesOf(watched, 'RiskConfiguration')).toHaveProperty(
      'AccountTakeoverRiskConfiguration.NotifyConfiguration',
      {
        From: 'no-reply@example.com',
        ReplyTo: 'support@example.com',
        SourceArn: 'arn:aws:ses:eu-west-1:111122223333:identity/example.com',
        NoActionEmail: email(notices.noActionEmail),
        MfaEmail: email(notices.mfaEmail),
        BlockEmail: email(notices.blockEmail),
      },
    );
  });

  test('that tells users nothing has no sender, and says why', () => {
    const { RiskConfiguration } = resourcesFor(audited);
    expect(RiskConfiguration?.Properties).not.toHaveProperty('AccountTakeoverRiskConfiguration.NotifyConfiguration');
    expect(RiskConfiguration?.Metadata[metadataKeys.reasons]).toEqual({
      'AccountTakeoverRiskConfiguration.NotifyConfiguration':
        audited.threatProtection.riskConfiguration.accountTakeover.notification.reason,
    });
  });

  test('is there with threat protection only, and goes with it', () => {
    expect(resourcesFor(dev)['RiskConfiguration']).toBeUndefined();
    const kept: Environment = { ...watched, removal: { deletionProtection: { enabled: true }, policy: 'retain' } };
    expect(resourcesFor(kept)['RiskConfiguration']).toMatchObject({
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    });
  });

  test('is the same in whatever order events and addresses are listed', () => {
    const { riskConfiguration } = watched.threatProtection;
    const { compromisedCredentials, ipAddresses } = riskConfiguration;
    const turned: Environment = {
      ...watched,
      threatProtection: {
        ...watched.threatProtection,
        riskConfiguration: {
          ...riskConfiguration,
          compromisedCredentials: { ...compromisedCredentials, events: compromisedCredentials.events.toReversed() },
          ipAddresses: { ...ipAddresses, blocked: ipAddresses.blocked.toReversed() },
        },
      },
    };
    expect(resourcesFor(turned)).toEqual(resourcesFor(watched));
  });
});
