import { minimumLength } from '../../../lib/posture/controls/pwd-01-minimum-length';
import { composition } from '../../../lib/posture/controls/pwd-02-composition';
import { temporaryPassword } from '../../../lib/posture/controls/pwd-03-temporary-password';
import { blocklist } from '../../../lib/posture/controls/pwd-04-blocklist';
import { history } from '../../../lib/posture/controls/pwd-05-history';
import { direction } from '../../../lib/posture/order';
import type { Intent } from '../../../lib/posture/intent';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { subjectFrom } from '../subject-from';
import { elsewhere, testControl, userPool } from '../test-control';

const withPolicy = (PasswordPolicy: RawValue, more: RawObject = {}) =>
  userPool({ Policies: { PasswordPolicy }, ...more });
const withLength = (MinimumLength: RawValue, more: RawObject = {}) => withPolicy({ MinimumLength }, more);

testControl(minimumLength, [
  ['15 characters are enough for a password alone', withLength(15), ['pass']],
  ['14 are not', withLength(14), ['fail']],
  ['8 are enough beside MFA for everybody', withLength(8, { MfaConfiguration: 'ON' }), ['pass']],
  ['7 are never enough', withLength(7, { MfaConfiguration: 'ON' }), ['fail']],
  ['OPTIONAL does not make it shorter', withLength(14, { MfaConfiguration: 'OPTIONAL' }), ['fail']],
  ['what is not written is not enough', userPool(), ['fail']],
  ['a text of digits is a number', withLength('15'), ['pass']],
  ['a length from elsewhere is unknown', withLength(elsewhere), ['unknown']],
  [
    'where it depends on MFA from elsewhere, that is unknown',
    withLength(12, { MfaConfiguration: elsewhere }),
    ['unknown'],
  ],
  ['MFA from elsewhere does not matter beside 15', withLength(15, { MfaConfiguration: elsewhere }), ['pass']],
  ['without a pool there is nothing to say', {}, []],
]);

const rules = (lower: RawValue, others: RawValue): RawObject =>
  withPolicy({ RequireLowercase: lower, RequireUppercase: others, RequireNumbers: others, RequireSymbols: others });
const nist = { composition: 'nist' } as const;
const fsbp = { composition: 'aws-fsbp' } as const;
const noProfile = { composition: undefined };

testControl(composition, [
  ['no rule passes nist', rules(false, false), ['pass'], nist],
  ['no rule fails aws-fsbp', rules(false, false), ['fail'], fsbp],
  ['all rules fail nist', rules(true, true), ['fail'], nist],
  ['all rules pass aws-fsbp', rules(true, true), ['pass'], fsbp],
  ['some of them fail nist', rules(true, false), ['fail'], nist],
  ['some of them fail aws-fsbp', rules(false, true), ['fail'], fsbp],
  ['some of them fail whatever the profile is', rules(false, true), ['fail'], noProfile],
  ['without a profile nobody knows what none means', rules(false, false), ['unknown'], noProfile],
  ['without a profile nobody knows what all means', rules(true, true), ['unknown'], noProfile],
  ['what a policy does not write is not required', withPolicy({ MinimumLength: 15 }), ['pass'], nist],
  ['texts are booleans', rules('true', 'true'), ['pass'], fsbp],
  ['without a policy the service requires all, which nist does not', userPool(), ['fail'], nist],
  ['aws-fsbp wants them in the template', userPool(), ['fail'], fsbp],
  ['one from elsewhere is unknown under nist', rules(elsewhere, false), ['unknown'], nist],
  ['one from elsewhere is unknown under aws-fsbp', rules(elsewhere, true), ['unknown'], fsbp],
  ['one that is wrong decides beside one from elsewhere', rules(elsewhere, true), ['fail'], nist],
  ['a policy from elsewhere is unknown', withPolicy(elsewhere), ['unknown'], nist],
  ['what is no boolean passes neither', rules('yes', 'yes'), ['fail'], nist],
]);

test.each([
  ['aws-fsbp', 'weaker'],
  ['nist', 'same'],
  [undefined, 'unknown'],
] as const)('under the profile %s a rule that goes away is %s', (profile, wanted) => {
  const measured = (required: boolean) => {
    const subject = subjectFrom(rules(required, true), { composition: profile } satisfies Partial<Intent>);
    const [order] = composition.orders;
    const [pool] = subject.pools;
    if (order === undefined || pool === undefined) throw new Error('There is a pool, and an order for it.');
    return [order, order.measure(pool.pool, subject)] as const;
  };
  const [order, before] = measured(true);
  const [, after] = measured(false);
  expect(direction(order.scale, before, after)).toBe(wanted);
});

const withDays = (TemporaryPasswordValidityDays: RawValue) => withPolicy({ TemporaryPasswordValidityDays });
const sandbox = { class: 'sandbox' } as const;
const rehearsal = { class: 'pre-production' } as const;
const noClass = { class: undefined };

testControl(temporaryPassword, [
  ['3 days pass in production', withDays(3), ['pass']],
  ['4 do not', withDays(4), ['fail']],
  ['7 pass in a sandbox', withDays(7), ['pass'], sandbox],
  ['7 pass before production', withDays(7), ['pass'], rehearsal],
  ['8 pass nowhere', withDays(8), ['fail'], sandbox],
  ['absent means 7: too long in production', userPool(), ['fail']],
  ['absent means 7: short enough in a sandbox', userPool(), ['pass'], sandbox],
  ['0 means 7', withDays(0), ['fail']],
  ['3 pass whatever the class is', withDays(3), ['pass'], noClass],
  ['8 fail whatever the class is', withDays(8), ['fail'], noClass],
  ['between the two it depends on the class', withDays(5), ['unknown'], noClass],
  ['days from elsewhere are unknown', withDays(elsewhere), ['unknown']],
  ['what is no number fails', withDays('soon'), ['fail']],
]);

const risk = (compromised: RawValue): RawObject => ({
  ...userPool({ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }),
  Risk: {
    Type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: compromised,
    },
  },
});

testControl(blocklist, [
  [
    'leaked passwords are blocked at every event',
    risk({ Actions: { EventAction: 'BLOCK' } }),
    ['pass', 'pass', 'pass'],
  ],
  [
    'sign-in alone leaves new passwords unchecked',
    risk({ Actions: { EventAction: 'BLOCK' }, EventFilter: ['SIGN_IN'] }),
    ['pass', 'pass', 'fail'],
  ],
  ['nothing follows', risk({ Actions: { EventAction: 'NO_ACTION' } }), ['pass', 'fail', 'pass']],
  ['an action from elsewhere is unknown', risk({ Actions: { EventAction: elsewhere } }), ['pass', 'unknown', 'pass']],
  ['without threat protection there is no list', userPool(), ['fail', 'fail']],
]);

const withHistory = (PasswordHistorySize: RawValue) => withPolicy({ PasswordHistorySize });

testControl(history, [
  ['24 are told', withHistory(24), ['pass']],
  ['none is told as well', withHistory(0), ['pass']],
  ['absent means none', userPool(), ['pass']],
  ['what is no number cannot be told', withHistory('some'), ['fail']],
  ['a number from elsewhere is unknown', withHistory(elsewhere), ['unknown']],
]);
