import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ClientMetadata, ReasonsMetadata } from '../template/metadata';
import { pascalCase } from './logical-id';

type ClientDeclaration = Environment['clients'][string];

export interface AppClientsProps {
  readonly environmentName: string;
  readonly userPoolId: string;
  readonly featurePlan: Environment['featurePlan'];
  readonly clients: Environment['clients'];
}

/** The id of an app client, for those who publish it. */
export interface AppClient {
  readonly name: string;
  readonly kind: ClientDeclaration['kind'];
  readonly id: string;
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
        const client = this.addClient(name, declared, props);
        if (isConfidential(declared)) this.keepSecret(name, client, props.environmentName);
        return { name, kind: declared.kind, id: client.ref };
      });
  }

  private addClient(name: string, declared: ClientDeclaration, props: AppClientsProps): CfnUserPoolClient {
    const client = new CfnUserPoolClient(this, name, {
      userPoolId: props.userPoolId,
      clientName: name,
      generateSecret: isConfidential(declared),
      explicitAuthFlows: declared.authFlows.toSorted(),
      preventUserExistenceErrors: declared.preventUserExistenceErrors.enabled ? 'ENABLED' : 'LEGACY',
      enableTokenRevocation: declared.tokenRevocation.enabled,
      accessTokenValidity: declared.accessTokenMinutes,
      idTokenValidity: declared.idTokenMinutes,
      refreshTokenValidity: declared.refreshTokenHours,
      tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'hours' },
      authSessionValidity: declared.authSessionMinutes,
      readAttributes: declared.readAttributes.toSorted(),
      writeAttributes: declared.writeAttributes.toSorted(),
      allowedOAuthFlowsUserPoolClient: false,
      supportedIdentityProviders: ['COGNITO'],
      enablePropagateAdditionalUserContextData: false,
      ...(props.featurePlan !== 'LITE' && { refreshTokenRotation: { feature: 'DISABLED' } }),
    });
    client.overrideLogicalId(`Client${pascalCase(name)}`);
    client.applyRemovalPolicy(RemovalPolicy.DESTROY);
    client.addMetadata(metadataKeys.client, clientMetadata(name, declared));
    client.addMetadata(metadataKeys.reasons, reasons(declared));
    return client;
  }

  /** CloudFormation hands the secret from one service to the other; it is in no template, output or parameter. */
  private keepSecret(name: string, client: CfnUserPoolClient, environmentName: string): void {
    const secret = new CfnSecret(client, 'Secret', {
      name: `userpool/${environmentName}/clients/${name}/secret`,
      description: `Client secret of the app client ${name}.`,
      secretString: client.attrClientSecret,
    });
    // Not ClientSecret...: that would be the logical id of a client named secret-...
    secret.overrideLogicalId(`SecretOfClient${pascalCase(name)}`);
    secret.applyRemovalPolicy(RemovalPolicy.DESTROY);
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Cognito makes the secret: it changes with AddUserPoolClientSecret, not by a rotation of this copy.',
    });
  }
}

function isConfidential(declared: ClientDeclaration): boolean {
  switch (declared.kind) {
    case 'server':
      return true;
    case 'browser':
    case 'legacy-password':
      return false;
  }
}

function clientMetadata(name: string, declared: ClientDeclaration): ClientMetadata {
  return { name, kind: declared.kind, ...(declared.kind === 'legacy-password' && { reason: declared.reason }) };
}

function reasons({ preventUserExistenceErrors, tokenRevocation }: ClientDeclaration): ReasonsMetadata {
  return {
    ...(!preventUserExistenceErrors.enabled && { PreventUserExistenceErrors: preventUserExistenceErrors.reason }),
    ...(!tokenRevocation.enabled && { EnableTokenRevocation: tokenRevocation.reason }),
  };
}
