import type { RawObject, RawValue } from '../../../lib/template/value';
import { featurePlan } from '../../../lib/posture/controls/thr-01-feature-plan';
import { threatProtection } from '../../../lib/posture/controls/thr-02-threat-protection';
import { customAuthenticationProtection } from '../../../lib/posture/controls/thr-03-custom-authentication';
import { compromisedCredentials } from '../../../lib/posture/controls/thr-04-compromised-credentials';
import { accountTakeover } from '../../../lib/posture/controls/thr-05-account-takeover';
import { riskNotification } from '../../../lib/posture/controls/thr-06-risk-notification';
import { skippedAddresses } from '../../../lib/posture/controls/thr-07-skipped-addresses';
import { clientsAsStrict } from '../../../lib/posture/controls/thr-08-clients-as-strict';
import { client, elsewhere, testControl, userPool } from '../test-control';

const mode = (AdvancedSecurityMode: RawValue): RawObject => userPool({ UserPoolAddOns: { AdvancedSecurityMode } });

const risk = (properties: RawObject, logicalId = 'Risk'): RawObject => ({
  [logicalId]: {
    Type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    Properties: { UserPoolId: { Ref: 'Pool' }, ClientId: 'ALL', ...properties },
  },
});

testControl(featurePlan, [
  ['PLUS passes', userPool({ UserPoolTier: 'PLUS' }), ['pass']],
  ['ESSENTIALS fails', userPool({ UserPoolTier: 'ESSENTIALS' }), ['fail']],
  ['what is not written is ESSENTIALS', userPool(), ['fail']],
  ['a plan from elsewhere is unknown', userPool({ UserPoolTier: elsewhere }), ['unknown']],
  ['without a pool there is nothing to say', {}, []],
]);

testControl(threatProtection, [
  ['ENFORCED passes', mode('ENFORCED'), ['pass']],
  ['AUDIT lets everything through', mode('AUDIT'), ['fail']],
  ['OFF fails', mode('OFF'), ['fail']],
  ['what is not written is off', userPool(), ['fail']],
  ['a mode from elsewhere is unknown', mode(elsewhere), ['unknown']],
]);

const flows = (properties: RawObject, pool: RawObject = {}): RawObject => ({
  ...userPool(pool),
  ...client(properties),
});
const srp = { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] };
const customMode = (CustomAuthMode: RawValue): RawObject => ({
  UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED', AdvancedSecurityAdditionalFlows: { CustomAuthMode } },
});

const beside = (flow: string): RawObject => flows({ ExplicitAuthFlows: [flow, elsewhere] });

testControl(customAuthenticationProtection, [
  ['ENFORCED passes', flows({}, customMode('ENFORCED')), ['pass']],
  ['a client without a list of flows can use CUSTOM_AUTH', flows({}), ['fail']],
  ['so can one with an empty list', flows({ ExplicitAuthFlows: [] }), ['fail']],
  ['one with a flow from elsewhere can where CUSTOM_AUTH is beside it', beside('ALLOW_CUSTOM_AUTH'), ['fail']],
  ['one with a flow from elsewhere perhaps', beside('ALLOW_USER_SRP_AUTH'), ['unknown']],
  ['a client with ALLOW_CUSTOM_AUTH too', flows({ ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }), ['fail']],
  [
    'a trigger makes it reachable, wherever it is',
    flows(srp, { LambdaConfig: { DefineAuthChallenge: elsewhere } }),
    ['fail'],
  ],
  ['AUDIT lets everything through', flows({}, customMode('AUDIT')), ['fail']],
  ['where nobody can sign in so there is nothing to say', flows(srp), []],
  ['flows from elsewhere are unknown', flows({ ExplicitAuthFlows: elsewhere }), ['unknown']],
  ['triggers from elsewhere are unknown', flows(srp, { LambdaConfig: elsewhere }), ['unknown']],
  ['a mode from elsewhere is unknown', flows({}, customMode(elsewhere)), ['unknown']],
]);

const compromised = (EventAction: RawValue, more: RawObject = {}): RawObject => ({
  CompromisedCredentialsRiskConfiguration: { Actions: { EventAction }, ...more },
});

testControl(compromisedCredentials, [
  [
    'BLOCK without a filter is BLOCK at every event',
    { ...mode('ENFORCED'), ...risk(compromised('BLOCK')) },
    ['pass', 'pass', 'pass'],
  ],
  [
    'a filter with all three events passes, in any order',
    { ...mode('ENFORCED'), ...risk(compromised('BLOCK', { EventFilter: ['SIGN_UP', 'PASSWORD_CHANGE', 'SIGN_IN'] })) },
    ['pass', 'pass', 'pass'],
  ],
  [
    'a filter with SIGN_IN alone lets leaked passwords be chosen',
    { ...mode('ENFORCED'), ...risk(compromised('BLOCK', { EventFilter: ['SIGN_IN'] })) },
    ['pass', 'pass', 'fail'],
  ],
  ['NO_ACTION fails', { ...mode('ENFORCED'), ...risk(compromised('NO_ACTION')) }, ['pass', 'fail', 'pass']],
  ['in audit nothing is blocked', { ...mode('AUDIT'), ...risk(compromised('BLOCK')) }, ['fail', 'pass', 'pass']],
  ['without a risk configuration nothing is blocked', mode('ENFORCED'), ['pass', 'fail']],
  [
    'one for a single client is none for all',
    { ...mode('ENFORCED'), ...client(), ...risk({ ...compromised('BLOCK'), ClientId: { Ref: 'Client' } }) },
    ['pass', 'fail'],
  ],
  [
    'one for a client from elsewhere could be for all',
    { ...mode('ENFORCED'), ...risk({ ...compromised('BLOCK'), ClientId: elsewhere }) },
    ['pass', 'unknown'],
  ],
  [
    'an action and a mode from elsewhere are unknown',
    { ...mode(elsewhere), ...risk(compromised(elsewhere)) },
    ['unknown', 'unknown', 'pass'],
  ],
]);

const actions = (High: RawValue, Medium: RawValue, Low: RawValue): RawObject => ({
  AccountTakeoverRiskConfiguration: {
    Actions: {
      HighAction: { EventAction: High, Notify: true },
      MediumAction: { EventAction: Medium, Notify: true },
      LowAction: { EventAction: Low, Notify: false },
    },
  },
});
const takeover = (...given: Parameters<typeof actions>): RawObject => ({
  ...mode('ENFORCED'),
  ...risk(actions(...given)),
});

testControl(accountTakeover, [
  [
    'a second factor for medium risk is enough',
    takeover('BLOCK', 'MFA_REQUIRED', 'MFA_IF_CONFIGURED'),
    ['pass', 'pass', 'pass', 'pass'],
  ],
  ['BLOCK everywhere passes too', takeover('BLOCK', 'BLOCK', 'BLOCK'), ['pass', 'pass', 'pass', 'pass']],
  [
    'each level has its own least action',
    takeover('MFA_REQUIRED', 'MFA_IF_CONFIGURED', 'NO_ACTION'),
    ['pass', 'fail', 'fail', 'fail'],
  ],
  ['an action that is absent is none', { ...mode('ENFORCED'), ...risk({}) }, ['pass', 'fail', 'fail', 'fail']],
  ['without a risk configuration nothing is done', userPool(), ['fail', 'fail']],
  ['an action from elsewhere is unknown', takeover(elsewhere, 'BLOCK', 'BLOCK'), ['pass', 'unknown', 'pass', 'pass']],
]);

const notify = (Notify: RawValue, SourceArn?: RawValue): RawObject =>
  risk({
    AccountTakeoverRiskConfiguration: {
      Actions: { HighAction: { EventAction: 'BLOCK', Notify }, MediumAction: { EventAction: 'BLOCK', Notify: true } },
      ...(SourceArn === undefined ? {} : { NotifyConfiguration: { SourceArn } }),
    },
  });
const ses = 'arn:aws:ses:eu-west-1:111122223333:identity/example.com';

testControl(riskNotification, [
  ['users are told from an identity of SES', { ...userPool(), ...notify(true, ses) }, ['pass', 'pass', 'pass']],
  [
    'the account of the stack may be in the ARN',
    {
      ...userPool(),
      ...notify('true', { 'Fn::Sub': 'arn:${AWS::Partition}:ses:eu-west-1:${AWS::AccountId}:identity/example.com' }),
    },
    ['pass', 'pass', 'pass'],
  ],
  ['nobody is told of high risk', { ...userPool(), ...notify(false, ses) }, ['pass', 'fail', 'pass']],
  ['without a sender nobody is told', { ...userPool(), ...notify(true) }, ['pass', 'pass', 'fail']],
  ['without a risk configuration nobody is told', userPool(), ['fail']],
  [
    'what comes from elsewhere is unknown',
    { ...userPool(), ...notify(elsewhere, elsewhere) },
    ['pass', 'unknown', 'unknown'],
  ],
]);

const skipping = (SkippedIPRangeList: RawValue): RawObject => ({
  ...userPool(),
  ...risk({ RiskExceptionConfiguration: { SkippedIPRangeList } }),
});
const sandbox = { class: 'sandbox' } as const;

testControl(skippedAddresses, [
  ['no range passes', skipping([]), ['pass']],
  ['no exception at all passes', { ...userPool(), ...risk({}) }, ['pass']],
  [
    'a small range passes where little is at stake',
    skipping(['192.0.2.0/24', '2001:db8::/48', '192.0.2.1']),
    ['pass'],
    sandbox,
  ],
  ['in production somebody has to know whose it is', skipping(['192.0.2.0/24']), ['manual']],
  ['where the class is unknown too', skipping(['192.0.2.0/24']), ['manual'], { class: undefined }],
  ['a /23 is too large', skipping(['192.0.2.0/23']), ['fail'], sandbox],
  ['a /47 of IPv6 is too large', skipping(['2001:db8::/47']), ['fail'], sandbox],
  ['eleven ranges are too many', skipping(Array.from({ length: 11 }, (_, n) => `192.0.2.${n}/32`)), ['fail'], sandbox],
  ['ranges from elsewhere are unknown', skipping(elsewhere), ['unknown']],
  ['without a risk configuration nothing is exempt', userPool(), []],
]);

const all = risk({ ...compromised('BLOCK'), ...actions('BLOCK', 'MFA_REQUIRED', 'NO_ACTION') });
const own = (...given: Parameters<typeof actions>): RawObject =>
  risk({ ClientId: { Ref: 'Client' }, ...compromised('BLOCK'), ...actions(...given) }, 'Own');
const both = (one: RawObject): RawObject => ({ ...userPool(), ...client(), ...all, ...one });

testControl(clientsAsStrict, [
  ['as strict as all clients', both(own('BLOCK', 'MFA_REQUIRED', 'NO_ACTION')), ['pass', 'pass', 'pass', 'pass']],
  ['stricter passes', both(own('BLOCK', 'BLOCK', 'BLOCK')), ['pass', 'pass', 'pass', 'pass']],
  [
    'a weaker action is a way in',
    both(own('NO_ACTION', 'MFA_IF_CONFIGURED', 'BLOCK')),
    ['pass', 'fail', 'fail', 'pass'],
  ],
  [
    'what holds for an action that is absent is not documented',
    both(risk({ ClientId: { Ref: 'Client' } }, 'Own')),
    ['unknown', 'unknown', 'unknown', 'pass'],
  ],
  ['an action from elsewhere is unknown', both(own(elsewhere, 'BLOCK', 'BLOCK')), ['pass', 'unknown', 'pass', 'pass']],
  ['without one for a client there is nothing to say', { ...userPool(), ...all }, []],
]);
