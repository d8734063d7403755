import { anyPasswordClient } from '../choose-client';
import {
  forgetPassword,
  resetPassword,
  shortPasswordIsRefused,
  spentResetCodeIsRefused,
  wrongResetCodeIsRefused,
} from '../steps/forgot-password';
import { formerPasswordIsRefused } from '../steps/wrong-credentials';
import { newUser } from './enrolment';
import { firstSignIn, noWayIn, wayIn } from './getting-in';
import type { Journey } from './journey';
import { unreadableMessages } from './messages';

export const forgottenPassword: Journey = {
  name: 'J3',
  what: 'A user has forgotten the password',
  client: anyPasswordClient,
  needs: `an inbox, and a pool that recovers by a verified address (AccountRecoverySetting) and ${wayIn}`,

  unsuitable(facts) {
    const { recovery } = facts.pool;
    if (recovery !== undefined && !recovery.includes('verified_email'))
      return `Nobody recovers by a verified address in this pool (AccountRecoverySetting ${recovery.join(', ') || 'empty'}).`;
    return noWayIn(facts.pool) ?? unreadableMessages(facts);
  },

  steps: ({ pool }) => [
    ...newUser,
    forgetPassword,
    shortPasswordIsRefused,
    wrongResetCodeIsRefused,
    resetPassword,
    spentResetCodeIsRefused,
    formerPasswordIsRefused,
    ...firstSignIn(pool),
  ],
};
