import { AssociateSoftwareTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import { present } from '../expectation-error';
import { held } from '../progress';
import type { SoftwareToken } from '../progress';
import type { Step, StepContext } from '../step';
import { otpauthUri } from '../totp';
import { noSoftwareTokens } from './no-software-tokens';

const enrolment = {
  name: 'Ask for a TOTP secret',
  operations: () => ['AssociateSoftwareToken'],
  notApplicable: noSoftwareTokens,
} as const;

/** By a user who has signed in. */
export const associateSoftwareToken: Step = {
  ...enrolment,
  proves: 'a signed-in user gets a secret for an authenticator app',

  async run(progress, context) {
    const { target, signal } = context;
    const { SecretCode } = await target.cognito.send(
      new AssociateSoftwareTokenCommand({ AccessToken: held(progress, 'tokens').accessToken }),
      { abortSignal: signal },
    );
    return { ...progress, softwareToken: received(SecretCode, context) };
  },
};

/** By a user who must enrol to get in: the session stands for the access token. */
export const associateInChallenge: Step = {
  ...enrolment,
  proves: 'the session of MFA_SETUP gets a secret for an authenticator app',

  async run(progress, context) {
    const challenge = held(progress, 'challenge');
    const { SecretCode, Session } = await context.target.cognito.send(
      new AssociateSoftwareTokenCommand({ Session: challenge.session }),
      { abortSignal: context.signal },
    );
    const session = context.secrets.keep(present(Session, 'Session'));
    return { ...progress, challenge: { ...challenge, session }, softwareToken: received(SecretCode, context) };
  },
};

function received(secret: string | undefined, { secrets, user, showSoftwareToken }: StepContext): SoftwareToken {
  const secretCode = secrets.keep(present(secret, 'SecretCode'));
  showSoftwareToken?.(otpauthUri(secretCode, user.email));
  return { secretCode, lastStep: undefined };
}
