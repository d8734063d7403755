import { confirmForgotPassword as confirmForgotPasswordOperation } from '../../operations/confirm-forgot-password';
import { continuingPage } from '../page-route';
import { fill } from '../texts/texts';
import { addressOf, appRequest, goTo, refuse } from '../visit';
import { codeField, newPasswordField, typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';
import { page } from './page';

const minutes = 8;

/** How long this page can be used (developer guide, "Managed login": eight minutes). */
export const resetMilliseconds = minutes * 60 * 1000;

/** /confirmforgotPassword: the code of a reset, and the new password, with which the user then signs in. */
export const confirmForgotPassword = continuingPage('/confirmforgotPassword', {
  show(visit, { destination, notice }) {
    const { texts, authorization } = visit;
    const policy = authorization.pool.settings.passwordPolicy;
    return page(visit, {
      title: texts.resetTitle,
      notice,
      body: markup`<p>${destination === undefined ? texts.sent : fill(texts.sentTo, { destination })}</p>
        ${form(visit, {
          button: texts.resetButton,
          fields: [
            codeField(texts, { focus: true, notice, hint: fill(texts.minutesLeft, { minutes }) }),
            newPasswordField(texts, texts.newPassword, policy, { notice }),
          ],
        })}
        <nav>
          <a href="${addressOf(visit, '/forgotPassword')}">${texts.resendButton}</a>
          <a href="${addressOf(visit, '/login')}">${texts.startAgain}</a>
        </nav>`,
    });
  },

  async submit(visit, sent, { notice, ...step }) {
    const { name } = step;
    try {
      await confirmForgotPasswordOperation.handle(visit.service, {
        ...appRequest(visit, name),
        ConfirmationCode: typed(sent, 'code'),
        Password: sent.get('password') ?? '',
      });
    } catch (thrown) {
      return refuse(visit, step, thrown);
    }
    const changed = { kind: 'information', information: 'passwordChanged' } as const;
    return goTo(visit, { page: '/login', name, notice: changed });
  },
});
