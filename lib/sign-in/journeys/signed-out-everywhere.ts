import { anyPasswordClient } from '../choose-client';
import { confirmDevice } from '../steps/confirm-device';
import { elsewhere } from '../steps/elsewhere';
import { readOneself, revokeSession, signOutByAdmin } from '../steps/end-sessions';
import { ofOtherUser } from '../steps/of-other-user';
import { refreshIsRefused } from '../steps/refresh-is-refused';
import { refreshTokens } from '../steps/refresh-tokens';
import { signOutEverywhere } from '../steps/sign-out-everywhere';
import { newUser } from './enrolment';
import { firstSignIn, nextSignIn, noWayIn, wayIn } from './getting-in';
import type { Journey } from './journey';

export const signedOutEverywhere: Journey = {
  name: 'J19',
  what: 'Sessions end one by one and all together',
  client: anyPasswordClient,
  needs: `a pool that ${wayIn}`,
  unsuitable: ({ pool }) => noWayIn(pool),

  steps: ({ pool }) => [
    ...newUser,
    ...firstSignIn(pool),
    confirmDevice,
    refreshTokens,
    ...nextSignIn(pool).map(elsewhere),
    elsewhere(confirmDevice),
    revokeSession,
    // The other session is not touched by it, and is ended by the user.
    elsewhere(readOneself),
    elsewhere(refreshTokens),
    elsewhere(signOutEverywhere),
    refreshIsRefused,
    elsewhere(refreshIsRefused),
    // That of the other user, who spends no code of this one, is ended by an administrator.
    ...[...newUser, ...firstSignIn(pool), confirmDevice, refreshTokens, signOutByAdmin, refreshIsRefused].map(
      ofOtherUser,
    ),
  ],
};
