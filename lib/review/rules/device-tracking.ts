import type { PropertyRule } from './rule';

const types = ['AWS::Cognito::UserPool'];

export const deviceTracking: PropertyRule = {
  kind: 'property',
  id: 'device-tracking-on',
  what: 'With device tracking on, whatever its flags, a refresh needs the key of a confirmed device.',
  source: 'GetTokensFromRefreshToken; aws-sdk-java-v2#3418, aws-sdk-cpp#851, amplify-js#2962',
  types,
  properties: ['DeviceConfiguration'],
  judge: ({ to }) =>
    to.value === 'on'
      ? [
          {
            verdict: 'signs-users-out',
            effect:
              'Refreshes without a device key are answered with "Invalid Refresh Token": users of applications that do not send one have to sign in again and again.',
            instead: [
              'First release applications that confirm devices and send DEVICE_KEY.',
              'Then switch device tracking on.',
            ],
          },
        ]
      : [],
};

export const deviceFlags: PropertyRule = {
  kind: 'property',
  id: 'device-flags',
  what: 'A device that is remembered may stand in for the second factor.',
  source: 'DeviceConfigurationType',
  types,
  properties: ['DeviceConfiguration.'],
  judge: ({ property, to }) => {
    if (!property.endsWith('ChallengeRequiredOnNewDevice')) {
      return [{ verdict: 'neutral', effect: 'Devices are remembered on their own, or when the user agrees.' }];
    }
    return to.value === true
      ? [{ verdict: 'weakens', effect: 'Whoever sits at a remembered device is not asked for the second factor.' }]
      : [{ verdict: 'neutral', effect: 'A remembered device does not stand in for the second factor.' }];
  },
};
