import { AdminUpdateDeviceStatusCommand, UpdateDeviceStatusCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { DeviceRememberedStatusType } from '@aws-sdk/client-cognito-identity-provider';
import { held } from '../progress';
import type { Progress } from '../progress';
import type { Step, StepContext } from '../step';
import { noDeviceTracking } from './no-device-tracking';

const byUser = { operations: () => ['UpdateDeviceStatus'] } as const;
const byAdmin = { operations: () => ['AdminUpdateDeviceStatus'] } as const;

/** The user's own word, where the pool waits for it. */
export const rememberDevice: Step = {
  ...byUser,
  name: 'Remember the device',
  proves: 'the user can have the confirmed device remembered',

  notApplicable(target) {
    if (target.pool.deviceTracking?.asksUser === false)
      return 'The pool remembers a confirmed device without asking (DeviceOnlyRememberedOnUserPrompt false).';
    return noDeviceTracking(target);
  },

  run: (progress, context) => say('remembered', progress, context),
};

export const rememberDeviceAgain: Step = {
  ...byUser,
  name: 'Remember the device again',
  proves: 'the user can have the device remembered after all',
  run: (progress, context) => say('remembered', progress, context),
};

export const doNotRememberDevice: Step = {
  ...byUser,
  name: 'Do not remember the device',
  proves: 'the user can have the device remembered no longer',
  run: (progress, context) => say('not_remembered', progress, context),
};

export const adminRemembersDevice: Step = {
  ...byAdmin,
  name: 'Have the device remembered',
  proves: 'an administrator can have the device remembered',
  run: (progress, context) => sayAsAdmin('remembered', progress, context),
};

export const adminDoesNotRememberDevice: Step = {
  ...byAdmin,
  name: 'Have the device not remembered',
  proves: 'an administrator can have the device remembered no longer',
  run: (progress, context) => sayAsAdmin('not_remembered', progress, context),
};

async function say(
  DeviceRememberedStatus: DeviceRememberedStatusType,
  progress: Progress,
  { target, signal }: StepContext,
): Promise<Progress> {
  const { accessToken: AccessToken } = held(progress, 'tokens');
  const { key: DeviceKey } = held(progress, 'device');
  await target.cognito.send(new UpdateDeviceStatusCommand({ AccessToken, DeviceKey, DeviceRememberedStatus }), {
    abortSignal: signal,
  });
  return progress;
}

async function sayAsAdmin(
  DeviceRememberedStatus: DeviceRememberedStatusType,
  progress: Progress,
  { target, user, signal }: StepContext,
): Promise<Progress> {
  const device = {
    UserPoolId: target.userPoolId,
    Username: user.signInName,
    DeviceKey: held(progress, 'device').key,
  };
  await target.cognito.send(new AdminUpdateDeviceStatusCommand({ ...device, DeviceRememberedStatus }), {
    abortSignal: signal,
  });
  return progress;
}
