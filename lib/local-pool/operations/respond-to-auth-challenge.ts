import { answerChallenge } from '../authentication/answer-challenge';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Answers the challenge of a sign-in under way (API_RespondToAuthChallenge). */
export const respondToAuthChallenge = operation({
  name: 'RespondToAuthChallenge',
  authorisation: 'client',
  input: {
    ChallengeName: required(member.challengeName),
    ChallengeResponses: member.parameters,
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    Session: member.session,
  },
  run(service, { ChallengeName, ChallengeResponses = {}, ClientId, ClientMetadata = {}, Session }) {
    const { pool, client } = service.requireClient(ClientId);
    return answerChallenge({
      pool,
      client,
      challengeName: ChallengeName,
      session: Session,
      responses: ChallengeResponses,
      clientMetadata: ClientMetadata,
    });
  },
});
