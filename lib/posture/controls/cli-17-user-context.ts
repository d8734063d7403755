import { appClients, clientType, hasSecret, withoutKind } from '../app-clients';
import type { Control, Finding } from '../control';
import { effective, look } from '../look';
import { booleanIn, textIn } from '../reading';
import { modeProperty, threatProtectionMode } from '../threat-protection';

const property = 'EnablePropagateAdditionalUserContextData';

export const userContext: Control = {
  id: 'CGN-CLI-17',
  what: 'A server may tell threat protection the address of the user for whom it signs in.',
  why: 'Otherwise everybody signs in from the address of the server, and no sign-in looks riskier than another.',
  sources: [
    { source: 'AWS developer guide', id: 'user-pool-settings-viewing-threat-protection-app' },
    { source: 'AWS API reference', id: 'CreateUserPoolClient: EnablePropagateAdditionalUserContextData' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'clients.NAME.propagateAdditionalUserContextData',
  check: (subject) =>
    appClients(subject).flatMap(({ at, kind, pool }): readonly Finding[] => {
      if ((kind !== undefined && kind !== 'server') || hasSecret(at) === false) return [];
      const finding = look(at, property, { wanted: 'true', passes: (reading) => booleanIn(reading) === true });
      if (finding.verdict !== 'fail') return [finding];
      const mode = pool && threatProtectionMode(pool.pool);
      // In audit too what it sees is to be the user.
      if (mode !== undefined && textIn(mode) === 'OFF') return [];
      if (mode === undefined || mode.kind === 'unknown' || hasSecret(at) === undefined)
        return [
          { ...finding, verdict: 'unknown', found: `${finding.found}; ${modeProperty} or the secret is not known` },
        ];
      return [kind === undefined ? withoutKind(finding) : finding];
    }),
  orders: [
    {
      type: clientType,
      property,
      measure: effective(property, false),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
