import { VerifySoftwareTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { VerifySoftwareTokenCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { present } from '../expectation-error';
import { held } from '../progress';
import { CodeNotAcceptedError, spendCode } from '../spend-code';
import type { Step, StepContext } from '../step';
import { noSoftwareTokens } from './no-software-tokens';

const verification = {
  name: 'Enrol with a TOTP code',
  operations: () => ['VerifySoftwareToken'],
  notApplicable: noSoftwareTokens,
} as const;

/** By a user who has signed in. */
export const verifySoftwareToken: Step = {
  ...verification,
  proves: 'a code made from the secret enrols the authenticator',

  async run(progress, context) {
    const { accessToken: AccessToken } = held(progress, 'tokens');
    const { softwareToken } = await spendCode(held(progress, 'softwareToken'), context, (UserCode) =>
      verify({ AccessToken, UserCode }, context),
    );
    return { ...progress, softwareToken };
  },
};

/** By a user who must enrol to get in. */
export const verifyInChallenge: Step = {
  ...verification,
  proves: 'a code made from the secret enrols the authenticator, within the session of MFA_SETUP',

  async run(progress, context) {
    const challenge = held(progress, 'challenge');
    const { answer, softwareToken } = await spendCode(held(progress, 'softwareToken'), context, (UserCode) =>
      verify({ Session: challenge.session, UserCode }, context),
    );
    const session = context.secrets.keep(present(answer.Session, 'Session'));
    return { ...progress, challenge: { ...challenge, session }, softwareToken };
  },
};

async function verify(
  request: { readonly UserCode: string } & ({ readonly AccessToken: string } | { readonly Session: string }),
  { target, signal }: StepContext,
): Promise<VerifySoftwareTokenCommandOutput> {
  const output = await target.cognito.send(new VerifySoftwareTokenCommand(request), { abortSignal: signal });
  if (output.Status !== 'SUCCESS')
    throw new CodeNotAcceptedError(
      `The service answered with the status ${output.Status ?? 'nothing'}; expected SUCCESS.`,
    );
  return output;
}
