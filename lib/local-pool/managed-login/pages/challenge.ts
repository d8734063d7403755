import { markup } from '../../markup';
import { answerChallenge } from '../../authentication/answer-challenge';
import type { Responses } from '../../challenges/challenge';
import { NotAuthorizedException } from '../../wire/exceptions';
import type { HttpReply } from '../http-exchange';
import type { Notice, Pending } from '../interactions';
import { continuingPage } from '../page-route';
import { proceed } from '../sign-in-progress';
import { addressOf, appRequest, expected, goTo, noticeOf, type Visit } from '../visit';
import { challengePages } from './challenge-pages';
import { page } from './page';

/** /challenge: whatever a sign-in still asks for after the password. The path is ours. */
export const challenge = continuingPage('/challenge', {
  show(visit, { pending, notice }) {
    const closed = closedSession(visit, pending);
    if (closed !== undefined) return goTo(visit, { page: '/login', name: '', notice: closed });
    const { title, body } = challengePages[pending.challenge].show(visit, pending, notice);
    const links = markup`<nav><a href="${addressOf(visit, '/login')}">${visit.texts.startAgain}</a></nav>`;
    return page(visit, { title, notice, body: markup`${body}${links}` });
  },

  async submit(visit, sent, { pending }): Promise<HttpReply> {
    // A first part of the answer may replace the session, whatever comes of the second.
    let latest = pending;
    try {
      const prepared = await challengePages[pending.challenge].read(visit, pending, sent);
      latest = prepared.pending ?? pending;
      return await proceed(visit, await answer(visit, latest, prepared.responses));
    } catch (thrown) {
      const notice = noticeOf(visit, expected(thrown));
      const isOver = closedSession(visit, latest) !== undefined;
      return goTo(visit, {
        ...(isOver ? { page: '/login', name: '' } : { page: '/challenge', pending: latest }),
        notice,
      });
    }
  },
});

function answer(visit: Visit, { challenge: challengeName, session, username }: Pending, responses: Responses) {
  const { pool, client } = visit.authorization;
  const { SecretHash } = appRequest(visit, username);
  return answerChallenge({
    pool,
    client,
    challengeName,
    session,
    responses: { ...responses, USERNAME: username, ...(SecretHash !== undefined && { SECRET_HASH: SecretHash }) },
    clientMetadata: {},
    endsIn: 'authorization',
  });
}

/** Why the session can be answered no more: it took too long (AuthSessionValidity), or was answered elsewhere. */
function closedSession(visit: Visit, { session }: Pending): Notice | undefined {
  const { pool, client } = visit.authorization;
  try {
    pool.sessions.open(session, client.id);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof NotAuthorizedException)) throw thrown;
    return noticeOf(visit, thrown);
  }
}
