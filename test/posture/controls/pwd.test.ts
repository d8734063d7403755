import { minimumLength } from '../../../lib/posture/controls/pwd-01-minimum-length';
import { elsewhere, testControl, userPool } from '../test-control';

const withLength = (MinimumLength: number | string | object, more: object = {}) =>
  userPool({ Policies: { PasswordPolicy: { MinimumLength } }, ...more } as never);

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
