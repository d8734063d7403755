import type { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnUserPoolIdentityProvider } from 'aws-cdk-lib/aws-cognito';
import type { AppClient } from '../constructs/app-clients';
import { LogDelivery } from '../constructs/log-delivery';
import type { WatchedClient } from '../constructs/monitoring/client-alarms';
import { Monitoring } from '../constructs/monitoring/monitoring';
import { watchedFunctions } from '../constructs/monitoring/watched-functions';
import { ThreatProtection } from '../constructs/threat-protection';
import type { UserPool } from '../constructs/user-pool';
import { WebAcl } from '../constructs/web-acl';
import type { Environment } from '../environments/environment';

export interface Watched {
  readonly environment: Environment;
  /** The name of the user pool. */
  readonly name: string;
  readonly userPool: Pick<UserPool, 'id' | 'arn'>;
  readonly clients: readonly AppClient[];
  readonly identityProviders: ReadonlyMap<string, CfnUserPoolIdentityProvider>;
  /** That of the user pool. */
  readonly removalPolicy: RemovalPolicy;
}

/** Adds to a stack what stands before its user pool and looks at it. To be called when all else is there. */
export function watchUserPool(stack: Stack, watched: Watched): void {
  const { environment, name, userPool, removalPolicy } = watched;
  const { threatProtection, webAcl, logDelivery, monitoring, emailSender, smsSender, region } = environment;
  if (threatProtection.mode !== 'off') {
    const { riskConfiguration } = threatProtection;
    new ThreatProtection(stack, 'ThreatProtection', { userPoolId: userPool.id, riskConfiguration, emailSender });
  }
  const acl =
    webAcl.use === 'on'
      ? new WebAcl(stack, 'WebAcl', { name, userPoolArn: userPool.arn, webAcl, removalPolicy })
      : undefined;
  new LogDelivery(stack, 'LogDelivery', { name, userPoolId: userPool.id, logDelivery, removalPolicy });
  if (monitoring.alarms === 'off') return;
  new Monitoring(stack, 'Monitoring', {
    name,
    userPoolId: userPool.id,
    monitoring,
    clients: watchedClients(watched),
    functions: watchedFunctions(stack),
    monthlySpendLimitDollars:
      smsSender.kind === 'sns' && smsSender.region === region ? smsSender.monthlySpendLimitDollars : undefined,
    webAclMetric: acl?.metricName,
  });
}

/** The clients through which people sign in: CloudWatch has no metric of Cognito for those that sign in as themselves. */
function watchedClients({ environment, clients, identityProviders }: Watched): readonly WatchedClient[] {
  return clients.flatMap(({ name, id }) => {
    const declared = environment.clients[name];
    if (declared === undefined || declared.kind === 'machine') return [];
    const listed =
      'managedLogin' in declared && declared.managedLogin.use === 'on' ? declared.managedLogin.identityProviders : [];
    return [
      {
        name,
        id,
        identityProviders: listed.toSorted().flatMap((provider) => {
          const providerName = identityProviders.get(provider)?.providerName;
          return providerName === undefined ? [] : [{ name: provider, providerName }];
        }),
      },
    ];
  });
}
