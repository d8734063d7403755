import { checkMachineClaims } from '../check-machine-claims';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError, present } from '../expectation-error';
import { refusals } from '../refusals';
import type { Step } from '../step';
import type { Target } from '../target';
import { requestToken, tokenRequest } from '../token-endpoint';
import { verifyAccessToken } from '../verify-tokens';

/** The scopes of resource servers, as `identifier/name`; undefined where the template does not say them: then all are asked for. */
function customScopes({ client }: Target): string | undefined {
  const scopes = client.oauthScopes.filter((scope) => scope.includes('/'));
  return scopes.length === 0 ? undefined : scopes.join(' ');
}

export const askAsMachine: Step = {
  name: 'Ask for a token as a machine',
  proves: 'the app client gets an access token that speaks for itself alone, with its scopes and without a user',
  operations: () => [...tokenRequest, 'GET jwks.json'],

  async run(progress, context) {
    const { target } = context;
    const scope = customScopes(target);
    const tokens = await requestToken({ scope, secret: present(target.client.secret, 'client secret') }, context);
    for (const extra of ['id_token', 'refresh_token'] as const)
      if (tokens[extra] !== undefined)
        throw new ExpectationError(`A machine was given ${extra}; expected an access token alone.`);
    checkMachineClaims(await verifyAccessToken(tokens.access_token, context), { client: target.client, scope });
    return progress;
  },
};

export const userScopeIsRefused: Step = {
  name: 'Ask for a scope about users',
  proves: 'a machine gets no scope that opens what belongs to a user',
  operations: () => tokenRequest,

  async run(progress, context) {
    const secret = present(context.target.client.secret, 'client secret');
    for (const scope of ['openid', 'aws.cognito.signin.user.admin'])
      await expectRefusal(refusals.userScope, `the scope ${scope} of a machine`, () =>
        requestToken({ scope, secret }, context),
      );
    return progress;
  },
};

export const wrongClientSecretIsRefused: Step = {
  name: 'Ask with a wrong secret',
  proves: 'whoever knows the id of the app client and not its secret gets nothing',
  operations: () => tokenRequest,

  async run(progress, context) {
    const { target, secrets, surroundings } = context;
    const secret = secrets.keep(surroundings.randomBytes(26).toString('hex'));
    await expectRefusal(refusals.wrongClientSecret, 'a wrong client secret', () =>
      requestToken({ scope: customScopes(target), secret }, context),
    );
    return progress;
  },
};
