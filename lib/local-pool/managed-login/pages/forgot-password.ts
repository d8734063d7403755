import type { ForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { forgotPassword as forgotPasswordOperation } from '../../operations/forgot-password';
import type { Wire } from '../../wire/response';
import { openPage } from '../page-route';
import { addressOf, appRequest, goTo, refuse } from '../visit';
import { resetMilliseconds } from './confirm-forgot-password';
import { nameField, typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';
import { page } from './page';

/** /forgotPassword: whose password shall be replaced. Where the client masks who exists, every name gets on. */
export const forgotPassword = openPage('/forgotPassword', {
  show(visit, interaction) {
    const { texts, authorization } = visit;
    const notice = interaction?.notice;
    const given = { value: interaction?.name ?? '', focus: true, notice };
    return page(visit, {
      title: texts.forgotTitle,
      notice,
      body: markup`<p>${texts.forgotIntroduction}</p>
        ${form(visit, {
          action: addressOf(visit, '/forgotPassword'),
          button: texts.sendCodeButton,
          fields: [nameField(texts, authorization.pool.settings, given)],
        })}
        <nav><a href="${addressOf(visit, '/login')}">${texts.startAgain}</a></nav>`,
    });
  },

  async submit(visit, sent) {
    const name = typed(sent, 'username');
    try {
      const answered = await forgotPasswordOperation.handle(visit.service, appRequest(visit, name));
      const { CodeDeliveryDetails: delivery } = answered as Wire<ForgotPasswordResponse>;
      const step = { page: '/confirmforgotPassword', name, destination: delivery?.Destination } as const;
      return goTo(visit, step, resetMilliseconds);
    } catch (thrown) {
      return refuse(visit, { page: '/forgotPassword', name }, thrown);
    }
  },
});
