import { checkClaims } from '../check-claims';
import { held } from '../progress';
import type { Progress } from '../progress';
import type { Step, StepContext } from '../step';
import { verifyTokens } from '../verify-tokens';

const verification = { operations: () => ['GET jwks.json'] } as const;

export const verifyClaims: Step = {
  ...verification,
  name: 'Verify tokens and claims',
  proves: 'both tokens are genuine and say what the template promises: user, client, groups, lifetimes, device',
  run: (progress, context) => verify(progress, progress.newDevice?.key, context),
};

/** After a sign-in from the confirmed device. */
export const verifyDeviceClaims: Step = {
  ...verification,
  name: 'Verify the new tokens',
  proves: 'both tokens are genuine, say what the template promises, and belong to the remembered device',
  run: (progress, context) => verify(progress, held(progress, 'device').key, context),
};

async function verify(progress: Progress, deviceKey: string | undefined, context: StepContext): Promise<Progress> {
  checkClaims(await verifyTokens(held(progress, 'tokens'), context), {
    target: context.target,
    username: held(progress, 'username'),
    email: context.user.email,
    deviceKey,
  });
  return progress;
}
