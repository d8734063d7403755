import { clientPagesRules } from '../../../lib/environments/rules/client-pages';
import { draft } from '../draft';
import { machine, withOrders } from '../machine-draft';
import { pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

const machineDraft = (pages: 'on' | 'off') =>
  draft((e) => {
    withOrders(e);
    if (pages === 'off') e.managedLogin = { pages };
    e.clients['robot'] = machine('https://orders.example.com/read');
  });

testRules(clientPagesRules, {
  broken: [
    {
      rule: 'client-pages-need-pages',
      what: 'a client with pages where there are none',
      candidate: draft((e) => {
        pagesOf(e, 'web');
        e.managedLogin = { pages: 'off' };
      }),
      path: 'clients.web.managedLogin.use',
      instead: 'pages: "on"',
    },
    {
      rule: 'machine-client-needs-pages',
      what: 'a machine without a place to get tokens from',
      candidate: machineDraft('off'),
      path: 'clients.robot.kind',
      instead: 'machines get their tokens at that domain',
    },
  ],
  fine: [
    ['a client with pages', draft((e) => pagesOf(e, 'web'))],
    ['a machine at the domain of the pages', machineDraft('on')],
  ],
});
