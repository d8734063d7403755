import { readChallengeFor, readTokens } from '../auth-answer';
import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import type { Progress } from '../progress';
import { refusals } from '../refusals';
import { begin, beginOperation, respond, respondOperation } from '../sign-in-calls';
import type { Step, StepContext } from '../step';
import type { Target } from '../target';

/** More tries than anybody gives; Cognito itself has no limit (developer guide, "Define Auth challenge"). */
const mostTries = 20;

const operations = (target: Target): readonly string[] => [beginOperation(target), respondOperation(target)];

export const wrongAnswersAreRefused: Step = {
  name: 'Answer wrong until it ends',
  proves: 'a wrong answer opens nothing, and after a number of them failAuthentication ends the sign-in',
  operations,

  async run(progress, context) {
    await expectRefusal(refusals.wrongPassword, `${mostTries} wrong answers`, async () => {
      let asked = await ask(progress, context);
      for (let tries = 0; tries < mostTries; tries++) {
        const answer = context.surroundings.randomBytes(12).toString('hex');
        asked = await askedAgain(await respond(asked, { ANSWER: answer }, context), progress, context);
      }
    });
    return progress;
  },
};

/** With what whoever runs the journeys said. */
export function answerChallenge(answer: string): Step {
  return {
    name: 'Answer the challenge',
    proves: 'the right answer gives tokens',
    operations,

    async run(progress, context) {
      const challenge = await ask(progress, context);
      const output = await respond(challenge, { ANSWER: context.secrets.keep(answer) }, context);
      return { ...progress, ...readTokens(output, context.secrets) };
    },
  };
}

async function ask(progress: Progress, context: StepContext) {
  return askedAgain(await begin({}, context), progress, context);
}

async function askedAgain(output: Parameters<typeof readChallengeFor>[1], progress: Progress, context: StepContext) {
  return readChallengeFor(held(progress, 'username'), output, 'CUSTOM_CHALLENGE', context.secrets);
}
