import { held } from '../progress';
import type { Step } from '../step';
import { verifyTokens } from '../verify-tokens';

export const verifyFirstTokens: Step = {
  name: 'Verify the tokens',
  proves: 'the keys at the issuer signed both tokens, for this client, and they have not expired',
  operations: () => ['GET jwks.json'],

  async run(progress, context) {
    await verifyTokens(held(progress, 'tokens'), context);
    return progress;
  },
};
