import { anyPasswordClient } from '../choose-client';
import { answerWithCode } from '../steps/answer-with-code';
import { answerWithTextCode, signInToTextMessage } from '../steps/answer-text-message';
import { noSoftwareTokens } from '../steps/no-software-tokens';
import { preferSoftwareToken } from '../steps/prefer-software-token';
import { readPreferenceBack, readUserBack } from '../steps/read-user-back';
import { chooseSoftwareToken, chooseTextMessage, lackingFactorIsRefused, signInToSelect } from '../steps/select-factor';
import { signInAgain } from '../steps/sign-in-again';
import { enableBothFactors, givePhoneNumber, preferTextMessages } from '../steps/text-messages';
import { enrolment, newUser } from './enrolment';
import { noWayIn } from './getting-in';
import type { Journey } from './journey';
import { noTextMessages } from './messages';

export const severalFactors: Journey = {
  name: 'J10',
  what: 'A user has several factors and chooses',
  client: anyPasswordClient,
  needs: 'an inbox, and a pool with both SMS_MFA and SOFTWARE_TOKEN_MFA (EnabledMfas)',
  unsuitable: (facts) => noTextMessages(facts) ?? noSoftwareTokens(facts) ?? noWayIn(facts.pool),

  steps: ({ pool }) => [
    ...newUser,
    ...enrolment(pool),
    givePhoneNumber,
    enableBothFactors,
    signInToSelect,
    lackingFactorIsRefused,
    chooseTextMessage,
    answerWithTextCode,
    signInToSelect,
    chooseSoftwareToken,
    answerWithCode,
    preferTextMessages,
    readPreferenceBack('SMS_MFA'),
    signInToTextMessage,
    preferSoftwareToken,
    readUserBack,
    signInAgain,
  ],
};
