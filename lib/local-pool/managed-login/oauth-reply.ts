import type { LocalService } from '../service';
import type { FormRequest, HttpReply } from './http-exchange';
import { OAuthError, refusalOfTrigger } from './oauth-error';

/**
 * The headers of every answer that an app reads: nobody keeps it (RFC 6749 section 5.1), and pages of any origin may read
 * it. The service has no origins of its own choice either (developer guide, "User pool managed login", CORS policy; the
 * other headers are those of its "userInfo endpoint", example response).
 */
export const appHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  'X-Content-Type-Options': 'nosniff',
};

export function jsonReply(status: number, body: object, headers: HttpReply['headers'] = {}): HttpReply {
  const type = { 'Content-Type': 'application/json;charset=UTF-8' };
  return { status, headers: { ...type, ...appHeaders, ...headers }, body: JSON.stringify(body) };
}

/**
 * Runs an endpoint that clients call, and gives its refusals the form of RFC 6749 section 5.2. The log hears why.
 * @param invalidClient the status of invalid_client; the service has 400 at the token endpoint and 401 at the other.
 * @throws what is no refusal: a fault of this program
 */
export async function answerClient(
  service: Pick<LocalService, 'log'>,
  { method, path }: Pick<FormRequest, 'method' | 'path'>,
  invalidClient: 400 | 401,
  run: () => HttpReply | Promise<HttpReply>,
): Promise<HttpReply> {
  try {
    return await run();
  } catch (thrown) {
    const error = refusalOfTrigger(thrown);
    if (!(error instanceof OAuthError)) throw error;
    const status = error.code === 'invalid_client' ? invalidClient : 400;
    service.log(`${method} ${path} ${status} ${error.code}: ${error.message}`);
    const description = error.description !== undefined && { error_description: error.description };
    return { ...jsonReply(status, { error: error.code, ...description }), ending: { refused: error.code } };
  }
}
