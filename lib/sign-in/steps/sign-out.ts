import { GlobalSignOutCommand, RevokeTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import { held } from '../progress';
import type { Step } from '../step';

export const signOut: Step = {
  name: 'Sign out',
  proves: 'the session can be ended by whoever holds its tokens',
  operations: ({ client }) => [client.tokenRevocation ? 'RevokeToken' : 'GlobalSignOut'],

  async run(progress, { target, signal }) {
    const { cognito, client } = target;
    const { accessToken: AccessToken, refreshToken: Token } = held(progress, 'tokens');
    const options = { abortSignal: signal };
    if (client.tokenRevocation) {
      const secret = client.secret !== undefined && { ClientSecret: client.secret };
      await cognito.send(new RevokeTokenCommand({ Token, ClientId: client.id, ...secret }), options);
    } else {
      await cognito.send(new GlobalSignOutCommand({ AccessToken }), options);
    }
    return progress;
  },
};
