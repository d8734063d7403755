import { AdminGetUserCommand, AdminListGroupsForUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { checkClaims } from '../check-claims';
import { held } from '../progress';
import type { Progress } from '../progress';
import type { Step, StepContext } from '../step';
import { verifyTokens } from '../verify-tokens';

const jwks = 'GET jwks.json';
/** What an administrator's creation makes of a user. */
const asCreated = { emailVerified: true, groups: [] } as const;

export const verifyClaims: Step = {
  name: 'Verify tokens and claims',
  proves: 'both tokens are genuine and say what the template promises: user, client, groups, lifetimes, device',
  operations: () => [jwks],
  run: (progress, context) => verify(progress, { deviceKey: progress.newDevice?.key, ...asCreated }, context),
};

/** After a sign-in from the confirmed device. */
export const verifyDeviceClaims: Step = {
  name: 'Verify the new tokens',
  proves: 'both tokens are genuine, say what the template promises, and belong to the remembered device',
  operations: () => [jwks],
  run: (progress, context) => verify(progress, { deviceKey: held(progress, 'device').key, ...asCreated }, context),
};

/** Of a user who signed up: a trigger may have put them into a group, or left the address unverified. */
export const verifyStoredClaims: Step = {
  name: verifyClaims.name,
  proves: 'both tokens are genuine, say what the template promises, and what the pool knows of the user',
  operations: () => ['AdminGetUser', 'AdminListGroupsForUser', jwks],

  async run(progress, context) {
    const { target, user, signal } = context;
    const whose = { UserPoolId: target.userPoolId, Username: user.signInName };
    const options = { abortSignal: signal };
    const { UserAttributes = [] } = await target.cognito.send(new AdminGetUserCommand(whose), options);
    const { Groups = [] } = await target.cognito.send(new AdminListGroupsForUserCommand(whose), options);
    const verified = UserAttributes.find(({ Name }) => Name === 'email_verified');
    const stored = {
      deviceKey: progress.newDevice?.key,
      emailVerified: verified && verified.Value === 'true',
      groups: Groups.flatMap(({ GroupName }) => GroupName ?? []),
    };
    return verify(progress, stored, context);
  },
};

interface Stored {
  readonly deviceKey: string | undefined;
  readonly emailVerified: boolean | undefined;
  readonly groups: readonly string[];
}

async function verify(progress: Progress, stored: Stored, context: StepContext): Promise<Progress> {
  checkClaims(await verifyTokens(held(progress, 'tokens'), context), {
    target: context.target,
    username: held(progress, 'username'),
    email: context.user.email,
    ...stored,
  });
  return progress;
}
