import { checkProperties } from './check-properties';
import { unknownProvider, unknownScope } from './client-rules';
import type { Declared, DeclaredPool, DeclaredStacks } from './declared-stacks';
import { nameBeside } from './declared-stacks';
import { brief } from './findings';
import { clientBeyondPlan } from './feature-plan';
import { beyondPlan } from './parts/part';
import type { DeclaredParts } from './parts/read-parts';
import type { ClientSettings, PoolSettings } from './pool-settings';
import { propertyLists } from './property-lists';
import { PropertyReader } from './property-reader';
import { readClient } from './read-client';

const table = propertyLists['AWS::Cognito::UserPoolClient'];

/** An app client of the templates, and the id that it has on this machine. */
interface ReadClient {
  readonly id: string;
  readonly settings: ClientSettings;
}

/** The app clients of a pool, in the order of the templates. */
export function readClients(
  pool: DeclaredPool,
  owned: readonly Declared[],
  stacks: DeclaredStacks,
  { schema, featurePlan }: Pick<PoolSettings, 'schema' | 'featurePlan'>,
): readonly ReadClient[] {
  return owned.flatMap((declared) => {
    const { stack, resource } = declared;
    const findings = pool.findings.in(stack.artifact.path);
    checkProperties(resource, table, findings);
    const read = new PropertyReader(resource, table);
    const client = readClient(read, schema, findings);
    beyondPlan('', clientBeyondPlan(featurePlan, client), read, findings);
    const id = stacks.valueOf(declared);
    const settings = { ...client, logicalId: nameBeside(pool, declared), declared: read.known() };
    return id === undefined ? [] : [{ id, settings }];
  });
}

/** What an app client names must be there: the identity providers and the scopes of the pool. */
export function checkClients(
  pool: DeclaredPool,
  owned: readonly Declared[],
  { identityProviders, resourceServers }: Pick<DeclaredParts, 'identityProviders' | 'resourceServers'>,
): void {
  const providers = identityProviders.map(({ name }) => name);
  for (const { stack, resource } of owned) {
    const findings = pool.findings.in(stack.artifact.path);
    const read = new PropertyReader(resource, table);
    const provider = unknownProvider(read.texts('SupportedIdentityProviders[]') ?? [], providers);
    if (provider !== undefined) {
      const expected = 'identity providers of the pool, and COGNITO';
      const nextStep = `Declare the AWS::Cognito::UserPoolIdentityProvider ${provider}, or remove it from the list.`;
      findings.stop(resource.logicalId, 'SupportedIdentityProviders', { got: brief(provider), expected, nextStep });
    }
    const scope = unknownScope(read.texts('AllowedOAuthScopes[]') ?? [], resourceServers);
    if (scope !== undefined) {
      const expected = 'scopes of OpenID Connect, and those of the resource servers of the pool';
      const nextStep = 'Declare it in an AWS::Cognito::UserPoolResourceServer, or remove it from the list.';
      findings.stop(resource.logicalId, 'AllowedOAuthScopes', { got: brief(scope), expected, nextStep });
    }
  }
}
