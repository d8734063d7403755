import type { Step } from '../step';

/** The same step, taken by the other user of the journey, who has tokens, devices and an authenticator of their own. */
export function ofOtherUser(step: Step): Step {
  return {
    ...step,
    name: `${step.name}, other user`,
    async run(progress, context) {
      const { user, other } = context;
      return { ...progress, other: await step.run(progress.other ?? {}, { ...context, user: other, other: user }) };
    },
  };
}
