import type { Control } from '../control';
import { deliveryFinding, deliveryOrder } from '../log-delivery';

export const messageErrorLog: Control = {
  id: 'CGN-LOG-02',
  what: 'Errors of e-mail and text messages are delivered to a log group.',
  why: 'Codes that never arrive lock users out, and text messages to expensive numbers go on, without anybody knowing.',
  sources: [{ source: 'AWS developer guide', id: 'exporting-quotas-and-usage' }],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'logDelivery.messageErrors',
  check: ({ pools }) =>
    pools.map((view) =>
      deliveryFinding(view, {
        eventSource: 'userNotification',
        level: 'ERROR',
        destinations: ['CloudWatchLogsConfiguration'],
      }),
    ),
  orders: [deliveryOrder('userNotification')],
};
