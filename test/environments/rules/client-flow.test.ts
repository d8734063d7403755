import { clientFlowRules } from '../../../lib/environments/rules/client-flow';
import { client, draft, off, productionDraft } from '../draft';
import { pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

testRules(clientFlowRules, {
  broken: [
    {
      rule: 'client-needs-sign-in-flow',
      what: 'a client that renews sessions only',
      candidate: draft((e) => (client(e, 'web').authFlows = ['ALLOW_REFRESH_TOKEN_AUTH'])),
      path: 'clients.web.authFlows',
      instead: 'ALLOW_USER_SRP_AUTH',
    },
    {
      rule: 'client-needs-refresh-flow',
      what: 'a client that cannot renew a session',
      candidate: draft((e) => (client(e, 'web').authFlows = ['ALLOW_USER_SRP_AUTH'])),
      path: 'clients.web.authFlows',
      instead: 'Add ALLOW_REFRESH_TOKEN_AUTH',
    },
    {
      rule: 'token-within-refresh',
      what: 'an access token that outlives the session',
      candidate: draft((e) => Object.assign(client(e, 'web'), { refreshTokenHours: 1, accessTokenMinutes: 61 })),
      path: 'clients.web.accessTokenMinutes',
      instead: 'Write 60 or less, or make refreshTokenHours at least 2',
    },
    {
      rule: 'token-within-refresh',
      what: 'an ID token that outlives the session',
      candidate: draft((e) => Object.assign(client(e, 'web'), { refreshTokenHours: 2, idTokenMinutes: 121 })),
      path: 'clients.web.idTokenMinutes',
      instead: 'Write 120 or less, or make refreshTokenHours at least 3',
    },
    {
      rule: 'legacy-password-outside-production',
      what: 'a client of production that sends the password',
      candidate: productionDraft((e) => (e.clients['legacy'] = client(draft(), 'legacy'))),
      path: 'clients.legacy.kind',
      instead: 'kind "server"',
    },
    {
      rule: 'user-existence-errors-in-production',
      what: 'a client of production that tells who has an account',
      candidate: productionDraft((e) => (client(e, 'web').preventUserExistenceErrors = off)),
      path: 'clients.web.preventUserExistenceErrors.enabled',
      instead: '{ enabled: true }',
    },
    {
      rule: 'client-needs-refresh-flow',
      what: 'a client that renews sessions in the way that rotation ends',
      candidate: draft((e) => (client(e, 'web').refreshTokenRotation = { enabled: true, graceSeconds: 10 })),
      path: 'clients.web.authFlows',
      instead: 'Remove ALLOW_REFRESH_TOKEN_AUTH',
    },
    {
      rule: 'token-revocation-in-production',
      what: 'a session of production that nobody can end',
      candidate: productionDraft((e) => (client(e, 'web').tokenRevocation = off)),
      path: 'clients.web.tokenRevocation.enabled',
      instead: '{ enabled: true }',
    },
  ],
  fine: [
    [
      'a client that signs in by pages alone',
      draft((e) => {
        pagesOf(e, 'web');
        client(e, 'web').authFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
        // Remembered devices are proved by SRP, which another client allows.
        client(e, 'backend').authFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
      }),
    ],
    ['an access token as long as the session', draft((e) => Object.assign(client(e, 'web'), { refreshTokenHours: 1 }))],
  ],
});
