import { findAppClient } from './app-client';
import { readAuthorizationRequest } from './authorization-request';
import { clearCookie, cookieNames } from './cookies';
import type { Endpoint, Ending } from './http-exchange';
import { redirectToError } from './pages/error';
import { redirect } from './redirect';
import { addressOf } from './visit';

/**
 * GET /logout: ends the session of the browser, and no token (developer guide, "Logout endpoint"). Then on to logout_uri,
 * one of the client's LogoutURLs matched whole, or to the sign-in page for a request like that to /oauth2/authorize.
 */
export const logoutEndpoint: Endpoint = (service, request) => {
  const { query, cookies } = request;
  const found = findAppClient(service, query.getAll('client_id'));
  if ('error' in found) return Promise.resolve(redirectToError(request, found.error));
  const { pool, client } = found;
  const { session } = cookieNames(pool);
  const leave = (location: string, ending: Ending = {}) => {
    pool.browserState.sessions.end(cookies.get(session));
    return Promise.resolve({ ...redirect(302, location, { 'Set-Cookie': [clearCookie(session)] }), ending });
  };
  const [logoutUri, ...more] = query.getAll('logout_uri');
  if (logoutUri !== undefined) {
    const isKnown = more.length === 0 && client.oauth.logoutUrls.includes(logoutUri);
    return isKnown ? leave(logoutUri) : Promise.resolve(redirectToError(request, 'logout_mismatch'));
  }
  // One of the two is required: here no redirect_uri is implied.
  if (!query.has('redirect_uri')) return Promise.resolve(redirectToError(request, 'invalid_request'));
  const read = readAuthorizationRequest(service, query);
  switch (read.outcome) {
    case 'error-page':
      return Promise.resolve(redirectToError(request, read.error));
    case 'redirect':
      return leave(read.location, { refused: read.error });
    case 'valid':
      return leave(addressOf({ request }, '/login'));
  }
};
