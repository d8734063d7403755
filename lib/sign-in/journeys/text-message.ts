import { anyPasswordClient } from '../choose-client';
import type { Step } from '../step';
import {
  answerWithTextCode,
  signInToTextMessage,
  spentTextCodeIsRefused,
  wrongTextCodeIsRefused,
} from '../steps/answer-text-message';
import { confirmSignUp, wrongSignUpCodeIsRefused } from '../steps/confirm-sign-up';
import { signInWithPassword } from '../steps/sign-in-with-password';
import { signUpWithPhone } from '../steps/sign-up';
import { missingPhoneNumberIsRefused, preferTextMessages } from '../steps/text-messages';
import { verifyFirstTokens } from '../steps/verify-first-tokens';
import type { PoolFacts } from '../pool-facts';
import type { Journey } from './journey';
import { noTextMessages } from './messages';

export const textMessage: Journey = {
  name: 'J9',
  what: 'A text message is the second factor',
  client: anyPasswordClient,
  needs: 'an inbox, and a pool with SMS_MFA where users sign up with a phone number that it verifies',

  unsuitable(facts) {
    const { selfSignUp, autoVerified } = facts.pool;
    if (noTextMessages(facts) !== undefined) return noTextMessages(facts);
    if (!selfSignUp) return 'Nobody signs up in this pool (AdminCreateUserConfig.AllowAdminCreateUserOnly).';
    return autoVerified.includes('phone_number')
      ? undefined
      : 'A sign-up does not verify the phone number in this pool (AutoVerifiedAttributes).';
  },

  steps: ({ pool }) => [
    signUpWithPhone,
    wrongSignUpCodeIsRefused,
    confirmSignUp,
    ...switchedOn(pool),
    signInToTextMessage,
    wrongTextCodeIsRefused,
    answerWithTextCode,
    verifyFirstTokens,
    spentTextCodeIsRefused,
    missingPhoneNumberIsRefused,
  ],
};

/** Where MFA is required, a verified phone number is a factor without anybody's doing. */
function switchedOn({ mfa }: Pick<PoolFacts, 'mfa'>): readonly Step[] {
  return mfa === 'ON' ? [] : [signInWithPassword, preferTextMessages];
}
