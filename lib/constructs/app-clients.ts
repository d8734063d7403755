import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import { CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { CfnUserPoolIdentityProvider } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ClientMetadata, ReasonsMetadata } from '../template/metadata';
import type { FunctionDefaults } from './bundled-function';
import { clientSecret } from './client-secret';
import { ClientSecretRotation } from './client-secret-rotation';
import { pascalCase } from './logical-id';
import { machineClientProperties } from './machine-client-properties';
import { userClientProperties } from './user-client-properties';
import type { ClientProperties } from './user-client-properties';
import type { UserPool } from './user-pool';

type Declared = Environment['clients'][string];

export interface AppClientsProps extends Pick<Environment, 'featurePlan' | 'standardAttributes' | 'clients'> {
  readonly environmentName: string;
  readonly userPool: Pick<UserPool, 'id' | 'arn'>;
  /** By identifier: the service refuses a client with a scope that is not there yet. */
  readonly resourceServers: ReadonlyMap<string, CfnResource>;
  /** By declared name: a client comes after those that it lists, too. */
  readonly identityProviders: ReadonlyMap<string, CfnUserPoolIdentityProvider>;
  /** For the functions that rotate client secrets. */
  readonly functions: FunctionDefaults;
}

/** An app client, for those who publish it. */
export interface AppClient {
  readonly name: string;
  readonly kind: Declared['kind'];
  readonly id: string;
  /** What it may ask for with an OAuth 2.0 grant; empty for one that has none. */
  readonly scopes: readonly string[];
}

/**
 * The app clients, each under a logical id made from its name: the order of declaration means nothing. A client and the
 * copy of its secret are deleted when they leave the declaration, whatever the removal policy of the pool: that is how
 * an application loses its access, and a client that stayed behind could still sign in and would be seen by nobody.
 */
export class AppClients extends Construct {
  readonly clients: readonly AppClient[];

  constructor(scope: Construct, id: string, props: AppClientsProps) {
    super(scope, id);
    this.clients = Object.entries(props.clients)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, declared]) => {
        const properties = propertiesOf(declared, props);
        const client = this.#add(name, declared, properties, props);
        if ('secretRotation' in declared) keepSecret(name, client, declared.secretRotation, props);
        return { name, kind: declared.kind, id: client.ref, scopes: properties.allowedOAuthScopes ?? [] };
      });
  }

  #add(name: string, declared: Declared, properties: ClientProperties, props: AppClientsProps): CfnUserPoolClient {
    const client = new CfnUserPoolClient(this, name, {
      userPoolId: props.userPool.id,
      clientName: name,
      ...properties,
    });
    client.overrideLogicalId(`Client${pascalCase(name)}`);
    client.applyRemovalPolicy(RemovalPolicy.DESTROY);
    client.addMetadata(metadataKeys.client, clientMetadata(name, declared));
    client.addMetadata(metadataKeys.reasons, reasons(declared));
    for (const required of requiredBy(properties, props)) client.addResourceDependency(required);
    return client;
  }
}

function propertiesOf(declared: Declared, props: AppClientsProps): ClientProperties {
  if (declared.kind === 'machine') return machineClientProperties(declared, props.standardAttributes);
  const { featurePlan, identityProviders } = props;
  const providerName = (name: string) => identityProviders.get(name)?.providerName ?? name;
  return userClientProperties(declared, { featurePlan, providerName });
}

/** What has to be there before a client that names it; a name is no reference, so CloudFormation cannot know. */
function requiredBy(properties: ClientProperties, props: AppClientsProps): readonly CfnResource[] {
  const { allowedOAuthScopes = [], supportedIdentityProviders = [] } = properties;
  // A scope has no slash of its own, an identifier may have several.
  const identifiers = allowedOAuthScopes.map((scope) => scope.slice(0, scope.lastIndexOf('/')));
  return [
    ...identifiers.flatMap((identifier) => props.resourceServers.get(identifier) ?? []),
    ...[...props.identityProviders.values()].filter(({ providerName }) =>
      supportedIdentityProviders.includes(providerName),
    ),
  ];
}

function keepSecret(
  name: string,
  client: CfnUserPoolClient,
  secretRotation: Extract<Declared, { readonly secretRotation: unknown }>['secretRotation'],
  { environmentName, userPool, functions }: AppClientsProps,
): void {
  const secretArn = clientSecret(client, { environmentName, name, secretRotation }).ref;
  if (!secretRotation.enabled) return;
  const rotation = secretRotation;
  new ClientSecretRotation(client, 'Rotation', {
    name,
    clientId: client.ref,
    userPool,
    secretArn,
    rotation,
    functions,
  });
}

function clientMetadata(name: string, declared: Declared): ClientMetadata {
  return { name, kind: declared.kind, ...(declared.kind === 'legacy-password' && { reason: declared.reason }) };
}

function reasons(declared: Declared): ReasonsMetadata {
  if (declared.kind === 'machine') return {};
  const { preventUserExistenceErrors, tokenRevocation, refreshTokenRotation } = declared;
  return {
    ...(!preventUserExistenceErrors.enabled && { PreventUserExistenceErrors: preventUserExistenceErrors.reason }),
    ...(!tokenRevocation.enabled && { EnableTokenRevocation: tokenRevocation.reason }),
    ...(!refreshTokenRotation.enabled && { RefreshTokenRotation: refreshTokenRotation.reason }),
  };
}
