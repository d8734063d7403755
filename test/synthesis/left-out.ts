import type { Environment } from '../../lib/environments/environment';
import type { FeatureName } from '../../lib/local-pool/settings/features';

/** What a local pool of an environment has to name at its start as not simulated: all of it, and nothing else. */
export function leftOut(environment: Environment): readonly FeatureName[] {
  const asked = featuresOf(environment);
  return (Object.keys(asked) as FeatureName[]).filter((feature) => asked[feature]).toSorted();
}

/** Whether an environment asks for each of the features that the local pool leaves out. */
function featuresOf(environment: Environment): Readonly<Record<FeatureName, boolean>> {
  const clients = Object.values(environment.clients);
  return {
    passkeys: environment.passkeys.use === 'on',
    managedLoginBranding: clients.some((client) => 'managedLogin' in client && client.managedLogin.use === 'on'),
    federation: Object.keys(environment.identityProviders).length > 0,
    threatProtection:
      environment.threatProtection.mode !== 'off' ||
      clients.some((client) => client.kind === 'server' && client.propagateAdditionalUserContextData),
    multiRegion: environment.replicas.length > 0,
    identityPool: environment.identityPool.credentials !== 'none',
    webApplicationFirewall: environment.webAcl.use === 'on',
    // The copy in another Region is a pool of its own, with what watches it.
    otherPools: environment.replicas.length > 0 && isWatched(environment),
    // No environment can ask for what follows.
    customResource: false,
    lambdaLayer: false,
    // Named by the operations that would need them.
    userImport: false,
    clientTokens: false,
    requestRates: false,
    implicitGrant: false,
  };
}

/** Whether a user pool, and its copy, has a log or notices of its own. */
function isWatched({ logDelivery, threatProtection }: Environment): boolean {
  return (
    logDelivery.messageErrors.deliver ||
    logDelivery.userActivity.deliver ||
    (threatProtection.mode !== 'off' && threatProtection.riskConfiguration.accountTakeover.notification.send)
  );
}
