import { signInWithPassword } from '../../authentication/flows/password';
import { PasswordResetRequiredException, UserNotConfirmedException } from '../../wire/exceptions';
import type { HttpReply } from '../http-exchange';
import { openPage } from '../page-route';
import { proceed } from '../sign-in-progress';
import { addressOf, appRequest, expected, goTo, refuse, type Visit } from '../visit';
import { currentPasswordField, nameField, typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';
import { page } from './page';

/** /login: name and password (developer guide, "Login endpoint"). */
export const login = openPage('/login', {
  show(visit, interaction) {
    const { texts, authorization } = visit;
    const { settings } = authorization.pool;
    const notice = interaction?.notice;
    const name = interaction?.name ?? authorization.loginHint ?? '';
    return page(visit, {
      title: texts.signIn,
      notice,
      body: markup`${form(visit, {
        action: addressOf(visit, '/login'),
        button: texts.signIn,
        fields: [
          nameField(texts, settings, { value: name, focus: name === '' }),
          currentPasswordField(texts, { focus: name !== '', notice }),
        ],
      })}
        <nav>
          ${!settings.accountRecovery.includes('admin_only') && markup`<a href="${addressOf(visit, '/forgotPassword')}">${texts.forgotPassword}</a>`}
          ${!settings.adminCreateUserOnly && markup`<a href="${addressOf(visit, '/signup')}">${texts.noAccount}</a>`}
        </nav>`,
    });
  },

  async submit(visit, sent): Promise<HttpReply> {
    const name = typed(sent, 'username');
    try {
      return await signIn(visit, name, sent.get('password') ?? '');
    } catch (thrown) {
      const exception = expected(thrown);
      if (exception instanceof UserNotConfirmedException)
        return goTo(visit, { page: '/confirm', name, destination: undefined, notice: information('unconfirmed') });
      if (exception instanceof PasswordResetRequiredException) {
        const notice = information('resetRequired');
        return goTo(visit, { page: '/confirmforgotPassword', name, destination: undefined, notice });
      }
      return refuse(visit, { page: '/login', name }, exception);
    }
  },
});

/** The password as first factor, whatever flows the client allows its own code. */
export async function signIn(visit: Visit, name: string, password: string): Promise<HttpReply> {
  const { pool, client } = visit.authorization;
  const { SecretHash } = appRequest(visit, name);
  const proof = SecretHash === undefined ? {} : { SECRET_HASH: SecretHash };
  const parameters = { USERNAME: name, PASSWORD: password, ...proof };
  return proceed(visit, await signInWithPassword({ pool, client, parameters, clientMetadata: {} }, 'authorization'));
}

function information(name: 'unconfirmed' | 'resetRequired') {
  return { kind: 'information', information: name } as const;
}
