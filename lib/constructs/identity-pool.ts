import { Fn, Validations } from 'aws-cdk-lib';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnIdentityPool, CfnIdentityPoolRoleAttachment } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ReasonsMetadata } from '../template/metadata';
import type { AppClient } from './app-clients';
import { IdentityPoolRole } from './identity-pool-role';

type Credentials = Extract<Environment['identityPool'], { readonly credentials: 'enhanced-flow' }>;

export interface IdentityPoolProps {
  /** IdentityPoolName: for people; the identity of the pool is its logical id. */
  readonly name: string;
  readonly declared: Credentials;
  /** ProviderName of the user pool: its issuer without the scheme. */
  readonly userPoolProviderName: string;
  readonly clients: readonly Pick<AppClient, 'name' | 'id'>[];
  /** That of the user pool: ids of identities name what users have stored, and are nowhere else. */
  readonly removalPolicy: RemovalPolicy;
  readonly tags: Environment['tags'];
}

/**
 * The identity pool: AWS credentials by the enhanced flow alone, in which the pool and not the app chooses the role, for
 * ID tokens of the named clients, of which the user pool is asked whether they still count.
 */
export class IdentityPool extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, props: IdentityPoolProps) {
    super(scope, id);
    const { declared, userPoolProviderName, removalPolicy } = props;
    const { guests } = declared;
    const clients = props.clients.filter(({ name }) => declared.clients.includes(name));
    const pool = new CfnIdentityPool(this, 'Resource', {
      identityPoolName: props.name,
      allowClassicFlow: false,
      allowUnauthenticatedIdentities: guests.allowed,
      cognitoIdentityProviders: clients.map((client) => ({
        clientId: client.id,
        providerName: userPoolProviderName,
        serverSideTokenCheck: true,
      })),
      identityPoolTags: Object.entries(props.tags).map(([key, value]) => ({ key, value })),
    });
    pool.overrideLogicalId('IdentityPool');
    pool.applyRemovalPolicy(removalPolicy);
    if (guests.allowed) {
      const reasons: ReasonsMetadata = { AllowUnauthenticatedIdentities: guests.reason };
      pool.addMetadata(metadataKeys.reasons, reasons);
      Validations.of(pool).acknowledge({ id: 'AwsSolutions-COG7', reason: guests.reason });
    }
    this.id = pool.ref;

    const role = (identities: 'authenticated' | 'unauthenticated', s3: Credentials['s3']) =>
      new IdentityPoolRole(this, identities, { identityPoolId: pool.ref, identities, s3, removalPolicy }).arn;
    const attachment = new CfnIdentityPoolRoleAttachment(this, 'Roles', {
      identityPoolId: pool.ref,
      roles: {
        authenticated: role('authenticated', declared.s3),
        ...(guests.allowed && { unauthenticated: role('unauthenticated', guests.s3) }),
      },
      roleMappings: roleMappings(declared.roleMapping, userPoolProviderName, clients),
    });
    attachment.overrideLogicalId('IdentityPoolRoles');
    attachment.applyRemovalPolicy(removalPolicy);
  }
}

/**
 * A mapping for each client; none, in so many words, where everybody gets the one role. The key may be any: the provider
 * is known only at deployment, and a key cannot be.
 */
function roleMappings(
  roleMapping: Credentials['roleMapping'],
  userPoolProviderName: string,
  clients: IdentityPoolProps['clients'],
): Record<string, CfnIdentityPoolRoleAttachment.RoleMappingProperty> {
  if (roleMapping.by === 'authenticated-role') return {};
  return Object.fromEntries(
    clients.map(({ name, id }): [string, CfnIdentityPoolRoleAttachment.RoleMappingProperty] => [
      name,
      {
        identityProvider: Fn.join(':', [userPoolProviderName, id]),
        type: roleMapping.by === 'token' ? 'Token' : 'Rules',
        ambiguousRoleResolution: roleMapping.ambiguousRole,
        ...(roleMapping.by === 'rules' && { rulesConfiguration: { rules: [...roleMapping.rules] } }),
      },
    ]),
  );
}
