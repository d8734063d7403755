import { checkClaims } from '../check-claims';
import { held } from '../progress';
import type { Step } from '../step';
import { verifyTokens } from '../verify-tokens';

export const verifyClaims: Step = {
  name: 'Verify tokens and claims',
  proves: 'both tokens are genuine and say what the template promises: user, client, groups, lifetimes, device',
  operations: () => ['GET jwks.json'],

  async run(progress, context) {
    checkClaims(await verifyTokens(held(progress, 'tokens'), context), {
      target: context.target,
      username: held(progress, 'username'),
      email: context.user.email,
      newDevice: progress.newDevice,
    });
    return progress;
  },
};
