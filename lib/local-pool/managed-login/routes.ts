import { authorizeEndpoint } from './authorize-endpoint';
import type { Endpoint } from './http-exchange';
import { logoutEndpoint } from './logout-endpoint';
import { challenge } from './pages/challenge';
import { confirm } from './pages/confirm';
import { confirmForgotPassword } from './pages/confirm-forgot-password';
import { error } from './pages/error';
import { forgotPassword } from './pages/forgot-password';
import { login } from './pages/login';
import { resendCode } from './pages/resend-code';
import { signUp } from './pages/sign-up';
import { revokeEndpoint } from './revoke-endpoint';
import { tokenEndpoint } from './token-endpoint';
import { userInfoEndpoint } from './user-info-endpoint';

export interface Route {
  readonly GET?: Endpoint;
  readonly POST?: Endpoint;
}

/**
 * Every path of managed login (developer guide, "User pool endpoints and managed login reference"); /challenge is ours, as
 * the paths of the service's pages for challenges are not documented.
 */
const routes: Readonly<Record<string, Route>> = {
  '/oauth2/authorize': { GET: authorizeEndpoint },
  '/oauth2/token': { POST: tokenEndpoint },
  '/oauth2/userInfo': { GET: userInfoEndpoint },
  '/oauth2/revoke': { POST: revokeEndpoint },
  '/login': login,
  '/challenge': challenge,
  '/signup': signUp,
  '/confirm': confirm,
  '/resendcode': resendCode,
  '/forgotPassword': forgotPassword,
  '/confirmforgotPassword': confirmForgotPassword,
  '/error': { GET: error },
  '/logout': { GET: logoutEndpoint },
};

/** Every path, for whoever lists them. */
export const managedLoginPaths: readonly string[] = Object.keys(routes);

/** What answers at a path; undefined where managed login has nothing. */
export function routeAt(path: string): Route | undefined {
  return Object.hasOwn(routes, path) ? routes[path] : undefined;
}
