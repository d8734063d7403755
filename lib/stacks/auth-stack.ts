import { Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { absentProtections } from '../constructs/absent-protections';
import { AppClients } from '../constructs/app-clients';
import { ApplicationParameters } from '../constructs/application-parameters';
import type { Bundler, FunctionDefaults } from '../constructs/bundled-function';
import { environmentMetadata } from '../constructs/environment-metadata';
import { Groups } from '../constructs/groups';
import { IdentityPool } from '../constructs/identity-pool';
import { IdentityProviders } from '../constructs/identity-providers';
import { ManagedLogin } from '../constructs/managed-login';
import type { ReadFile } from '../constructs/project-file';
import { ResourceServers } from '../constructs/resource-servers';
import { SmsRole } from '../constructs/sms-role';
import { Triggers } from '../constructs/triggers';
import { UnusedDevices } from '../constructs/unused-devices';
import { UserPool } from '../constructs/user-pool';
import { UserPoolReplica } from '../constructs/user-pool-replica';
import type { Environment } from '../environments/environment';
import type { CertificateStack } from './certificate-stack';
import { logRetention, removalPolicies } from './lifecycle';
import { watchUserPool } from './watch-user-pool';

export interface AuthStackProps {
  readonly environment: Environment;
  readonly bundle: Bundler;
  /** Reads the files that the environment names. */
  readonly readFile: ReadFile;
  /** Where the certificate of a custom domain is made, if it is made here. */
  readonly certificate: CertificateStack | undefined;
}

/** The user pool of an environment with its groups, app clients and triggers, and what applications need to know. */
export class AuthStack extends Stack {
  constructor(scope: Construct, id: string, { environment, bundle, readFile, certificate }: AuthStackProps) {
    super(scope, id, {
      stackName: `userpool-${environment.name}-${id}`,
      description: `User pool of the environment ${environment.name}.`,
      terminationProtection: environment.class !== 'sandbox',
      analyticsReporting: false,
      tags: { ...environment.tags },
    });
    if (certificate !== undefined) this.addStackDependency(certificate);
    const removalPolicy = removalPolicies[environment.removal.policy];
    const functions: FunctionDefaults = {
      memoryMegabytes: environment.triggers.functions.memoryMegabytes,
      logRetention: logRetention[environment.class],
      removalPolicy,
      bundle,
    };
    const triggers = new Triggers(this, 'Triggers', {
      declared: environment,
      poolRegion: environment.region,
      functions,
    });
    const name = `userpool-${environment.name}`;
    const { smsSender } = environment;
    const smsRole =
      smsSender.kind === 'sns'
        ? new SmsRole(this, 'SmsRole', { externalId: name, snsRegion: smsSender.region, removalPolicy })
        : undefined;
    const userPool = new UserPool(this, 'UserPool', {
      name,
      declaration: { ...environment, deletionProtection: environment.removal.deletionProtection },
      lambdaConfig: triggers.lambdaConfig,
      smsConfiguration: smsRole?.smsConfiguration,
      removalPolicy,
    });
    triggers.serve(userPool);
    const { deviceTracking } = environment;
    if (deviceTracking.tracking === 'on' && deviceTracking.unusedDevices.forgotten) {
      const { afterDays } = deviceTracking.unusedDevices;
      new UnusedDevices(this, 'UnusedDevices', { userPool, afterDays, functions });
    }
    const [replica] = environment.replicas.map(
      ({ region }) => new UserPoolReplica(this, 'Replica', { userPoolId: userPool.id, region }),
    );
    new Groups(this, 'Groups', { userPoolId: userPool.id, groups: environment.groups, removalPolicy });
    const resourceServers = new ResourceServers(this, 'ResourceServers', {
      userPoolId: userPool.id,
      resourceServers: environment.resourceServers,
    });
    const identityProviders = new IdentityProviders(this, 'IdentityProviders', {
      userPoolId: userPool.id,
      identityProviders: environment.identityProviders,
      readFile,
    });
    const { clients } = new AppClients(this, 'Clients', {
      environmentName: environment.name,
      userPool,
      featurePlan: environment.featurePlan,
      standardAttributes: environment.standardAttributes,
      clients: environment.clients,
      resourceServers: resourceServers.byIdentifier,
      identityProviders: identityProviders.byName,
      functions,
    });
    const { managedLogin, identityPool } = environment;
    const pages =
      managedLogin.pages === 'on'
        ? new ManagedLogin(this, 'ManagedLogin', {
            userPoolId: userPool.id,
            declared: managedLogin,
            declaredClients: environment.clients,
            clients,
            certificateArn: certificateArn(managedLogin, certificate),
            replica,
            readFile,
          })
        : undefined;
    const credentials =
      identityPool.credentials === 'enhanced-flow'
        ? new IdentityPool(this, 'IdentityPool', {
            name,
            declared: identityPool,
            userPoolProviderName: userPool.providerName,
            clients,
            removalPolicy,
            tags: environment.tags,
          })
        : undefined;
    new ApplicationParameters(this, 'Parameters', {
      environmentName: environment.name,
      userPoolId: userPool.id,
      issuer: userPool.issuer,
      managedLoginDomain: pages?.hostName,
      identityPoolId: credentials?.id,
      clients,
    });

    watchUserPool(this, {
      environment,
      name,
      userPool,
      clients,
      identityProviders: identityProviders.byName,
      removalPolicy,
    });

    this.templateOptions.metadata = { ...environmentMetadata(environment), ...absentProtections(environment) };
    Validations.of(this).acknowledge(...environment.waivers.map(({ control, reason }) => ({ id: control, reason })));
  }
}

/** The ARN that is declared, or that of the certificate that is made in the other stack. */
function certificateArn(
  managedLogin: Environment['managedLogin'],
  stack: CertificateStack | undefined,
): string | undefined {
  if (managedLogin.pages === 'off' || managedLogin.domain.kind === 'prefix') return undefined;
  const { certificate } = managedLogin.domain;
  return certificate.from === 'arn' ? certificate.arn : stack?.certificateArn;
}
