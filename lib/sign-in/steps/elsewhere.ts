import { held } from '../progress';
import type { Step } from '../step';

/**
 * The same step, taken by the same user in another session: with tokens and a device of its own, and the one authenticator
 * that the user has.
 */
export function elsewhere(step: Step): Step {
  return {
    ...step,
    name: `${step.name}, elsewhere`,
    async run({ elsewhere: there, ...here }, context) {
      const { softwareToken } = here;
      const username = held(here, 'username');
      const after = await step.run({ ...there, username, ...(softwareToken && { softwareToken }) }, context);
      return {
        ...here,
        // A code that was spent there is spent here too.
        ...(after.softwareToken && { softwareToken: after.softwareToken }),
        elsewhere: after,
      };
    },
  };
}
