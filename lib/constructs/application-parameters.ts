import { CfnOutput } from 'aws-cdk-lib';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { AppClient } from './app-clients';
import { pascalCase } from './logical-id';

export interface ApplicationParametersProps {
  readonly environmentName: string;
  readonly userPoolId: string;
  readonly issuer: string;
  /** The host name of the pages of managed login and of the OAuth 2.0 endpoints, where there are any. */
  readonly managedLoginDomain: string | undefined;
  /** Where users get AWS credentials, if they do. */
  readonly identityPoolId: string | undefined;
  readonly clients: readonly AppClient[];
}

/**
 * What applications need to know of the user pool, as outputs of the stack and as SSM parameters: its id, the issuer of
 * its tokens, the client ids, the domain of the pages and the id of the identity pool. Never a secret: those are in Secrets Manager.
 */
export class ApplicationParameters extends Construct {
  constructor(scope: Construct, id: string, props: ApplicationParametersProps) {
    super(scope, id);
    const prefix = `/userpool/${props.environmentName}`;
    this.publish('UserPoolId', `${prefix}/user-pool-id`, props.userPoolId, 'Id of the user pool.');
    this.publish('Issuer', `${prefix}/issuer`, props.issuer, 'Issuer (iss) of the tokens.');
    const { managedLoginDomain, identityPoolId } = props;
    if (managedLoginDomain !== undefined) {
      const parameterName = `${prefix}/managed-login-domain`;
      this.publish('ManagedLoginDomain', parameterName, managedLoginDomain, 'Domain of the pages of managed login.');
    }
    if (identityPoolId !== undefined) {
      this.publish('IdentityPoolId', `${prefix}/identity-pool-id`, identityPoolId, 'Id of the identity pool.');
    }
    for (const { name, kind, id: clientId, scopes } of props.clients) {
      this.publish(
        `ClientId${pascalCase(name)}`,
        `${prefix}/clients/${name}/client-id`,
        clientId,
        `Id of the app client ${name} (${kind}).`,
      );
      if (scopes.length > 0) {
        this.publish(
          `Scopes${pascalCase(name)}`,
          `${prefix}/clients/${name}/scopes`,
          // As a request says them (RFC 6749 section 3.3).
          scopes.join(' '),
          `Scopes that the app client ${name} (${kind}) may ask for.`,
        );
      }
    }
  }

  private publish(key: string, parameterName: string, value: string, description: string): void {
    const output = new CfnOutput(this, key, { value, description });
    output.overrideLogicalId(key);
    const parameter = new CfnParameter(output, 'Parameter', {
      name: parameterName,
      type: 'String',
      value,
      description,
    });
    // CloudFormation creates before it deletes: under another logical id the name would be taken.
    parameter.overrideLogicalId(`Parameter${key}`);
  }
}
