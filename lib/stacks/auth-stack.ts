import { RemovalPolicy, Stack, Tags, Validations } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { AppClients } from '../constructs/app-clients';
import { ApplicationParameters } from '../constructs/application-parameters';
import { environmentMetadata } from '../constructs/environment-metadata';
import { Groups } from '../constructs/groups';
import type { Bundler } from '../constructs/trigger-function';
import { Triggers } from '../constructs/triggers';
import { UserPool } from '../constructs/user-pool';
import type { Environment } from '../environments/environment';

export interface AuthStackProps {
  readonly environment: Environment;
  readonly bundle: Bundler;
}

const removalPolicies = { retain: RemovalPolicy.RETAIN, destroy: RemovalPolicy.DESTROY } as const;

/** How long the logs of the triggers are kept, the audit lines of sign-ins among them. */
const logRetention = {
  sandbox: RetentionDays.ONE_WEEK,
  'pre-production': RetentionDays.ONE_MONTH,
  production: RetentionDays.ONE_YEAR,
} as const;

/** The user pool of an environment with its groups, app clients and triggers, and what applications need to know. */
export class AuthStack extends Stack {
  constructor(scope: Construct, id: string, { environment, bundle }: AuthStackProps) {
    super(scope, id, {
      stackName: `userpool-${environment.name}-${id}`,
      description: `User pool of the environment ${environment.name}.`,
      terminationProtection: environment.class !== 'sandbox',
      analyticsReporting: false,
    });
    const removalPolicy = removalPolicies[environment.removal.policy];
    const triggers = new Triggers(this, 'Triggers', {
      triggers: environment.triggers,
      logRetention: logRetention[environment.class],
      removalPolicy,
      bundle,
    });
    const userPool = new UserPool(this, 'UserPool', {
      name: `userpool-${environment.name}`,
      declaration: { ...environment, deletionProtection: environment.removal.deletionProtection },
      lambdaConfig: triggers.lambdaConfig,
      removalPolicy,
    });
    triggers.serve(userPool);
    new Groups(this, 'Groups', { userPoolId: userPool.id, groups: environment.groups, removalPolicy });
    const { clients } = new AppClients(this, 'Clients', {
      environmentName: environment.name,
      userPoolId: userPool.id,
      featurePlan: environment.featurePlan,
      clients: environment.clients,
    });
    new ApplicationParameters(this, 'Parameters', {
      environmentName: environment.name,
      userPoolId: userPool.id,
      issuer: userPool.issuer,
      clients,
    });

    this.templateOptions.metadata = environmentMetadata(environment);
    for (const [key, value] of Object.entries(environment.tags)) Tags.of(this).add(key, value);
    Validations.of(this).acknowledge(...environment.waivers.map(({ control, reason }) => ({ id: control, reason })));
  }
}
