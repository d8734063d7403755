import type { SignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { signUp as signUpOperation } from '../../operations/sign-up';
import type { AuthorizationRequest } from '../authorization-request';
import type { Wire } from '../../wire/response';
import type { HttpReply } from '../http-exchange';
import { openPage } from '../page-route';
import { addressOf, appRequest, goTo, refuse } from '../visit';
import { attributeField, attributesOf, nameField, newPasswordField, typed } from './fields';
import { form } from './form';
import { markup } from '../../markup';
import { signIn } from './login';
import { page } from './page';

/** /signup: name, password and the attributes that the pool demands of everybody. */
export const signUp = openPage('/signup', {
  show(visit, interaction) {
    const { texts, authorization } = visit;
    const { settings } = authorization.pool;
    const notice = interaction?.notice;
    const fields = interaction?.fields ?? {};
    return page(visit, {
      title: texts.createAccount,
      notice,
      body: markup`${form(visit, {
        action: addressOf(visit, '/signup'),
        button: texts.createAccountButton,
        fields: [
          nameField(texts, { ...settings, aliases: [] }, { value: fields['username'] ?? '', focus: true, notice }),
          ...attributesToGive(authorization).map(({ name, required }) =>
            attributeField(texts, name, required, { value: fields[name] ?? '' }),
          ),
          newPasswordField(texts, texts.password, settings.passwordPolicy, { notice }),
        ],
      })}
        <nav><a href="${addressOf(visit, '/login')}">${texts.haveAccount}</a></nav>`,
    });
  },

  async submit(visit, sent): Promise<HttpReply> {
    const name = typed(sent, 'username');
    const password = sent.get('password') ?? '';
    const attributes = attributesOf(sent);
    try {
      const made = (await signUpOperation.handle(visit.service, {
        ...appRequest(visit, name),
        Password: password,
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      })) as Wire<SignUpResponse>;
      if (made.UserConfirmed === true) return await signIn(visit, name, password);
      const destination = made.CodeDeliveryDetails?.Destination;
      return goTo(visit, { page: '/confirm', name, destination, signedUp: made.UserSub });
    } catch (thrown) {
      return refuse(visit, { page: '/signup', fields: { ...attributes, username: name } }, thrown);
    }
  },
});

/**
 * What is asked beside the name: the required attributes, and those that a code shall verify; of the latter only what the
 * client may write.
 */
function attributesToGive({ pool, client }: Pick<AuthorizationRequest, 'pool' | 'client'>) {
  const { schema, signInWith, autoVerifiedAttributes } = pool.settings;
  const verified: readonly string[] = autoVerifiedAttributes;
  return schema
    .filter(({ name }) => name !== 'sub' && name !== signInWith)
    .filter(({ name, required }) => required || (verified.includes(name) && signInWith !== 'email-or-phone'))
    .filter(({ name, required }) => required || (client.writeAttributes?.includes(name) ?? true))
    .map(({ name, required }) => ({ name, required }));
}
