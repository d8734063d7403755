import { environment } from '../../../lib/environments/environment';
import { repeatRules } from '../../../lib/environments/rules/repeats';
import { alarms, triggerAlarms } from '../alarms';
import { client, draft } from '../draft';
import { machine, withOrders } from '../machine-draft';
import { pagesOf } from '../pages-drafts';
import { threats } from '../threats';
import { testRules } from './rule-rows';

testRules(repeatRules, {
  broken: [
    {
      rule: 'client-list-repeats',
      what: 'an auth flow listed twice',
      candidate: draft((e) => {
        client(e, 'web').authFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'];
      }),
      path: 'clients.web.authFlows[2]',
      instead: 'Remove it',
    },
    {
      rule: 'client-list-repeats',
      what: 'an attribute listed twice',
      candidate: draft((e) => client(e, 'web').writeAttributes.push('name')),
      path: 'clients.web.writeAttributes[5]',
      instead: 'Remove it',
    },
    {
      rule: 'client-list-repeats',
      what: 'a callback listed twice',
      candidate: draft((e) => {
        pagesOf(e, 'web');
        const { web } = e.clients;
        if (web?.kind === 'browser' && web.managedLogin.use === 'on') {
          web.managedLogin.callbackUrls.push('https://www.example.com/signed-in');
        }
      }),
      path: 'clients.web.managedLogin.callbackUrls[1]',
      instead: 'Remove it',
    },
    {
      rule: 'client-list-repeats',
      what: 'a scope of a machine listed twice',
      candidate: draft((e) => {
        withOrders(e);
        e.clients['robot'] = machine('https://orders.example.com/read', 'https://orders.example.com/read');
      }),
      path: 'clients.robot.scopes[1]',
      instead: 'Remove it',
    },
    {
      rule: 'mfa-factor-repeats',
      what: 'a factor listed twice',
      candidate: draft((e) => (e.mfa = { mode: 'optional', factors: ['SOFTWARE_TOKEN_MFA', 'SOFTWARE_TOKEN_MFA'] })),
      path: 'mfa.factors[1]',
      instead: 'Remove it',
    },
    {
      rule: 'sign-in-list-repeats',
      what: 'a verified attribute listed twice',
      candidate: draft((e) => (e.autoVerifiedAttributes = ['email', 'email'])),
      path: 'autoVerifiedAttributes[1]',
      instead: 'Remove it',
    },
    {
      rule: 'sign-in-list-repeats',
      what: 'a way of recovery listed twice',
      candidate: draft((e) => (e.accountRecovery = ['verified_email', 'verified_email'])),
      path: 'accountRecovery[1]',
      instead: 'Remove it',
    },
    {
      rule: 'email-domain-repeats',
      what: 'a domain listed twice',
      candidate: draft((e) => e.triggers.preSignUp?.allowedEmailDomains.push('example.com')),
      path: 'triggers.preSignUp.allowedEmailDomains[2]',
      instead: 'Remove it',
    },
    {
      rule: 'email-domain-repeats',
      what: 'a denied value listed twice',
      candidate: draft((e) => {
        e.customAttributes['blocked'] = { type: 'Boolean', mutable: true, authorization: true };
        e.triggers.preAuthentication = { deniedAttribute: 'custom:blocked', deniedValues: ['true', 'true'] };
      }),
      path: 'triggers.preAuthentication.deniedValues[1]',
      instead: 'Remove it',
    },
    {
      rule: 'protection-list-repeats',
      what: 'a range of addresses listed twice',
      candidate: draft((e) => {
        e.featurePlan = 'PLUS';
        e.threatProtection = environment.shape.threatProtection.parse({
          ...threats,
          mode: 'audit',
          riskConfiguration: {
            ...threats.riskConfiguration,
            ipAddresses: { blocked: ['192.0.2.0/24', '192.0.2.0/24'], trusted: [] },
          },
        });
      }),
      path: 'threatProtection.riskConfiguration.ipAddresses.blocked[1]',
      instead: 'Remove it',
    },
    {
      rule: 'protection-list-repeats',
      what: 'a rule group listed twice',
      candidate: draft((e) => {
        const twice = { name: 'AWSManagedRulesAnonymousIpList', countedRules: [] } as const;
        e.webAcl = environment.shape.webAcl.parse({
          use: 'on',
          requestsPerAddress: 1000,
          managedRuleGroups: [twice, twice],
          logRetentionDays: 90,
        });
      }),
      path: 'webAcl.managedRuleGroups[1]',
      instead: 'Remove it',
    },
    {
      rule: 'protection-list-repeats',
      what: 'a subscriber listed twice',
      candidate: draft((e) => {
        const [subscriber] = alarms.subscribers;
        e.monitoring = environment.shape.monitoring.parse({
          ...alarms,
          triggers: triggerAlarms,
          subscribers: [subscriber, subscriber],
        });
      }),
      path: 'monitoring.subscribers[1]',
      instead: 'Remove it',
    },
  ],
});
