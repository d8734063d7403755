import { CfnOutput } from 'aws-cdk-lib';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { AppClient } from './app-clients';
import { pascalCase } from './logical-id';

export interface ApplicationParametersProps {
  readonly environmentName: string;
  readonly userPoolId: string;
  readonly issuer: string;
  readonly clients: readonly AppClient[];
}

/**
 * What applications need to know of the user pool, as outputs of the stack and as SSM parameters: its id, the issuer of
 * its tokens, and the client ids. Never a secret: those are in Secrets Manager.
 */
export class ApplicationParameters extends Construct {
  constructor(scope: Construct, id: string, props: ApplicationParametersProps) {
    super(scope, id);
    const prefix = `/userpool/${props.environmentName}`;
    this.publish('UserPoolId', `${prefix}/user-pool-id`, props.userPoolId, 'Id of the user pool.');
    this.publish('Issuer', `${prefix}/issuer`, props.issuer, 'Issuer (iss) of the tokens.');
    for (const { name, kind, id: clientId } of props.clients) {
      this.publish(
        `ClientId${pascalCase(name)}`,
        `${prefix}/clients/${name}/client-id`,
        clientId,
        `Id of the app client ${name} (${kind}).`,
      );
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
