import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { ReasonsMetadata } from '../template/metadata';
import { pascalCase } from './logical-id';

export type SecretRotation = Extract<
  Environment['clients'][string],
  { readonly secretRotation: unknown }
>['secretRotation'];

export interface ClientSecretProps {
  readonly environmentName: string;
  readonly name: string;
  readonly secretRotation: SecretRotation;
}

/**
 * The secret of an app client in Secrets Manager, from where the application reads it. Without rotation CloudFormation
 * hands it from one service to the other; with rotation the secret begins without a value, and its function makes the
 * first one too: Fn::GetAtt would go on meaning the secret that Cognito made, also after that was ended. It is in no
 * template, output or parameter either way.
 */
export function clientSecret(client: CfnUserPoolClient, props: ClientSecretProps): CfnSecret {
  const { environmentName, name, secretRotation } = props;
  const secret = new CfnSecret(client, 'Secret', {
    name: `userpool/${environmentName}/clients/${name}/secret`,
    description: `Client secret of the app client ${name}.`,
    ...(!secretRotation.enabled && { secretString: client.attrClientSecret }),
  });
  // Not ClientSecret...: that would be the logical id of a client named secret-...
  secret.overrideLogicalId(`SecretOfClient${pascalCase(name)}`);
  secret.applyRemovalPolicy(RemovalPolicy.DESTROY);
  if (!secretRotation.enabled) {
    secret.addMetadata(metadataKeys.reasons, {
      'AWS::SecretsManager::RotationSchedule': secretRotation.reason,
    } satisfies ReasonsMetadata);
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Cognito makes the secret: it changes with AddUserPoolClientSecret, not by a rotation of this copy.',
    });
  }
  return secret;
}
