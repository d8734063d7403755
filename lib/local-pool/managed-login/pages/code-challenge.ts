import type { Notice, Pending } from '../interactions';
import { fill } from '../texts/texts';
import type { Visit } from '../visit';
import { timeLimit, type ChallengePage } from './challenge-page';
import { codeField, typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';

/** SOFTWARE_TOKEN_MFA: the code that the authenticator of the user shows. */
export const softwareToken: ChallengePage = {
  show: (visit, _pending, notice) => ({
    title: visit.texts.softwareTokenTitle,
    body: markup`<p>${visit.texts.softwareTokenIntroduction}</p>
      ${codeForm(visit, notice)}`,
  }),
  read: (_visit, pending, sent) => answer(pending, sent),
};

/** SMS_MFA and EMAIL_OTP: the code of a message. */
export const messageCode: ChallengePage = {
  show({ texts, ...visit }, { parameters }, notice) {
    const destination = parameters['CODE_DELIVERY_DESTINATION'];
    const sent = destination === undefined ? texts.sent : fill(texts.sentTo, { destination });
    return {
      title: texts.messageCodeTitle,
      body: markup`<p>${sent}</p>
        ${codeForm({ ...visit, texts }, notice)}`,
    };
  },
  read: (_visit, pending, sent) => answer(pending, sent),
};

function codeForm(visit: Visit, notice: Notice | undefined) {
  const { texts } = visit;
  return form(visit, {
    button: texts.continueButton,
    fields: [codeField(texts, { focus: true, notice, hint: timeLimit(visit) })],
  });
}

/** The response is named after the challenge (API_RespondToAuthChallenge). */
function answer({ challenge }: Pending, sent: URLSearchParams) {
  return { responses: { [`${challenge}_CODE`]: typed(sent, 'code').replace(/\s/g, '') } };
}
