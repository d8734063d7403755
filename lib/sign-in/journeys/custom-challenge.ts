import { answerChallenge, wrongAnswersAreRefused } from '../steps/custom-challenge';
import { verifyClaims } from '../steps/verify-claims';
import type { TargetFacts } from '../target-facts';
import { newUser } from './enrolment';
import type { Journey } from './journey';

const triggers = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'];

export const customChallenge: Journey = {
  name: 'J20',
  what: 'A user answers a challenge of the pool itself',
  client: { flows: ['CUSTOM_AUTH'] },
  needs: `a pool with the triggers ${triggers.join(', ')}, and --challenge-answer`,

  unsuitable({ pool, challengeAnswer }) {
    const missing = triggers.filter((each) => !pool.triggers.includes(each));
    if (missing.length > 0) return `This pool has no challenge of its own (LambdaConfig has no ${missing.join(', ')}).`;
    return challengeAnswer === undefined
      ? 'Only the functions of this pool know what answers their challenge.'
      : undefined;
  },

  steps: ({ challengeAnswer }) => [...newUser, wrongAnswersAreRefused, ...rightAnswer(challengeAnswer), verifyClaims],
};

function rightAnswer(answer: TargetFacts['challengeAnswer']) {
  return answer === undefined ? [] : [answerChallenge(answer)];
}
