import { anyPasswordClient } from '../choose-client';
import type { Step } from '../step';
import { appStopsAtUnknownChallenge, signInThroughApp } from '../steps/app-sign-in';
import { noSoftwareTokens } from '../steps/no-software-tokens';
import { ofOtherUser } from '../steps/of-other-user';
import { setTemporaryPassword } from '../steps/set-password';
import { givePhoneNumber, preferTextMessages } from '../steps/text-messages';
import type { TargetFacts } from '../target-facts';
import { enrolment, newUser } from './enrolment';
import type { Journey } from './journey';
import { noTextMessages } from './messages';

export const oneAppForAll: Journey = {
  name: 'J15',
  what: 'One app lets in users with MFA and without',
  client: anyPasswordClient,
  needs: 'a pool with TOTP that lets users in without it too (MfaConfiguration OPTIONAL)',
  unsuitable: ({ pool }) =>
    pool.mfa === 'ON'
      ? 'MFA is required in this pool (MfaConfiguration ON): nobody is without.'
      : noSoftwareTokens({ pool }),

  steps: (facts) => [
    ...newUser,
    ...newUser.map(ofOtherUser),
    ...enrolment(facts.pool),
    signInThroughApp('SOFTWARE_TOKEN_MFA'),
    ofOtherUser(signInThroughApp('no challenge')),
    ...textMessages(facts),
    ofOtherUser(setTemporaryPassword),
    ofOtherUser(appStopsAtUnknownChallenge),
  ],
};

/** Where the codes of text messages can be read, the other user is asked for one. */
function textMessages(facts: TargetFacts): readonly Step[] {
  if (noTextMessages(facts) !== undefined) return [];
  return [ofOtherUser(givePhoneNumber), ofOtherUser(preferTextMessages), ofOtherUser(signInThroughApp('SMS_MFA'))];
}
