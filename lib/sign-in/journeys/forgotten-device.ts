import { answerWithCode } from '../steps/answer-with-code';
import { confirmDevice } from '../steps/confirm-device';
import { adminForgetsDevice, forgetDevice, forgottenDeviceIsRefused } from '../steps/forget-device';
import {
  adminDoesNotRememberDevice,
  adminRemembersDevice,
  doNotRememberDevice,
  rememberDevice,
  rememberDeviceAgain,
} from '../steps/remember-device';
import { signInAgain } from '../steps/sign-in-again';
import { signInFromDevice, signInFromUnrememberedDevice } from '../steps/sign-in-from-device';
import { enrolment, newUser } from './enrolment';
import type { Journey } from './journey';
import { deviceNeeds } from './remembered-device';

export const forgottenDevice: Journey = {
  ...deviceNeeds,
  name: 'J13',
  what: 'A device is forgotten, and TOTP asked for again',

  steps: ({ pool }) => [
    ...newUser,
    ...enrolment(pool),
    // The device of the first sign-in.
    confirmDevice,
    adminForgetsDevice,
    // Another one, confirmed in a sign-in that showed a code: only such a device stands in for it.
    signInAgain,
    answerWithCode,
    confirmDevice,
    rememberDevice,
    signInFromDevice,
    doNotRememberDevice,
    signInFromUnrememberedDevice,
    adminRemembersDevice,
    signInFromDevice,
    adminDoesNotRememberDevice,
    signInFromUnrememberedDevice,
    rememberDeviceAgain,
    signInFromDevice,
    forgetDevice,
    forgottenDeviceIsRefused,
    signInAgain,
  ],
};
