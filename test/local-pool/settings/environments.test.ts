import { declaredTriggers } from '../../synthesis/declared-triggers';
import { everyEnvironment } from '../../synthesis/every-environment';
import { fixtureStack } from '../../synthesis/assembly';
import { poolsOf } from './pool-template';

function read(environment: string) {
  const [only, ...others] = poolsOf([fixtureStack(environment)]);
  if (only === undefined || others.length > 0) throw new Error(`${environment} has not one pool`);
  return only;
}

test.each(everyEnvironment.map((environment) => [environment.name, environment] as const))(
  'the template of %s is read without problems, as the environment declares it',
  (name, declared) => {
    const { settings } = read(name);
    expect(settings).toMatchObject({
      signInWith: 'email',
      caseSensitive: false,
      autoVerifiedAttributes: ['email'],
      adminCreateUserOnly: !declared.selfSignUp.allowed,
      passwordPolicy: declared.passwordPolicy,
      featurePlan: declared.featurePlan,
      accountRecovery: declared.accountRecovery,
      deletionProtection: declared.removal.deletionProtection.enabled,
      mfa:
        declared.mfa.mode === 'off'
          ? { mode: 'OFF', factors: [] }
          : { mode: declared.mfa.mode === 'required' ? 'ON' : 'OPTIONAL', factors: declared.mfa.factors },
    });
    expect(settings.deviceTracking !== undefined).toBe(declared.deviceTracking.tracking === 'on');
  },
);

test.each(everyEnvironment.map((environment) => [environment.name, environment] as const))(
  'the clients, groups and triggers of %s are those that it declares',
  (name, declared) => {
    const { clients, groups, triggers } = read(name).settings;
    expect(clients.map((client) => client.name).toSorted()).toEqual(Object.keys(declared.clients).toSorted());
    for (const [clientName, written] of Object.entries(declared.clients)) {
      const client = clients.find((each) => each.name === clientName);
      expect(client?.explicitAuthFlows.toSorted()).toEqual(
        written.kind === 'machine' ? ['ALLOW_REFRESH_TOKEN_AUTH'] : written.authFlows.toSorted(),
      );
      expect(client?.accessTokenSeconds).toBe(written.accessTokenMinutes * 60);
      expect(client?.generateSecret).toBe(written.kind === 'server' || written.kind === 'machine');
    }
    expect(groups.map((group) => group.name).toSorted()).toEqual(Object.keys(declared.groups).toSorted());
    expect(Object.keys(triggers).toSorted()).toEqual(declaredTriggers(declared.triggers));
    for (const trigger of Object.values(triggers)) expect(trigger).toMatchObject({ invocable: true });
  },
);
