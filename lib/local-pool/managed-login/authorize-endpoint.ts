import type { Authentication } from '../authentication/reply';
import { errorLocation, readAuthorizationRequest, type AuthorizationRequest } from './authorization-request';
import { cookieNames } from './cookies';
import type { Endpoint, FormRequest } from './http-exchange';
import { redirectToError } from './pages/error';
import { redirect } from './redirect';
import { authorize } from './sign-in-progress';
import { addressOf } from './visit';

/**
 * GET /oauth2/authorize: a code for who is signed in at this browser already, else the sign-in page with the same
 * parameters (RFC 6749 section 4.1; developer guide, "Authorize endpoint").
 */
export const authorizeEndpoint: Endpoint = (service, request) => {
  const read = readAuthorizationRequest(service, request.query);
  switch (read.outcome) {
    case 'error-page':
      return Promise.resolve(redirectToError(request, read.error));
    case 'redirect':
      return Promise.resolve({ ...redirect(302, read.location), ending: { refused: read.error } });
    case 'valid': {
      const signedIn = signedInAt(request, read.request);
      if (signedIn !== undefined) return Promise.resolve(redirect(302, authorize(read.request, signedIn)));
      if (!read.request.prompt.includes('none'))
        return Promise.resolve(redirect(302, addressOf({ request }, '/login')));
      const refused = 'login_required';
      const location = errorLocation(read.request, refused, 'Nobody is signed in at this browser');
      return Promise.resolve({ ...redirect(302, location), ending: { refused } });
    }
  }
};

/** Who is signed in, if that still holds and is fresh enough for this request. */
function signedInAt({ cookies }: FormRequest, request: AuthorizationRequest): Authentication | undefined {
  const { pool, client, prompt, maxAge = Infinity } = request;
  const session = pool.browserState.sessions.find(cookies.get(cookieNames(pool).session));
  if (session === undefined || prompt.includes('login')) return undefined;
  const longest = Math.min(maxAge, (pool.stored.ssoValidityMinutes.get(client.id) ?? Infinity) * 60);
  const user = pool.users.get(session.username);
  const isThere = user?.sub === session.sub && user.enabled;
  return isThere && pool.clock.now() - session.authenticated < longest * 1000 ? session : undefined;
}
