import { userClients } from '../../../lib/environments/user-clients';
import { localValues } from '../../../lib/local-pool/settings/local-values';
import { readSettings } from '../../../lib/local-pool/settings/read-settings';
import { resolveStack } from '../../../lib/template/resolve';
import { declaredTriggers } from '../../synthesis/declared-triggers';
import { everyEnvironment } from '../../synthesis/every-environment';
import { fixtureStack } from '../../synthesis/assembly';
import { identity } from './pool-template';

/** As the local pool reads a stack: an account-agnostic one gets the account of the local pool. */
function read(environment: string) {
  const stack = fixtureStack(environment);
  const local = { ...identity, region: stack.region ?? identity.region, account: stack.account ?? identity.account };
  const pseudoParameters = { 'AWS::AccountId': local.account, 'AWS::Region': local.region };
  return readSettings(resolveStack(stack, { valueFor: localValues(stack, local), pseudoParameters }), local);
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
    for (const client of clients) {
      const written = Object.fromEntries(userClients(declared.clients))[client.name];
      expect(client.explicitAuthFlows.toSorted()).toEqual(written?.authFlows.toSorted());
      expect(client.accessTokenSeconds).toBe((written?.accessTokenMinutes ?? 0) * 60);
      expect(client.generateSecret).toBe(written?.kind === 'server');
    }
    expect(groups.map((group) => group.name).toSorted()).toEqual(Object.keys(declared.groups).toSorted());
    expect(Object.keys(triggers).toSorted()).toEqual(declaredTriggers(declared.triggers));
    for (const trigger of Object.values(triggers)) expect(trigger).toMatchObject({ invocable: true });
  },
);
