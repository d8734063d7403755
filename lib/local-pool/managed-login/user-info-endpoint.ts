import type { Bearer, LocalService } from '../service';
import { visibleAttributes } from '../state/user-attributes';
import { scopesShow } from '../tokens/scope-claims';
import { NotAuthorizedException, UserNotFoundException } from '../wire/exceptions';
import type { Endpoint, HttpReply } from './http-exchange';
import { jsonReply } from './oauth-reply';

/**
 * GET /oauth2/userInfo (OpenID Connect Core 1.0 section 5.3; developer guide, "The user attributes endpoint"): what the
 * scopes of the access token show of the user, as far as the client may read it. All values are texts, the verified flags
 * too.
 */
export const userInfoEndpoint: Endpoint = async (service, request) => {
  const [, token] = /^Bearer +([\w~+/.=-]+) *$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (token === undefined) return refuse(service, 400, 'invalid_request', 'Bad OAuth2 request at UserInfo Endpoint');
  const bearer = await readBearer(service, token);
  if (bearer === undefined || service.domains.ofPool(bearer.pool.id).length === 0)
    return refuse(
      service,
      401,
      'invalid_token',
      'Access token is expired, disabled, or deleted, or the user has globally signed out.',
    );
  if (!bearer.scopes.includes('openid'))
    return refuse(service, 401, 'invalid_token', 'Access token does not contain openid scope');
  return jsonReply(200, userInfo(bearer));
};

async function readBearer(service: LocalService, token: string): Promise<Bearer | undefined> {
  try {
    return await service.readAccessToken(token);
  } catch (error) {
    if (error instanceof NotAuthorizedException || error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}

function userInfo({ user, client: { readAttributes }, scopes }: Bearer): Readonly<Record<string, string>> {
  const { sub, ...attributes } = { ...visibleAttributes(user), sub: user.sub };
  const shown = Object.entries(attributes).filter(
    ([name]) => (readAttributes === undefined || readAttributes.includes(name)) && scopesShow(scopes, name),
  );
  return { sub, ...Object.fromEntries(shown), username: user.username };
}

/** RFC 6750 section 3: the reason is in a header; the body repeats it for people. */
function refuse(
  service: Pick<LocalService, 'log'>,
  status: 400 | 401,
  error: 'invalid_request' | 'invalid_token',
  description: string,
): HttpReply {
  service.log(`GET /oauth2/userInfo ${status} ${error}: ${description}`);
  const reply = jsonReply(
    status,
    { error, error_description: description },
    { 'WWW-Authenticate': `Bearer error="${error}", error_description="${description}"` },
  );
  return { ...reply, ending: { refused: error } };
}
