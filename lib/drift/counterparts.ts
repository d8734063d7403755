import type { Located, PoolView } from '../posture/subject';
import { attributeReference } from '../template/value';
import { bareId, pairClients } from './pair-clients';
import type { ClientPairs } from './pair-clients';
import type { LivePool } from './live-pool';
import { everyClient, liveResources, readTypes } from './live-resources';
import type { LiveResource } from './live-resources';

/** A declared resource and what there is of it. */
export type Counterpart =
  | {
      readonly kind: 'both';
      readonly declared: Located;
      readonly live: LiveResource;
      /** Nothing tells its id: it is the one app client of that name. */
      readonly byName: boolean;
    }
  | { readonly kind: 'gone'; readonly declared: Located }
  | {
      readonly kind: 'undeclared';
      readonly live: LiveResource;
      /** It may be a declared app client whose id nothing tells, as its name is not its alone. */
      readonly mayBeDeclared: boolean;
    }
  /** What it is called is known only after deployment, and nothing tells it. */
  | { readonly kind: 'unknown'; readonly declared: Located; readonly why: string };

/** PhysicalResourceId of CloudFormation: what a resource is called where it runs, if that is known. */
export type IdOf = (declared: Located) => string | undefined;

/** The property that tells a resource of each type from others. */
const keys: Readonly<Record<string, string>> = {
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
  const clients = pairClients(view, live, idOf);
  const paired = declared.map((located): Counterpart => {
    const { type } = located.resource;
    const key = keyOf(located, live, { view, clients, idOf });
    if (key === undefined) return { kind: 'unknown', declared: located, why: whyUnknown(type) };
    const found = take(type, (each) => each.key === key);
    const byName = clients.byName.has(located.resource);
    if (found !== undefined) return { kind: 'both', declared: located, live: found, byName };
    if (!alwaysThere.some((each) => each === type)) return { kind: 'gone', declared: located };
    const nothing: LiveResource = { type, key, name: `of ${live.id}`, properties: {} };
    return { kind: 'both', declared: located, live: nothing, byName: false };
  });
  const left = open.map((each): Counterpart => {
    const mayBeDeclared = each.type === 'AWS::Cognito::UserPoolClient' && clients.unclear.has(each.key);
    return { kind: 'undeclared', live: each, mayBeDeclared };
  });
  return [...paired, ...left];
}

function whyUnknown(type: string): string {
  switch (type) {
    case 'AWS::Cognito::UserPoolClient':
      return 'nothing tells its id, and its name is not that of one app client alone';
    case 'AWS::Cognito::UserPoolRiskConfigurationAttachment':
      return 'which app client it is for is not known';
    default:
      return 'its name is known only after deployment';
  }
}

/** An empty text is the key of nothing that there is; undefined: it is not known. */
function keyOf(located: Located, live: LivePool, { view, clients, idOf }: Pairing): string | undefined {
  const { type, properties } = located.resource;
  switch (type) {
    case 'AWS::Cognito::UserPool':
    case 'AWS::Cognito::LogDeliveryConfiguration':
      return live.id;
    case 'AWS::Cognito::UserPoolClient':
      return clients.idOf.get(located.resource);
    case 'AWS::Cognito::UserPoolRiskConfigurationAttachment': {
      const { ClientId: client = everyClient } = properties;
      if (typeof client === 'string') return client;
      const reference = attributeReference(client);
      const meant = view.clients.find(
        ({ stack, resource: { logicalId } }) =>
          stack.artifact.path === reference?.stack && logicalId === reference.logicalId,
      );
      return meant && clients.idOf.get(meant.resource);
    }
    default: {
      const name = properties[keys[type] ?? ''];
      return typeof name === 'string' || typeof name === 'number' ? String(name) : bareId(idOf(located), live);
    }
  }
}

interface Pairing {
  readonly view: PoolView;
  readonly clients: ClientPairs;
  readonly idOf: IdOf;
}
