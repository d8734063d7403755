import type { Control } from '../control';
import { judge } from '../look';
import { deliveryFinding, deliveryOrder } from '../log-delivery';
import { textIn } from '../reading';
import { modeProperty, threatProtectionMode } from '../threat-protection';

export const userActivityLog: Control = {
  id: 'CGN-LOG-01',
  what: 'Where threat protection looks at sign-ins, what it sees is delivered to a log.',
  why: 'After a takeover nobody can tell who signed in from where, and what else was reached.',
  sources: [
    { source: 'AWS developer guide', id: 'exporting-quotas-and-usage' },
    { source: 'OWASP ASVS 5.0', id: '16.3.1' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'medium', production: 'high' },
  field: 'logDelivery.userActivity',
  check: ({ pools }) =>
    pools.flatMap((view) => {
      const mode = threatProtectionMode(view.pool);
      if (mode.kind === 'unknown')
        return [judge(view.pool, modeProperty, mode, { wanted: 'OFF, or a log', passes: () => false })];
      // The service has such logs only with threat protection, in audit as well.
      if (textIn(mode) === 'OFF') return [];
      return [
        deliveryFinding(view, {
          eventSource: 'userAuthEvents',
          level: 'INFO',
          destinations: ['CloudWatchLogsConfiguration', 'S3Configuration', 'FirehoseConfiguration'],
        }),
      ];
    }),
  orders: [deliveryOrder('userAuthEvents')],
};
