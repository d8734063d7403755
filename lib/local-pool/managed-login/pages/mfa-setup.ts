import type { VerifySoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { verifySoftwareToken } from '../../operations/verify-software-token';
import type { Wire } from '../../wire/response';
import type { Notice, Pending } from '../interactions';
import { otpauthUri } from '../otpauth-uri';
import type { Visit } from '../visit';
import { listParameter, timeLimit, type ChallengePage } from './challenge-page';
import { codeField, typed } from './fields';
import { field, form } from './form';
import { markup, type Markup } from '../../markup';
import { qrCode } from './qr-code';

/** MFA_SETUP: an authenticator is enrolled, with a QR code and the same as text, or an address for codes by e-mail. */
export const mfaSetup: ChallengePage = {
  show(visit, pending, notice) {
    const { texts } = visit;
    const { secretCode } = pending;
    const ways = [
      ...(secretCode === undefined ? [] : [authenticator(visit, pending, secretCode, notice)]),
      ...(listParameter(pending, 'MFAS_CAN_SETUP').includes('EMAIL_OTP') ? [byEmail(visit)] : []),
    ];
    const introduction = markup`<p>${texts.setUpIntroduction} ${timeLimit(visit)}</p>`;
    return {
      title: texts.setUpTitle,
      body: ways.length === 0 ? markup`<p>${texts.setUpNothing}</p>` : markup`${introduction}${ways}`,
    };
  },

  async read({ service }, pending, sent) {
    if (sent.has('email')) return { responses: { EMAIL: typed(sent, 'email') } };
    const code = typed(sent, 'code').replace(/\s/g, '');
    const verified = await verifySoftwareToken.handle(service, { Session: pending.session, UserCode: code });
    const { Session = pending.session } = verified as Wire<VerifySoftwareTokenResponse>;
    return { responses: {}, pending: { ...pending, session: Session } };
  },
};

function authenticator(visit: Visit, pending: Pending, secretCode: string, notice: Notice | undefined): Markup {
  const { texts, authorization } = visit;
  const { pool } = authorization;
  const user = pool.users.get(pending.username);
  const uri = otpauthUri(pool.settings.name, user?.attributes['email'] ?? pending.username, secretCode);
  return markup`<h2>${texts.setUpToken}</h2>
    <p>${texts.setUpTokenSteps}</p>
    <div class="qr">${qrCode(uri, texts.qrLabel)}</div>
    <p><strong>${texts.secret}</strong><br /><code id="secret">${secretCode}</code></p>
    ${form(visit, { button: texts.continueButton, fields: [codeField(texts, { focus: true, notice })] })}`;
}

function byEmail(visit: Visit): Markup {
  const { texts } = visit;
  const address = field({ name: 'email', label: texts.attributes.email, type: 'email', autocomplete: 'email' });
  return markup`<h2>${texts.setUpEmail}</h2>
    ${form(visit, { button: texts.sendCodeButton, fields: [address], plain: true })}`;
}
