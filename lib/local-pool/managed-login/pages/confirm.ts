import { admitAccount, incorrectCredentials } from '../../authentication/first-factor';
import { continueSignIn } from '../../authentication/continue-sign-in';
import { nothingSettled } from '../../authentication/sign-in';
import { confirmSignUp } from '../../operations/confirm-sign-up';
import type { HttpReply } from '../http-exchange';
import { continuingPage } from '../page-route';
import { proceed } from '../sign-in-progress';
import { fill } from '../texts/texts';
import { addressOf, appRequest, goTo, refuse, type Visit } from '../visit';
import { codeField, typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';
import { page } from './page';

/** /confirm: the code that ends a sign-up. Who signed up in this browser is then signed in. */
export const confirm = continuingPage('/confirm', {
  show(visit, { destination, notice }) {
    const { texts, authorization } = visit;
    const canSend = authorization.pool.settings.autoVerifiedAttributes.length > 0;
    const sent = destination === undefined ? texts.sent : fill(texts.sentTo, { destination });
    return page(visit, {
      title: texts.confirmTitle,
      notice,
      body: markup`<p>${canSend ? sent : texts.adminConfirms}</p>
        ${canSend && form(visit, { button: texts.confirmButton, fields: [codeField(texts, { focus: true, notice })] })}
        ${canSend && form(visit, { action: addressOf(visit, '/resendcode', visit.id), button: texts.resendButton, plain: true })}
        <nav><a href="${addressOf(visit, '/login')}">${texts.startAgain}</a></nav>`,
    });
  },

  async submit(visit, sent, { notice, ...step }): Promise<HttpReply> {
    const { name, signedUp } = step;
    try {
      const code = typed(sent, 'code');
      await confirmSignUp.handle(visit.service, { ...appRequest(visit, name), ConfirmationCode: code });
    } catch (thrown) {
      return refuse(visit, step, thrown);
    }
    if (signedUp === undefined) {
      const confirmed = { kind: 'information', information: 'confirmed' } as const;
      return goTo(visit, { page: '/login', name, notice: confirmed });
    }
    try {
      return await signInAfterSignUp(visit, name, signedUp);
    } catch (thrown) {
      return refuse(visit, { page: '/login', name }, thrown);
    }
  },
});

/** The password was chosen in this browser a moment ago. PreAuthentication may still refuse. */
async function signInAfterSignUp(visit: Visit, name: string, sub: string): Promise<HttpReply> {
  const { pool, client } = visit.authorization;
  const user = pool.users.find(name);
  if (user?.sub !== sub) throw incorrectCredentials();
  const admitted = await admitAccount({ pool, client, validationData: {} }, user);
  if (admitted === undefined) throw incorrectCredentials();
  const settled = { ...nothingSettled(undefined), endsIn: 'authorization' } as const;
  return proceed(visit, await continueSignIn({ pool, client, user: admitted, ...settled, clientMetadata: {} }));
}
