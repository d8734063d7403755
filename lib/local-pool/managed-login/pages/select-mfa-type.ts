import type { MfaFactor } from '../../settings/pool-settings';
import { listParameter, type ChallengePage } from './challenge-page';
import { typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';

/** SELECT_MFA_TYPE: which of several second factors. */
export const selectMfaType: ChallengePage = {
  show(visit, pending) {
    const { texts } = visit;
    const choices = listParameter(pending, 'MFAS_CAN_CHOOSE').filter((name): name is MfaFactor =>
      Object.hasOwn(texts.factors, name),
    );
    const radios = choices.map(
      (factor, index) =>
        markup`<label class="choice">
          <input type="radio" name="answer" value="${factor}" required${index === 0 && markup` checked autofocus`}>
          ${texts.factors[factor]}
        </label>`,
    );
    return {
      title: texts.selectTitle,
      body: form(visit, {
        button: texts.continueButton,
        fields: [
          markup`<fieldset>
            <legend>${texts.selectLegend}</legend>
            ${radios}
          </fieldset>`,
        ],
      }),
    };
  },

  read: (_visit, _pending, sent) => ({ responses: { ANSWER: typed(sent, 'answer') } }),
};
