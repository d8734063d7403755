import type { DomainSettings } from '../../state/domains';
import { domainNameProblem } from '../../state/domains';
import { domainText } from '../../wire/domain-members';
import { domainBeyondPlan } from '../feature-plan';
import { brief } from '../findings';
import type { PropertyTable } from '../property-table';
import { enforced, integer, noEffect, notSimulated, text } from '../property-table';
import { constrained } from './constrained';
import type { Part } from './part';
import { beyondPlan, demand, ofPool } from './part';

const shown = 'DescribeUserPoolDomain shows it.';

/** AWS::Cognito::UserPoolDomain. Sources: template reference; SDK model of cognito-idp. */
const properties = {
  ...ofPool,
  Domain: enforced(
    constrained(domainText),
    'The name, which no other pool of the Region has; a pool with one is not deleted. Managed login is for pools with one, and answers at the address of the pool.',
  ),
  'CustomDomainConfig.CertificateArn': noEffect(`With it the domain is a custom one. ${shown}`, text(undefined)),
  'CustomDomainConfig.SecurityPolicy': noEffect(shown, text(undefined)),
  ManagedLoginVersion: enforced(integer(1, 2, 1), 'Which pages it has; the second needs Essentials.'),
  'Routing.Failover.PrimaryRoute53HealthCheckId': notSimulated('multiRegion', text(undefined)),
  'Routing.Failover.SecondaryRegion': notSimulated('multiRegion', text(undefined)),
} as const satisfies PropertyTable;

export const userPoolDomain: Part<typeof properties, DomainSettings> = {
  properties,
  feature: undefined,
  read(read, { featurePlan }, findings) {
    if (!demand(['Domain'], read, findings)) return undefined;
    const isCustom = read.at('CustomDomainConfig') !== undefined;
    const custom = {
      certificateArn: read.text('CustomDomainConfig.CertificateArn'),
      securityPolicy: read.text('CustomDomainConfig.SecurityPolicy'),
    };
    const domain = {
      name: read.text('Domain') ?? '',
      custom: isCustom ? custom : undefined,
      managedLoginVersion: read.integer('ManagedLoginVersion'),
    };
    const words = domainNameProblem(domain);
    if (words !== undefined) {
      const nextStep = 'Choose another name: the service refuses this one.';
      findings.stop(read.logicalId, 'Domain', { got: brief(domain.name), expected: words, nextStep, words });
    }
    beyondPlan('ManagedLoginVersion', domainBeyondPlan(featurePlan, domain.managedLoginVersion), read, findings);
    return domain;
  },
};
