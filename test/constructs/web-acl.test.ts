import type { Environment } from '../../lib/environments/environment';
import { dev } from '../environments/plain';
import { metadataKeys } from '../../lib/template/metadata';
import { propertiesOf, resourcesFor, templateFor } from '../stacks/template-for';
import { watchedRange } from '../synthesis/watched-range';

interface WafRule {
  readonly Name: string;
  readonly Priority: number;
  readonly Statement: Readonly<Record<string, unknown>>;
  readonly VisibilityConfig: object;
}

const { watched } = watchedRange;
const kept: Environment = { ...watched, removal: { deletionProtection: { enabled: true }, policy: 'retain' } };

const rulesOf = (environment: Environment) => propertiesOf(environment, 'WebAcl')['Rules'] as readonly WafRule[];

/** The first letters of the id of the stack. */
const letters = {
  'Fn::Select': [0, { 'Fn::Split': ['-', { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }] }],
};

describe('the web ACL', () => {
  test('lets pass what no rule blocks, and stands before the user pool', () => {
    expect(propertiesOf(watched, 'WebAcl')).toMatchObject({
      Name: 'userpool-watched',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
    });
    expect(propertiesOf(watched, 'WebAclAssociation')).toEqual({
      ResourceArn: { 'Fn::GetAtt': ['UserPool', 'Arn'] },
      WebACLArn: { 'Fn::GetAtt': ['WebAcl', 'Arn'] },
    });
  });

  test('blocks an address above its rate before it looks at anything else', () => {
    expect(rulesOf(watched)[0]).toMatchObject({
      Name: 'requests-per-address',
      Priority: 0,
      Action: { Block: {} },
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 500, EvaluationWindowSec: 300 } },
    });
  });

  test('has the managed rule groups in the declared order, with the rules that only count', () => {
    const [, ...groups] = rulesOf(watched);
    expect(groups.map(({ Priority, Statement }) => [Priority, Statement])).toEqual([
      [1, { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesAmazonIpReputationList' } }],
      [
        2,
        {
          ManagedRuleGroupStatement: {
            VendorName: 'AWS',
            Name: 'AWSManagedRulesCommonRuleSet',
            RuleActionOverrides: [
              { Name: 'EC2MetaDataSSRF_QUERYARGUMENTS', ActionToUse: { Count: {} } },
              { Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } },
            ],
          },
        },
      ],
    ]);
    for (const group of groups) expect(group).toHaveProperty('OverrideAction', { None: {} });
  });

  test('gives each of its rules a metric of its own', () => {
    const metrics = rulesOf(watched).map(({ VisibilityConfig }) => VisibilityConfig);
    expect(metrics).toEqual(
      ['requests-per-address', 'AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet'].map((rule) => ({
        MetricName: `userpool-watched-${rule}`,
        CloudWatchMetricsEnabled: true,
        SampledRequestsEnabled: true,
      })),
    );
  });

  test('shows no credentials, cookies, queries and bodies, in samples and details of a match neither', () => {
    const { DataProtections } = propertiesOf(watched, 'WebAcl')['DataProtectionConfig'] as {
      readonly DataProtections: readonly { readonly Field: object }[];
    };
    expect(DataProtections.map(({ Field }) => Field)).toEqual([
      { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie'] },
      { FieldType: 'SINGLE_COOKIE' },
      { FieldType: 'SINGLE_QUERY_ARGUMENT' },
      { FieldType: 'QUERY_STRING' },
      { FieldType: 'BODY' },
    ]);
    for (const protection of DataProtections) {
      expect(protection).toMatchObject({
        Action: 'SUBSTITUTION',
        ExcludeRateBasedDetails: false,
        ExcludeRuleMatchDetails: false,
      });
    }
  });

  test('writes to a log group that AWS WAF takes by its name, and that no other stack has', () => {
    expect(propertiesOf(watched, 'WebAclLog')).toMatchObject({
      LogGroupName: { 'Fn::Join': ['', ['aws-waf-logs-userpool-watched-', letters]] },
      RetentionInDays: 90,
    });
    expect(propertiesOf(watched, 'WebAclLog')).not.toHaveProperty('KmsKeyId');
    expect(propertiesOf(watched, 'WebAclLogging')).toEqual({
      ResourceArn: { 'Fn::GetAtt': ['WebAcl', 'Arn'] },
      LogDestinationConfigs: [
        { 'Fn::Join': ['', ['arn:aws:logs:eu-west-1:111122223333:log-group:', { Ref: 'WebAclLog' }]] },
      ],
    });
  });

  test.each([
    ['WebAcl', 'Delete'],
    ['WebAclAssociation', 'Delete'],
    ['WebAclLogging', 'Delete'],
    ['WebAclLog', 'Retain'],
  ])('of a pool that is kept: %s has the policy %s', (logicalId, policy) => {
    expect(resourcesFor(kept)[logicalId]).toMatchObject({ DeletionPolicy: policy, UpdateReplacePolicy: policy });
  });

  test('that is not there says why in the template', () => {
    const { Metadata } = templateFor(dev).toJSON() as { readonly Metadata: object };
    expect(Metadata).toHaveProperty([metadataKeys.reasons, 'AWS::WAFv2::WebACLAssociation'], dev.webAcl.reason);
    expect(Object.values(resourcesFor(dev)).filter(({ Type }) => Type.startsWith('AWS::WAFv2'))).toEqual([]);
  });
});
