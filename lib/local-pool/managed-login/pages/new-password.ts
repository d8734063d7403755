import { listParameter, timeLimit, type ChallengePage } from './challenge-page';
import { attributeField, attributesOf, newPasswordField } from './fields';
import { form } from './form';
import { markup } from '../../markup';

const prefix = 'userAttributes.';

/** NEW_PASSWORD_REQUIRED: a password in the place of the temporary one, and the required attributes that are missing. */
export const newPassword: ChallengePage = {
  show(visit, pending, notice) {
    const { texts, authorization } = visit;
    const missing = listParameter(pending, 'requiredAttributes').map((name) => name.slice(prefix.length));
    return {
      title: texts.newPasswordTitle,
      body: markup`<p>${texts.newPasswordIntroduction} ${timeLimit(visit)}</p>
        ${form(visit, {
          button: texts.continueButton,
          fields: [
            newPasswordField(texts, texts.newPassword, authorization.pool.settings.passwordPolicy, {
              focus: true,
              notice,
            }),
            ...missing.map((name) => attributeField(texts, name, true, {})),
          ],
        })}`,
    };
  },

  read(_visit, _pending, sent) {
    const attributes = Object.entries(attributesOf(sent)).map(([name, value]) => [prefix + name, value] as const);
    return { responses: { NEW_PASSWORD: sent.get('password') ?? '', ...Object.fromEntries(attributes) } };
  },
};
