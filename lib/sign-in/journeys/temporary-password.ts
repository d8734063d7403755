import { anyPasswordClient } from '../choose-client';
import type { Step } from '../step';
import {
  chooseNewPassword,
  chooseNewPasswordToEnrol,
  missingAttributeIsRefused,
  shortNewPasswordIsRefused,
  signInToNewPassword,
} from '../steps/choose-new-password';
import { inviteByMessage, inviteInPerson } from '../steps/invite-user';
import { verifyClaims } from '../steps/verify-claims';
import { formerPasswordIsRefused } from '../steps/wrong-credentials';
import type { PoolFacts } from '../pool-facts';
import { enrolInChallenge } from './enrolment';
import { noWayIn, wayIn } from './getting-in';
import type { Journey } from './journey';
import { unreadableMessages } from './messages';

export const temporaryPassword: Journey = {
  name: 'J18',
  what: 'An invited user signs in with a temporary password',
  client: anyPasswordClient,
  needs: `a pool that ${wayIn}`,
  unsuitable: ({ pool }) => noWayIn(pool),

  steps: (facts) => [
    unreadableMessages(facts) === undefined ? inviteByMessage : inviteInPerson,
    signInToNewPassword,
    shortNewPasswordIsRefused,
    // Whether the session outlives a refusal is not known: a user can try again in any case.
    signInToNewPassword,
    missingAttributeIsRefused,
    signInToNewPassword,
    ...chosen(facts.pool),
    verifyClaims,
    formerPasswordIsRefused,
  ],
};

function chosen({ mfa }: Pick<PoolFacts, 'mfa'>): readonly Step[] {
  return mfa === 'ON' ? [chooseNewPasswordToEnrol, ...enrolInChallenge] : [chooseNewPassword];
}
