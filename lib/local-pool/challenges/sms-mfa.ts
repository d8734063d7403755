import type { Challenge } from './challenge';
import { offerMessageCode } from './message-code';
import { respondWithMessageCode } from './message-code-answer';

/** SMS_MFA: a code by text message to the phone number of the user. */
export const smsMfa: Challenge = {
  name: 'SMS_MFA',
  offer: (attempt) => offerMessageCode(attempt, 'SMS_MFA'),
  respond: (attempt, responses, signIn) => respondWithMessageCode(attempt, responses, signIn, 'SMS_MFA'),
};
