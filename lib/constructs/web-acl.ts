import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { DeliveredLog, nameOfThisStack } from './delivered-log';

type Declared = Extract<Environment['webAcl'], { readonly use: 'on' }>;

export interface WebAclProps {
  /** The name of the user pool: the web ACL and its metrics have it too. */
  readonly name: string;
  readonly userPoolArn: string;
  readonly webAcl: Declared;
  /** That of the user pool, for the log group. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * What is in no log, sample or detail of a match: the credentials of a client with a secret, access tokens, the session of
 * the pages, and what a query or a body carries (state, codes, login hints, tokens). Redacted fields of the logging
 * configuration would leave samples and details as they are.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_DataProtectionConfig.html
 */
const dataProtections: readonly CfnWebACL.DataProtectProperty[] = [
  { fieldType: 'SINGLE_HEADER', fieldKeys: ['authorization', 'cookie'] },
  { fieldType: 'SINGLE_COOKIE' },
  { fieldType: 'SINGLE_QUERY_ARGUMENT' },
  { fieldType: 'QUERY_STRING' },
  { fieldType: 'BODY' },
].map((field) => ({
  field,
  action: 'SUBSTITUTION',
  excludeRateBasedDetails: false,
  excludeRuleMatchDetails: false,
}));

/**
 * The web ACL in front of a user pool: what no rule blocks passes. It is deleted when it leaves the declaration, with its
 * association, whatever the removal policy of the pool: one that stayed behind would block requests unseen. Its log
 * stays with the pool.
 */
export class WebAcl extends Construct {
  /** How CloudWatch calls it (dimension WebACL). */
  readonly metricName: string;

  constructor(scope: Construct, id: string, { name, userPoolArn, webAcl, removalPolicy }: WebAclProps) {
    super(scope, id);
    this.metricName = name;
    const acl = new CfnWebACL(this, 'Resource', {
      name,
      description: `Before the user pool ${name}.`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: [rateRule(name, webAcl), ...managedRules(name, webAcl)],
      visibilityConfig: visibility(name),
      dataProtectionConfig: { dataProtections: [...dataProtections] },
    });
    acl.overrideLogicalId('WebAcl');
    acl.applyRemovalPolicy(RemovalPolicy.DESTROY);
    const association = new CfnWebACLAssociation(this, 'Association', {
      resourceArn: userPoolArn,
      webAclArn: acl.attrArn,
    });
    association.overrideLogicalId('WebAclAssociation');
    association.applyRemovalPolicy(RemovalPolicy.DESTROY);
    const log = new DeliveredLog(this, 'Log', {
      logicalId: 'WebAclLog',
      logGroupName: `aws-waf-logs-${nameOfThisStack(this, name)}`,
      retentionDays: webAcl.logRetentionDays,
      removalPolicy,
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [log.arn],
    });
    logging.overrideLogicalId('WebAclLogging');
    logging.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

function rateRule(name: string, { requestsPerAddress }: Declared): CfnWebACL.RuleProperty {
  return {
    name: 'requests-per-address',
    priority: 0,
    action: { block: {} },
    statement: {
      rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress, evaluationWindowSec: 300 },
    },
    visibilityConfig: visibility(`${name}-requests-per-address`),
  };
}

/** In the version that AWS makes the default one, which changes without a deployment: it knows the latest attacks. */
function managedRules(metricPrefix: string, { managedRuleGroups }: Declared): readonly CfnWebACL.RuleProperty[] {
  return managedRuleGroups.map(({ name, countedRules }, index) => ({
    name,
    priority: index + 1,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        // Left out where it is empty: the API wants one entry at least.
        ...(countedRules.length > 0 && { ruleActionOverrides: countedRules.toSorted().map(counting) }),
      },
    },
    visibilityConfig: visibility(`${metricPrefix}-${name}`),
  }));
}

function counting(rule: string): CfnWebACL.RuleActionOverrideProperty {
  return { name: rule, actionToUse: { count: {} } };
}
