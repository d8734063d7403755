import { isConfidentialClient } from '../user-clients';
import { defineRule, type Rule } from './rule';

/** The rotation of client secrets. */
export const secretRotationRules: readonly Rule[] = [
  defineRule({
    id: 'secret-grace-within-rotation',
    what: 'A replaced client secret ends before the next one is replaced.',
    source: 'Cognito API, AddUserPoolClientSecret: two secrets at a time.',
    reads: ['clients'],
    check: ({ clients }) =>
      Object.entries(clients).flatMap(([name, client]) => {
        if (!isConfidentialClient(client) || !client.secretRotation.enabled) return [];
        const { everyDays, graceDays } = client.secretRotation;
        if (graceDays < everyDays) return [];
        return [
          {
            path: ['clients', name, 'secretRotation', 'graceDays'],
            got: graceDays,
            allowed: `fewer than the ${everyDays} days of everyDays`,
            instead: `Write ${everyDays - 1} or less: applications should read the secret anew every hour or day.`,
          },
        ];
      }),
  }),
];
