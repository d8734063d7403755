import type { Located, PoolView } from '../posture/subject';
import { attributeReference } from '../template/value';
import type { LivePool } from './live-pool';
import { everyClient, liveResources, readTypes } from './live-resources';
import type { LiveResource } from './live-resources';

/** A declared resource and what there is of it. */
export type Counterpart =
  | { readonly kind: 'both'; readonly declared: Located; readonly live: LiveResource }
  | { readonly kind: 'gone'; readonly declared: Located }
  | { readonly kind: 'undeclared'; readonly live: LiveResource }
  /** Its name is known only after deployment, and no output tells it. */
  | { readonly kind: 'unknown'; readonly declared: Located };

/** The id that a Ref of the resource gives where it runs, if that is known. */
export type IdOf = (declared: Located) => string | undefined;

/** The property that tells a resource of each type from others. */
const keys: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPoolClient': 'ClientName',
  'AWS::Cognito::UserPoolDomain': 'Domain',
  'AWS::Cognito::UserPoolGroup': 'GroupName',
  'AWS::Cognito::UserPoolIdentityProvider': 'ProviderName',
  'AWS::Cognito::UserPoolResourceServer': 'Identifier',
};

/** Settings of the pool that are a resource of their own: without any there is still nothing gone, but all of it off. */
const alwaysThere = [
  'AWS::Cognito::UserPoolRiskConfigurationAttachment',
  'AWS::Cognito::LogDeliveryConfiguration',
] as const;

/** Pairs what a template declares of a pool with what there is: by ids, where none is known by names. */
export function counterpartsOf(view: PoolView, live: LivePool, idOf: IdOf): readonly Counterpart[] {
  const open = [...liveResources(live)];
  const take = (type: string, suits: (each: LiveResource) => boolean): LiveResource | undefined => {
    const index = open.findIndex((each) => each.type === type && suits(each));
    return index < 0 ? undefined : open.splice(index, 1)[0];
  };
  const declared = readTypes.flatMap((type) => (type === 'AWS::Cognito::UserPool' ? [view.pool] : view.parts(type)));
  const clientIds = clientIdsOf(view, live, idOf);
  const paired = declared.map((located): Counterpart => {
    const { type } = located.resource;
    const key = keyOf(located, live, clientIds);
    const found = key === undefined ? undefined : take(type, (each) => each.key === key);
    if (found !== undefined) return { kind: 'both', declared: located, live: found };
    if (key === undefined) return { kind: 'unknown', declared: located };
    if (!alwaysThere.some((each) => each === type)) return { kind: 'gone', declared: located };
    return { kind: 'both', declared: located, live: { type, key, name: `of ${live.id}`, properties: {} } };
  });
  return [...paired, ...open.map((each) => ({ kind: 'undeclared', live: each }) as const)];
}

/** The ids of the declared clients by logical id and stack: those that are told, and those of clients of the same name. */
export function clientIdsOf(view: PoolView, live: LivePool, idOf: IdOf): ReadonlyMap<Located['resource'], string> {
  const told = view.clients.map((client) => [client.resource, idOf(client)] as const);
  const taken = new Set(told.flatMap(([, id]) => id ?? []));
  const ids = told.flatMap(([resource, id]): readonly (readonly [Located['resource'], string])[] => {
    if (id !== undefined) return [[resource, id]];
    const { ClientName: name } = resource.properties;
    const found = live.clients.find(({ ClientId = '', ClientName }) => ClientName === name && !taken.has(ClientId));
    if (found?.ClientId === undefined) return typeof name === 'string' ? [[resource, '']] : [];
    taken.add(found.ClientId);
    return [[resource, found.ClientId]];
  });
  return new Map(ids);
}

/** An empty text is the key of nothing that there is; undefined: it is not known. */
function keyOf(
  { stack, resource }: Located,
  live: LivePool,
  clientIds: ReadonlyMap<Located['resource'], string>,
): string | undefined {
  switch (resource.type) {
    case 'AWS::Cognito::UserPool':
    case 'AWS::Cognito::LogDeliveryConfiguration':
      return live.id;
    case 'AWS::Cognito::UserPoolClient':
      return clientIds.get(resource);
    case 'AWS::Cognito::UserPoolRiskConfigurationAttachment': {
      const { ClientId: client = everyClient } = resource.properties;
      if (typeof client === 'string') return client;
      const reference = attributeReference(client);
      const [, id] = [...clientIds].find(([each]) => each === stack.resources.get(reference?.logicalId ?? '')) ?? [];
      return id;
    }
    default: {
      const name = resource.properties[keys[resource.type] ?? ''];
      return typeof name === 'number' ? String(name) : typeof name === 'string' ? name : undefined;
    }
  }
}
