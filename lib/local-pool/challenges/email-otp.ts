import type { Challenge } from './challenge';
import { offerMessageCode } from './message-code';
import { respondWithMessageCode } from './message-code-answer';

/** EMAIL_OTP: a code by e-mail to the address of the user; a second factor, or in the place of a password. */
export const emailOtp: Challenge = {
  name: 'EMAIL_OTP',
  offer: (attempt) => offerMessageCode(attempt, 'EMAIL_OTP'),
  respond: (attempt, responses, signIn) => respondWithMessageCode(attempt, responses, signIn, 'EMAIL_OTP'),
};
