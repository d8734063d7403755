import type { ResendConfirmationCodeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { resendConfirmationCode } from '../../operations/resend-confirmation-code';
import type { Wire } from '../../wire/response';
import { continuingPage } from '../page-route';
import { appRequest, goTo, refuse } from '../visit';

/** /resendcode: another code for a sign-up, and back to where it is entered. */
export const resendCode = continuingPage('/confirm', {
  async submit(visit, _form, { notice, ...step }) {
    try {
      const answered = await resendConfirmationCode.handle(visit.service, appRequest(visit, step.name));
      const { CodeDeliveryDetails: delivery } = answered as Wire<ResendConfirmationCodeResponse>;
      const sent = { kind: 'information', information: 'codeSent' } as const;
      return goTo(visit, { ...step, destination: delivery?.Destination, notice: sent });
    } catch (thrown) {
      return refuse(visit, step, thrown);
    }
  },
});
