import { scopeRules } from '../../../lib/environments/rules/scopes';
import { type Draft, draft } from '../draft';
import { machine, orders, withOrders } from '../machine-draft';
import { pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

/** The draft with an API, changed. */
const withApi = (change: (environment: Draft) => void) =>
  draft((e) => {
    withOrders(e);
    change(e);
  });

const asking = (...scopes: string[]) =>
  withApi((e) => {
    pagesOf(e, 'web');
    const { web } = e.clients;
    if (web !== undefined && 'managedLogin' in web) Object.assign(web.managedLogin, { scopes });
  });

const robot = (...scopes: string[]) => withApi((e) => (e.clients['robot'] = machine(...scopes)));

const named = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`scope-${at}`, 'One.']));

testRules(scopeRules, {
  broken: [
    {
      rule: 'client-scope-exists',
      what: 'a scope that no resource server has',
      candidate: asking('openid', 'https://orders.example.com/erase'),
      path: 'clients.web.managedLogin.scopes[1]',
      instead: 'declare it in resourceServers',
    },
    {
      rule: 'client-scope-exists',
      what: 'a scope without its resource server',
      candidate: asking('openid', 'read'),
      path: 'clients.web.managedLogin.scopes[1]',
      instead: 'declare it in resourceServers',
    },
    {
      rule: 'client-scope-exists',
      what: 'a machine that asks for what nobody offers',
      candidate: robot('https://invoices.example.com/read'),
      path: 'clients.robot.scopes[0]',
      instead: 'declare it in resourceServers',
    },
    {
      rule: 'claim-scope-needs-openid',
      what: 'claims of an ID token without one',
      candidate: asking('email', 'https://orders.example.com/read'),
      path: 'clients.web.managedLogin.scopes',
      instead: 'Add "openid"',
    },
    {
      rule: 'client-scopes-fit-parameter',
      what: 'more text than applications can be told',
      candidate: withApi((e) => {
        const identifier = `https://${'a'.repeat(200)}.example.com`;
        e.resourceServers = { long: { identifier, scopes: named(30) } };
        const scopes = Object.keys(named(30)).map((scope) => `${identifier}/${scope}`);
        e.clients['robot'] = machine(...scopes);
      }),
      path: 'clients.robot.scopes',
      instead: 'a shorter identifier',
    },
    {
      rule: 'resource-server-scope-limit',
      what: 'an API with too many scopes',
      candidate: withApi((e) => (e.resourceServers['orders'] = { ...orders, scopes: named(101) })),
      path: 'resourceServers.orders.scopes',
      instead: 'another resource server',
    },
    {
      rule: 'resource-server-identifier-once',
      what: 'an API that is declared under two names',
      candidate: withApi((e) => (e.resourceServers['purchases'] = { ...orders, scopes: { ...orders.scopes } })),
      path: 'resourceServers.purchases.identifier',
      instead: 'move its scopes to "orders"',
    },
  ],
  fine: [
    ['every scope that there is', asking('openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin')],
    ['a scope of an API', asking('https://orders.example.com/read')],
    ['a machine with scopes of an API', robot('https://orders.example.com/read', 'https://orders.example.com/write')],
    ['100 scopes', withApi((e) => (e.resourceServers['orders'] = { ...orders, scopes: named(100) }))],
  ],
});
