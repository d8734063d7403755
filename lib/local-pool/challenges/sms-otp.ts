import type { Challenge } from './challenge';
import { offerMessageCode } from './message-code';
import { respondWithMessageCode } from './message-code-answer';

/** SMS_OTP: a code by text message in the place of a password. */
export const smsOtp: Challenge = {
  name: 'SMS_OTP',
  offer: (attempt) => offerMessageCode(attempt, 'SMS_OTP'),
  respond: (attempt, responses, signIn) => respondWithMessageCode(attempt, responses, signIn, 'SMS_OTP'),
};
