import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { bundleHandler } from '../constructs/bundle-handler';
import type { Bundler } from '../constructs/bundled-function';
import { readProjectFile } from '../constructs/project-file';
import type { ReadFile } from '../constructs/project-file';
import type { Environment } from '../environments/environment';
import { AuthStack } from './auth-stack';
import { CertificateStack } from './certificate-stack';
import { ReplicaStack } from './replica-stack';
import { SmsSpendStack } from './sms-spend-stack';

export interface AuthStageProps {
  readonly environment: Environment;
  /** How the handlers of the triggers are bundled; esbuild, unless a test counts. */
  readonly bundle?: Bundler;
  /** Reads the files that the environment names; those of this project, unless a test has its own. */
  readonly readFile?: ReadFile;
}

/** One environment: all that is deployed together by `npx cdk deploy 'NAME/*'`. */
export class AuthStage extends Stage {
  constructor(scope: Construct, { environment, bundle = bundleHandler, readFile = readProjectFile }: AuthStageProps) {
    const { account, region } = environment;
    super(scope, environment.name, { env: { region, ...(account !== 'deploying' && { account }) } });
    const primary = new AuthStack(this, 'auth', {
      environment,
      bundle,
      readFile,
      certificate: this.#certificate(environment),
    });
    for (const replica of environment.replicas) {
      new ReplicaStack(this, 'replica', { environment, replica, primary, bundle });
    }
    this.#smsSpend(environment);
  }

  /** The stack that watches what text messages cost, if another Region sends them. */
  #smsSpend(environment: Environment): void {
    const { monitoring, smsSender } = environment;
    if (monitoring.alarms === 'off' || smsSender.kind === 'none' || smsSender.region === environment.region) return;
    const { region, monthlySpendLimitDollars } = smsSender;
    const { subscribers } = monitoring;
    new SmsSpendStack(this, 'sms-spend', { environment, region, subscribers, monthlySpendLimitDollars });
  }

  /** The stack that makes the certificate of the custom domain, if one does. */
  #certificate(environment: Environment): CertificateStack | undefined {
    const { managedLogin } = environment;
    if (managedLogin.pages === 'off' || managedLogin.domain.kind === 'prefix') return undefined;
    const { certificate, name, hostedZone } = managedLogin.domain;
    if (certificate.from === 'arn') return undefined;
    return new CertificateStack(this, 'certificate', { environment, domainName: name, hostedZoneId: hostedZone?.id });
  }
}
