import { ExpectationError, present } from '../expectation-error';
import { held } from '../progress';
import { refresh, refreshOperation } from '../sign-in-calls';
import type { Step } from '../step';
import { verifyTokens } from '../verify-tokens';
import { noRefresh } from './no-refresh';

export const refreshTokens: Step = {
  name: 'Refresh the tokens',
  proves:
    'the refresh token, with the confirmed device where there is one, gives genuine tokens without a new sign-in, and its successor with rotation',
  operations: (target) => [refreshOperation(target)],
  notApplicable: noRefresh,

  async run(progress, context) {
    const { secrets, target } = context;
    const tokens = held(progress, 'tokens');
    const { AuthenticationResult: result } = await refresh(
      {
        refreshToken: tokens.refreshToken,
        username: held(progress, 'username'),
        deviceKey: progress.device?.key,
      },
      context,
    );
    const rotated = target.client.refreshTokenRotation ? present(result?.RefreshToken, 'RefreshToken') : undefined;
    if (rotated === tokens.refreshToken) throw new ExpectationError('The refresh token was not rotated.');
    const refreshed = {
      ...tokens,
      ...(rotated !== undefined && { refreshToken: secrets.keep(rotated) }),
      accessToken: secrets.keep(present(result?.AccessToken, 'AccessToken')),
      idToken: secrets.keep(present(result?.IdToken, 'IdToken')),
    };
    const { id, access } = await verifyTokens(refreshed, context);
    const username = held(progress, 'username');
    if (id['cognito:username'] !== username || access['username'] !== username)
      throw new ExpectationError("The refreshed tokens are another user's.");
    return { ...progress, tokens: refreshed };
  },
};
