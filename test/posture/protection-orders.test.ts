import type { Control } from '../../lib/posture/control';
import { featurePlan } from '../../lib/posture/controls/thr-01-feature-plan';
import { compromisedCredentials } from '../../lib/posture/controls/thr-04-compromised-credentials';
import { skippedAddresses } from '../../lib/posture/controls/thr-07-skipped-addresses';
import { webAclBeforePool } from '../../lib/posture/controls/waf-01-web-acl';
import { tlsPolicy } from '../../lib/posture/controls/dom-01-tls';
import { logGroups } from '../../lib/posture/controls/log-03-log-groups';
import { triggerPermissions } from '../../lib/posture/controls/iam-02-trigger-permissions';
import { codeThatDecides } from '../../lib/posture/controls/trg-02-code-that-decides';
import { providerSecrets } from '../../lib/posture/controls/idp-01-provider-secrets';
import { retention } from '../../lib/posture/controls/dat-02-retention';
import { direction } from '../../lib/posture/order';
import type { Direction } from '../../lib/posture/order';
import type { RawObject } from '../../lib/template/value';
import { subjectFrom } from './subject-from';
import { elsewhere, userPool } from './test-control';

const one = (Type: string, Properties: RawObject): RawObject => ({ One: { Type, Properties } });
const risk = (properties: RawObject) => one('AWS::Cognito::UserPoolRiskConfigurationAttachment', properties);
const skipping = (...SkippedIPRangeList: string[]) => risk({ RiskExceptionConfiguration: { SkippedIPRangeList } });
const events = (...EventFilter: string[]) => risk({ CompromisedCredentialsRiskConfiguration: { EventFilter } });
const domain = (config: RawObject) => one('AWS::Cognito::UserPoolDomain', { CustomDomainConfig: config });
const group = (properties: RawObject) => one('AWS::Logs::LogGroup', properties);
const permission = (properties: RawObject) => one('AWS::Lambda::Permission', properties);
const secret = (client_secret: string) =>
  one('AWS::Cognito::UserPoolIdentityProvider', { ProviderDetails: { client_secret } });
const association: RawObject = {
  Association: {
    Type: 'AWS::WAFv2::WebACLAssociation',
    Properties: { ResourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] }, WebACLArn: 'arn' },
  },
};
const trigger = (name: string) => userPool({ LambdaConfig: { PreSignUp: { Ref: name } } });
const pool = (DeletionPolicy: string): RawObject => ({ Pool: { Type: 'AWS::Cognito::UserPool', DeletionPolicy } });

/** Where it goes from the first to the second; from the second to the first it goes the other way. */
const changes: readonly (readonly [string, Control, string, RawObject, RawObject, Direction])[] = [
  ['a plan is lowered', featurePlan, 'UserPoolTier', userPool({ UserPoolTier: 'PLUS' }), userPool(), 'weaker'],
  ['a plan from elsewhere', featurePlan, 'UserPoolTier', userPool(), userPool({ UserPoolTier: elsewhere }), 'unknown'],
  ['no filter is every event', compromisedCredentials, 'EventFilter', risk({}), events('SIGN_IN'), 'weaker'],
  ['a range is exempt', skippedAddresses, 'SkippedIPRangeList', skipping(), skipping('192.0.2.0/24'), 'weaker'],
  ['another range', skippedAddresses, 'SkippedIPRangeList', skipping('192.0.2.0/24'), skipping('0.0.0.0/0'), 'both'],
  ['a web ACL goes', webAclBeforePool, '', { ...userPool(), ...association }, userPool(), 'weaker'],
  ['a policy goes', tlsPolicy, 'SecurityPolicy', domain({ SecurityPolicy: 'TLS_V1_2_2021' }), domain({}), 'unknown'],
  ['a log is kept for ever', logGroups, 'RetentionInDays', group({}), group({ RetentionInDays: 90 }), 'weaker'],
  [
    'an account in the place of a pool',
    triggerPermissions,
    'SourceArn',
    permission({ SourceArn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/a' }),
    permission({ SourceAccount: '111122223333' }),
    'weaker',
  ],
  [
    'anybody in the place of an account',
    triggerPermissions,
    'SourceArn',
    permission({ SourceAccount: '1' }),
    permission({}),
    'weaker',
  ],
  ['another function', codeThatDecides, 'PreSignUp', trigger('A'), trigger('B'), 'unknown'],
  ['the same function', codeThatDecides, 'PreSignUp', trigger('A'), trigger('A'), 'same'],
  ['no function', codeThatDecides, 'PreSignUp', trigger('A'), userPool(), 'unknown'],
  [
    'a literal secret',
    providerSecrets,
    'client_secret',
    secret('{{resolve:secretsmanager:a}}'),
    secret('abc'),
    'weaker',
  ],
  ['a pool is no longer kept', retention, 'DeletionPolicy', pool('Retain'), pool('Delete'), 'weaker'],
];

const opposite: Readonly<Record<Direction, Direction>> = {
  weaker: 'stronger',
  stronger: 'weaker',
  same: 'same',
  both: 'both',
  unknown: 'unknown',
};

test.each(changes)('%s', (_, control, property, before, after, expected) => {
  const [order] = control.orders.filter((each) => each.property.endsWith(property));
  if (order === undefined) throw new Error(`${control.id} has no order for ${property}`);
  const [from, to] = [before, after].map((resources) => {
    const subject = subjectFrom(resources);
    const [at] = subject.ofType(order.type);
    if (at === undefined) throw new Error(`the template has no ${order.type}`);
    return order.measure(at, subject);
  });
  if (from === undefined || to === undefined) throw new Error('two templates are measured');
  expect(direction(order.scale, from, to)).toBe(expected);
  expect(direction(order.scale, to, from)).toBe(opposite[expected]);
});
