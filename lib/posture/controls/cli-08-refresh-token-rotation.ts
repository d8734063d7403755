import { appClients, clientType, hasSecret, keepsSecret, signsPeopleIn, withoutKind } from '../app-clients';
import { authFlows } from '../auth-flows';
import type { Control, Finding } from '../control';
import { isProduction } from '../intent';
import type { Intent } from '../intent';
import { conclude, effective, judge, look } from '../look';
import { lookAtMembers, refusing } from '../members';
import { numberIn, read, textIn } from '../reading';
import type { Located } from '../subject';
import { given } from '../truth';

const feature = 'RefreshTokenRotation.Feature';
const grace = 'RefreshTokenRotation.RetryGracePeriodSeconds';

/** What the service accepts, and what a retry needs. */
const longestGrace = 60;
const shortGrace = 10;

export const refreshTokenRotation: Control = {
  id: 'CGN-CLI-08',
  what: 'An app client without a secret rotates its refresh tokens, and lets an old one count for seconds only.',
  why: 'A stolen refresh token of an application that proves nothing about itself works beside the real one, unnoticed.',
  sources: [
    { source: 'RFC 9700', id: '2.2.2' },
    { source: 'RFC 9700', id: '4.14.2' },
    { source: 'OAuth browser-based apps', id: '6.3.2.3' },
    { source: 'OWASP ASVS 5.0', id: '10.4.5' },
    { source: 'AWS developer guide', id: 'amazon-cognito-user-pools-using-the-refresh-token' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.refreshTokenRotation',
  check: (subject) =>
    appClients(subject).flatMap(({ at, kind }): readonly Finding[] => {
      if ((kind !== undefined && keepsSecret(kind)) || !signsPeopleIn(at)) return [];
      const findings = rotation(at, subject.intent);
      // Without a secret it is a public client, whatever it is meant to be.
      return kind === undefined && hasSecret(at) !== false ? findings.map(withoutKind) : findings;
    }),
  orders: [
    {
      type: clientType,
      property: feature,
      measure: effective(feature, 'DISABLED'),
      scale: { kind: 'levels', weakToStrong: ['DISABLED', 'ENABLED'] },
    },
    {
      type: clientType,
      property: grace,
      // What the service takes where it is absent is not documented.
      measure: ({ resource }) => read(resource, grace),
      scale: { kind: 'number', stronger: 'smaller' },
    },
  ],
};

function rotation(at: Located, intent: Intent): readonly Finding[] {
  const enabled = look(at, feature, { wanted: 'ENABLED', passes: (reading) => textIn(reading) === 'ENABLED' });
  if (enabled.verdict !== 'pass') return [enabled];
  const flows = lookAtMembers(at, authFlows, {
    wanted: 'written, without ALLOW_REFRESH_TOKEN_AUTH, which the service does not accept beside rotation',
    worth: refusing((flow) => flow === 'ALLOW_REFRESH_TOKEN_AUTH'),
    mandatory: true,
  });
  return [enabled, retries(at, intent), flows];
}

function retries(at: Located, intent: Intent): Finding {
  const reading = read(at.resource, grace);
  const seconds = numberIn(reading);
  const strict = isProduction(intent);
  // Absent it is what the service takes, which is not documented, and no more than it accepts.
  const brief = reading.kind === 'absent' ? undefined : seconds !== undefined && seconds <= shortGrace;
  const accepted = reading.kind === 'absent' || (seconds !== undefined && seconds <= longestGrace);
  const most = strict === false ? longestGrace : shortGrace;
  if (reading.kind === 'unknown')
    return judge(at, grace, reading, { wanted: `at most ${most} seconds`, passes: () => false });
  return conclude(at, grace, reading, `at most ${most} seconds`, given(strict, brief, accepted));
}
