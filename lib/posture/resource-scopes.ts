import { isList, isObject, member, Token } from '../template/value';
import type { Value } from '../template/value';
import type { Member, Worth } from './members';
import { read, textIn } from './reading';
import type { Located, PoolView, Subject } from './subject';
import { itemsOf, resourcesIn } from './value-at';

const serverType = 'AWS::Cognito::UserPoolResourceServer';

/** Scopes that every user pool has, but for that of self-service, which is judged by itself. */
const ofTheService: readonly Member[] = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

/** Whether a scope is one of the service or of a resource server of the pool, as far as the templates tell. */
export function worthOfScope(scope: Member, pool: PoolView | undefined, subject: Subject): Worth {
  if (ofTheService.includes(scope)) return 'fine';
  if (scope instanceof Token) return worthOfReference(scope, subject);
  if (pool === undefined) return 'unknown';
  const servers = pool.parts(serverType);
  const declared = servers.flatMap((server) => {
    const identifier = textIn(read(server.resource, 'Identifier'));
    return identifier === undefined ? [] : namesOf(server).map((name) => `${identifier}/${name}`);
  });
  if (declared.includes(scope)) return 'fine';
  return servers.every(isReadable) ? 'refused' : 'unknown';
}

/** `{ "Fn::Join": ["", [{ "Ref": SERVER }, "/NAME"]] }`: Ref of a resource server is its identifier. */
function worthOfReference(scope: Token, subject: Subject): Worth {
  const [server, ...others] = resourcesIn(scope, subject);
  const join = isObject(scope.expression) ? member(scope.expression, 'Fn::Join') : undefined;
  const [reference, rest, ...more] = isList(join) && isList(join[1]) ? join[1] : [];
  if (server?.resource.type !== serverType || others.length > 0 || more.length > 0) return 'unknown';
  if (!isObject(reference) || member(reference, 'Ref') === undefined) return 'unknown';
  if (typeof rest !== 'string' || !rest.startsWith('/')) return 'unknown';
  if (namesOf(server).includes(rest.slice(1))) return 'fine';
  return isReadable(server) ? 'refused' : 'unknown';
}

function scopesOf({ resource }: Located): readonly Value[] {
  return itemsOf(member(resource.properties, 'Scopes'));
}

function namesOf(server: Located): readonly string[] {
  return scopesOf(server).flatMap((scope) => {
    const name = isObject(scope) ? member(scope, 'ScopeName') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Whether all of its scopes are known. */
function isReadable(server: Located): boolean {
  return (
    textIn(read(server.resource, 'Identifier')) !== undefined && namesOf(server).length === scopesOf(server).length
  );
}
