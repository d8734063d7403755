import type { RawObject, RawValue } from '../../../lib/template/value';
import { webAclBeforePool } from '../../../lib/posture/controls/waf-01-web-acl';
import { webAclRules } from '../../../lib/posture/controls/waf-02-web-acl-rules';
import { elsewhere, testControl, userPool } from '../test-control';

const open = userPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } });
const closed = userPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
const domain: RawObject = {
  Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { UserPoolId: { Ref: 'Pool' }, Domain: 'example' } },
};
const association = (properties: RawObject = {}): RawObject => ({
  Association: {
    Type: 'AWS::WAFv2::WebACLAssociation',
    Properties: {
      ResourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
      WebACLArn: { 'Fn::GetAtt': ['Acl', 'Arn'] },
      ...properties,
    },
  },
});
const acl = (properties: RawObject): RawObject => ({ Acl: { Type: 'AWS::WAFv2::WebACL', Properties: properties } });
const regional = acl({ Scope: 'REGIONAL' });

testControl(webAclBeforePool, [
  ['a regional web ACL before the pool passes', { ...open, ...association(), ...regional }, ['pass']],
  [
    'one for CloudFront does not stand before a pool',
    { ...open, ...association(), ...acl({ Scope: 'CLOUDFRONT' }) },
    ['fail'],
  ],
  ['anybody can sign up, and nothing is before the pool', open, ['fail']],
  ['what is not written lets anybody sign up', userPool(), ['fail']],
  ['anybody can reach the pages of a domain', { ...closed, ...domain }, ['fail']],
  ['outside of production none is wanted', open, ['not-applicable'], { class: 'pre-production' }],
  ['of an unknown class it is unknown whether one is wanted', open, ['unknown'], { class: undefined }],
  ['a pool without sign-up and pages needs none', closed, []],
  [
    'one before something from elsewhere could be before the pool',
    { ...open, ...association({ ResourceArn: elsewhere }) },
    ['unknown'],
  ],
  ['one from elsewhere has an unknown scope', { ...open, ...association({ WebACLArn: elsewhere }) }, ['unknown']],
  [
    'the ARN of one tells its scope',
    { ...open, ...association({ WebACLArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a/b' }) },
    ['pass'],
  ],
  [
    'whether anybody can sign up is unknown',
    userPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: elsewhere } }),
    ['unknown'],
  ],
]);

const rate = (action = 'Block'): RawObject => ({
  Action: { [action]: {} },
  Statement: { RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP' } },
});
const group = (Name: RawValue, override = 'None'): RawObject => ({
  OverrideAction: { [override]: {} },
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
});
const reputation = 'AWSManagedRulesAmazonIpReputationList';
const rules = (...Rules: RawValue[]): RawObject => ({
  ...open,
  ...association(),
  ...acl({ Scope: 'REGIONAL', Rules }),
});

testControl(webAclRules, [
  ['a rate and a group about senders pass', rules(rate(), group(reputation)), ['pass', 'pass', 'pass']],
  ['an empty web ACL lets everything through', { ...open, ...association(), ...regional }, ['fail', 'fail', 'pass']],
  [
    'what only counts lets everything through',
    rules(rate('Count'), group(reputation, 'Count')),
    ['fail', 'fail', 'pass'],
  ],
  [
    'other groups say nothing about senders',
    rules(rate(), group('AWSManagedRulesSQLiRuleSet')),
    ['pass', 'fail', 'pass'],
  ],
  [
    'Cognito refuses account takeover prevention',
    rules(rate(), group(reputation), group('AWSManagedRulesATPRuleSet')),
    ['pass', 'pass', 'fail'],
  ],
  [
    'an address list that is a reference hides nothing else',
    rules(rate(), group(reputation), {
      Action: { Block: {} },
      Statement: { IPSetReferenceStatement: { Arn: elsewhere } },
    }),
    ['pass', 'pass', 'pass'],
  ],
  [
    'a group of rules from elsewhere could have both',
    rules({ OverrideAction: { None: {} }, Statement: { RuleGroupReferenceStatement: { Arn: elsewhere } } }),
    ['unknown', 'unknown', 'pass'],
  ],
  ['a rule from elsewhere is unknown', rules(elsewhere), ['unknown', 'unknown', 'unknown']],
  ['a group whose name is from elsewhere is unknown', rules(rate(), group(elsewhere)), ['pass', 'unknown', 'unknown']],
  ['without a web ACL there is nothing to say', open, []],
]);
