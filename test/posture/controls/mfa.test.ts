import { mfaRequired } from '../../../lib/posture/controls/mfa-01-required';
import { phishingResistant } from '../../../lib/posture/controls/mfa-02-phishing-resistant';
import { alternativeToSms } from '../../../lib/posture/controls/mfa-03-alternative-to-sms';
import { noEmailCodes } from '../../../lib/posture/controls/mfa-04-no-email-codes';
import { twoChannels } from '../../../lib/posture/controls/mfa-05-two-channels';
import { rememberedDevices } from '../../../lib/posture/controls/mfa-06-remembered-devices';
import { noCodeAlone } from '../../../lib/posture/controls/mfa-07-no-code-alone';
import { consistentPasswordless } from '../../../lib/posture/controls/mfa-08-consistent-passwordless';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { elsewhere, testControl, userPool } from '../test-control';

const aal1 = { assurance: 'aal1' } as const;
const noAssurance = { assurance: undefined };
const noClass = { class: undefined };

const mode = (MfaConfiguration: RawValue, more: RawObject = {}) => userPool({ MfaConfiguration, ...more });

/** A pool with optional MFA, and threat protection that does this at medium and high risk. */
const adaptive = (EventAction: RawValue, AdvancedSecurityMode: RawValue = 'ENFORCED'): RawObject => ({
  ...mode('OPTIONAL', { UserPoolAddOns: { AdvancedSecurityMode } }),
  Risk: {
    Type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      ClientId: 'ALL',
      AccountTakeoverRiskConfiguration: {
        Actions: { MediumAction: { EventAction }, HighAction: { EventAction: 'BLOCK' } },
      },
    },
  },
});

testControl(mfaRequired, [
  ['ON passes', mode('ON'), ['pass']],
  ['OPTIONAL fails under aal2', mode('OPTIONAL'), ['fail']],
  ['OPTIONAL fails under aal2 beside threat protection too', adaptive('MFA_REQUIRED'), ['fail']],
  ['OPTIONAL alone fails under aal1', mode('OPTIONAL'), ['fail'], aal1],
  ['aal1 takes threat protection that asks for MFA', adaptive('MFA_REQUIRED'), ['pass'], aal1],
  ['aal1 takes threat protection that blocks', adaptive('BLOCK'), ['pass'], aal1],
  ['it has to ask whoever has no factor as well', adaptive('MFA_IF_CONFIGURED'), ['fail'], aal1],
  ['in audit it does nothing', adaptive('BLOCK', 'AUDIT'), ['fail'], aal1],
  ['an action from elsewhere is unknown', adaptive(elsewhere), ['unknown'], aal1],
  ['OFF fails', mode('OFF'), ['fail'], aal1],
  ['absent is OFF', userPool(), ['fail']],
  ['a mode from elsewhere is unknown', mode(elsewhere), ['unknown']],
  ['ON passes without a profile', mode('ON'), ['pass'], noAssurance],
  ['OFF fails without a profile', mode('OFF'), ['fail'], noAssurance],
  ['OPTIONAL alone fails without a profile', mode('OPTIONAL'), ['fail'], noAssurance],
  ['what only aal1 takes is unknown without a profile', adaptive('BLOCK'), ['unknown'], noAssurance],
]);

const factors = (AllowedFirstAuthFactors: RawValue): RawObject => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
});
const first = (allowed: RawValue, more: RawObject = {}) => userPool({ ...factors(allowed), ...more });
const passkey = {
  WebAuthnUserVerification: 'required',
  WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
} as const;
const withPasskeys: RawObject = { ...factors(['PASSWORD', 'WEB_AUTHN']), ...passkey };

testControl(phishingResistant, [
  ['a passkey that counts as two factors passes', userPool(withPasskeys), ['pass', 'pass', 'pass']],
  ['passkeys have to be offered', first(['PASSWORD'], passkey), ['fail']],
  ['by itself the service offers the password alone', userPool(passkey), ['fail']],
  [
    'verification has to be required',
    userPool({ ...withPasskeys, WebAuthnUserVerification: 'preferred' }),
    ['pass', 'fail', 'pass'],
  ],
  [
    'one factor is not enough',
    userPool({ ...withPasskeys, WebAuthnFactorConfiguration: 'SINGLE_FACTOR' }),
    ['pass', 'pass', 'fail'],
  ],
  ['what is not written does not count', first(['WEB_AUTHN']), ['pass', 'fail', 'fail']],
  ['first factors from elsewhere are unknown', first(elsewhere, passkey), ['unknown', 'pass', 'pass']],
  [
    'a setting from elsewhere is unknown',
    userPool({ ...withPasskeys, WebAuthnUserVerification: elsewhere }),
    ['pass', 'unknown', 'pass'],
  ],
  ['aal1 asks for none', first(['PASSWORD']), [], aal1],
  ['without a profile nobody knows whether it is asked for', first(['PASSWORD']), ['unknown'], noAssurance],
  ['without a profile it passes all the same', userPool(withPasskeys), ['pass', 'pass', 'pass'], noAssurance],
]);

const second = (EnabledMfas: RawValue, more: RawObject = {}) => mode('ON', { EnabledMfas, ...more });
const sms: RawObject = { SmsConfiguration: { SnsCallerArn: elsewhere } };

testControl(alternativeToSms, [
  ['an authenticator app alone passes', second(['SOFTWARE_TOKEN_MFA']), ['pass']],
  ['text messages beside it pass', second(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']), ['pass']],
  ['text messages beside passkeys of two factors pass', second(['SMS_MFA'], withPasskeys), ['pass']],
  ['passkeys of one factor are no alternative', second(['SMS_MFA'], factors(['WEB_AUTHN'])), ['fail']],
  ['text messages alone fail', second(['SMS_MFA']), ['fail']],
  ['codes by e-mail are no alternative', second(['SMS_MFA', 'EMAIL_OTP']), ['fail']],
  ['where no factor is listed it is that of the SMS configuration', mode('ON', sms), ['fail']],
  ['without MFA there is no second factor', userPool({ MfaConfiguration: 'OFF', ...sms }), []],
  ['absent MFA is off', userPool(), []],
  ['factors from elsewhere are unknown', second(elsewhere), ['unknown']],
  ['one factor from elsewhere makes the list unknown', second(['SMS_MFA', elsewhere]), ['unknown']],
  ['passkeys from elsewhere are unknown', second(['SMS_MFA'], { ...withPasskeys, ...factors(elsewhere) }), ['unknown']],
  ['a mode from elsewhere matters where nothing is listed', mode(elsewhere, sms), ['unknown']],
]);

testControl(noEmailCodes, [
  ['neither factor is a code by e-mail', second(['SOFTWARE_TOKEN_MFA'], withPasskeys), ['pass', 'pass']],
  ['a code by e-mail as second factor fails', second(['EMAIL_OTP']), ['fail', 'pass']],
  [
    'its text switches it on',
    second(['SOFTWARE_TOKEN_MFA'], { EmailAuthenticationMessage: '{####}' }),
    ['fail', 'pass'],
  ],
  ['a code by e-mail as first factor fails', first(['PASSWORD', 'EMAIL_OTP']), ['pass', 'fail']],
  ['what is absent is no code', userPool(), ['pass', 'pass']],
  ['lists from elsewhere are unknown', second(elsewhere, factors(elsewhere)), ['unknown', 'unknown']],
]);

const both = (firsts: RawValue, seconds: RawValue) => mode('OPTIONAL', { ...factors(firsts), EnabledMfas: seconds });

testControl(twoChannels, [
  ['two ways pass', both(['PASSWORD', 'EMAIL_OTP'], ['SMS_MFA']), ['pass']],
  ['the same mailbox twice fails', both(['PASSWORD', 'EMAIL_OTP'], ['EMAIL_OTP']), ['fail']],
  ['the same telephone twice fails', both(['PASSWORD', 'SMS_OTP'], ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']), ['fail']],
  ['both ways on both sides pass', both(['EMAIL_OTP', 'SMS_OTP'], ['EMAIL_OTP', 'SMS_MFA']), ['pass']],
  ['one of two ways on both sides fails', both(['EMAIL_OTP', 'SMS_OTP'], ['EMAIL_OTP']), ['fail']],
  ['without codes there is none twice', userPool(), ['pass']],
  ['first factors from elsewhere are unknown', both(elsewhere, ['SMS_MFA']), ['unknown']],
  ['they do not matter beside an authenticator app', both(elsewhere, ['SOFTWARE_TOKEN_MFA']), ['pass']],
  ['second factors from elsewhere are unknown', both(['SMS_OTP'], elsewhere), ['unknown']],
  ['they do not matter where no code comes first', both(['PASSWORD', 'WEB_AUTHN'], elsewhere), ['pass']],
]);

const devices = (ChallengeRequiredOnNewDevice: RawValue, DeviceOnlyRememberedOnUserPrompt: RawValue) =>
  userPool({ DeviceConfiguration: { ChallengeRequiredOnNewDevice, DeviceOnlyRememberedOnUserPrompt } });

testControl(rememberedDevices, [
  ['absent is off', userPool(), ['pass']],
  ['devices that replace nothing, after a question, pass', devices(false, true), ['pass', 'pass']],
  ['a device that replaces the second factor fails', devices(true, true), ['fail', 'pass']],
  ['aal1 takes it', devices(true, true), ['pass'], aal1],
  ['without a profile that is unknown', devices(true, true), ['unknown', 'pass'], noAssurance],
  ['a device that is remembered unasked fails', devices(false, false), ['fail'], aal1],
  ['present means on, and no flag means false', userPool({ DeviceConfiguration: {} }), ['pass', 'fail']],
  ['texts are booleans', devices('false', 'true'), ['pass', 'pass']],
  ['flags from elsewhere are unknown', devices(elsewhere, elsewhere), ['unknown', 'unknown']],
  ['so are devices', userPool({ DeviceConfiguration: elsewhere }), ['unknown', 'unknown']],
]);

testControl(noCodeAlone, [
  ['passwords and passkeys pass', first(['PASSWORD', 'WEB_AUTHN']), ['pass']],
  ['by itself the service offers the password alone', userPool(), ['pass']],
  ['a code by e-mail alone fails', first(['PASSWORD', 'EMAIL_OTP']), ['fail']],
  ['a code by text message alone fails', first(['SMS_OTP'], { MfaConfiguration: 'OPTIONAL' }), ['fail']],
  ['beside required MFA it is not alone', first(['SMS_OTP'], { MfaConfiguration: 'ON' }), ['pass']],
  ['outside of production it may be', first(['EMAIL_OTP']), [], { class: 'sandbox' }],
  ['where the class is unknown, so is that', first(['EMAIL_OTP']), ['unknown'], noClass],
  ['what passes in production passes anywhere', first(['PASSWORD']), ['pass'], noClass],
  ['first factors from elsewhere are unknown', first(elsewhere), ['unknown']],
  ['MFA from elsewhere is unknown', first(['EMAIL_OTP'], { MfaConfiguration: elsewhere }), ['unknown']],
]);

const required = (allowed: RawValue, more: RawObject = {}) => first(allowed, { MfaConfiguration: 'ON', ...more });

testControl(consistentPasswordless, [
  ['a passkey that counts as two factors passes', required(['PASSWORD', 'WEB_AUTHN'], passkey), ['pass']],
  ['a passkey that counts as one fails', required(['PASSWORD', 'WEB_AUTHN']), ['fail']],
  ['a code fails whatever passkeys are', required(['PASSWORD', 'EMAIL_OTP'], passkey), ['fail']],
  ['the password alone passes', mode('ON'), ['pass']],
  ['without required MFA there is nothing to say', first(['WEB_AUTHN'], { MfaConfiguration: 'OPTIONAL' }), []],
  ['absent MFA is not required', first(['WEB_AUTHN']), []],
  ['first factors from elsewhere are unknown', required(elsewhere), ['unknown']],
  ['so is what passkeys count as', required(['WEB_AUTHN'], { WebAuthnFactorConfiguration: elsewhere }), ['unknown']],
  ['MFA from elsewhere is unknown', first(['WEB_AUTHN'], { MfaConfiguration: elsewhere }), ['unknown']],
  ['it does not matter where the rest fits', first(['PASSWORD'], { MfaConfiguration: elsewhere }), ['pass']],
]);
