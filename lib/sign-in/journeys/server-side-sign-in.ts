import { confirmDevice } from '../steps/confirm-device';
import { confirmSignUp, wrongSignUpCodeIsRefused } from '../steps/confirm-sign-up';
import { flowElsewhereIsRefused } from '../steps/flow-elsewhere';
import { refreshIsRefused } from '../steps/refresh-is-refused';
import { refreshTokens } from '../steps/refresh-tokens';
import { signOut } from '../steps/sign-out';
import { signUp } from '../steps/sign-up';
import { verifyStoredClaims } from '../steps/verify-claims';
import { unknownUserIsRefused, wrongPasswordIsRefused, wrongSecretHashIsRefused } from '../steps/wrong-credentials';
import type { TargetFacts } from '../target-facts';
import { newUser } from './enrolment';
import { firstSignIn, noWayIn, wayIn } from './getting-in';
import type { Journey } from './journey';
import { unreadableMessages } from './messages';

export const serverSideSignIn: Journey = {
  name: 'J1',
  what: 'A back end signs a user in',
  client: { flows: ['ADMIN_USER_PASSWORD_AUTH'], confidential: true },
  needs: `a pool that ${wayIn}`,
  unsuitable: ({ pool }) => noWayIn(pool),

  steps: (facts) => [
    ...(canSignUp(facts) ? [signUp, wrongSignUpCodeIsRefused, confirmSignUp] : newUser),
    wrongSecretHashIsRefused,
    wrongPasswordIsRefused,
    unknownUserIsRefused,
    flowElsewhereIsRefused,
    ...firstSignIn(facts.pool),
    verifyStoredClaims,
    confirmDevice,
    refreshTokens,
    signOut,
    refreshIsRefused,
  ],
};

/** Otherwise an administrator makes the user. A phone number that is verified too would get the code. */
function canSignUp(facts: TargetFacts): boolean {
  const { selfSignUp, autoVerified } = facts.pool;
  return selfSignUp && autoVerified.join() === 'email' && unreadableMessages(facts) === undefined;
}
