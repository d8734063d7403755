import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { CfnCertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { environmentMetadata } from '../constructs/environment-metadata';
import type { Environment } from '../environments/environment';
import { removalPolicies } from './lifecycle';

export interface CertificateStackProps {
  readonly environment: Environment;
  readonly domainName: string;
  /** Where ACM finds its record; without it a person has to make the record while the stack waits. */
  readonly hostedZoneId: string | undefined;
}

const region = 'us-east-1';

/**
 * The certificate of a custom domain, in us-east-1, where CloudFront takes it from, whichever Region the user pool is in.
 * The stack of the user pool is deployed after it and reads the ARN from its output, without a custom resource. Only
 * another domain name or hosted zone makes another certificate, and both are in that stack too, so that it follows.
 */
export class CertificateStack extends Stack {
  /** The ARN, as another stack of the account reads it when it is deployed. */
  readonly certificateArn: string;

  constructor(scope: Construct, id: string, { environment, domainName, hostedZoneId }: CertificateStackProps) {
    const { account } = environment;
    super(scope, id, {
      env: { region, ...(account !== 'deploying' && { account }) },
      stackName: `userpool-${environment.name}-${id}`,
      description: `Certificate of the custom domain of the environment ${environment.name}.`,
      terminationProtection: environment.class !== 'sandbox',
      analyticsReporting: false,
      tags: { ...environment.tags },
    });
    const certificate = new CfnCertificate(this, 'Certificate', {
      domainName,
      validationMethod: 'DNS',
      ...(hostedZoneId !== undefined && { domainValidationOptions: [{ domainName, hostedZoneId }] }),
      keyAlgorithm: 'RSA_2048',
      certificateTransparencyLoggingPreference: 'ENABLED',
    });
    certificate.overrideLogicalId('Certificate');
    // ACM deletes none that a domain still uses: one that is replaced leaves after the domain has the new one, or stays.
    certificate.applyRemovalPolicy(removalPolicies[environment.removal.policy]);
    const output = new CfnOutput(this, 'CertificateArn', {
      value: certificate.ref,
      description: `ARN of the certificate of ${domainName}.`,
    });
    output.overrideLogicalId('CertificateArn');
    this.certificateArn = Fn.getStackOutput(this.stackName, 'CertificateArn', region);

    this.templateOptions.metadata = environmentMetadata(environment);
  }
}
