import { flowElsewhereIsRefused } from '../steps/flow-elsewhere';
import { verifyClaims } from '../steps/verify-claims';
import { wrongPasswordIsRefused } from '../steps/wrong-credentials';
import { newUser } from './enrolment';
import { firstSignIn, noWayIn, wayIn } from './getting-in';
import type { Journey } from './journey';

export const passwordSignIn: Journey = {
  name: 'J2',
  what: 'An app without a secret sends the password itself',
  client: { flows: ['USER_PASSWORD_AUTH'], confidential: false },
  needs: `a pool that ${wayIn}`,
  unsuitable: ({ pool }) => noWayIn(pool),

  steps: ({ pool }) => [...newUser, wrongPasswordIsRefused, flowElsewhereIsRefused, ...firstSignIn(pool), verifyClaims],
};
