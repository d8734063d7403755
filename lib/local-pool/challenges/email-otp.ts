import type { Challenge } from './challenge';
import { offerMessageCode, respondWithMessageCode } from './message-code';

/** EMAIL_OTP: a code by e-mail to the address of the user; a second factor, or in the place of a password. */
export const emailOtp: Challenge = {
  name: 'EMAIL_OTP',
  offer: (attempt) => offerMessageCode(attempt, 'EMAIL_OTP'),
  respond: (attempt, responses, signIn) => respondWithMessageCode(attempt, responses, signIn, 'EMAIL_OTP_CODE'),
};
