import type { Control } from '../control';
import { among, firstFactors, firstFactorsProperty, multiFactorPasskey } from '../factors';
import { needsTwoFactors } from '../intent';
import { conclude, effective } from '../look';
import { read } from '../reading';
import { given, names, says } from '../truth';

const type = 'AWS::Cognito::UserPool';

/** What the settings of passkeys have to say where they are offered. */
const settings = [
  { property: 'WebAuthnUserVerification', wanted: 'required' },
  { property: 'WebAuthnFactorConfiguration', wanted: multiFactorPasskey },
] as const;

export const phishingResistant: Control = {
  id: 'CGN-MFA-02',
  what: 'Under aal2 users may sign in with a passkey that verifies them and counts as two factors.',
  why: 'Codes and passwords can be typed into a false page; a passkey answers only to the true one.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '2.2.2' },
    { source: 'OWASP ASVS 5.0', id: '6.3.3' },
    { source: 'AWS API reference', id: 'WebAuthnConfigurationType' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'passkeys',
  check: ({ pools, intent }) => {
    const two = needsTwoFactors(intent);
    if (two === false) return [];
    return pools.flatMap(({ pool }) => {
      const offered = firstFactors(pool);
      const isOffered = names(offered, 'WEB_AUTHN');
      const offer = conclude(pool, firstFactorsProperty, offered, 'WEB_AUTHN among them', given(two, isOffered, true));
      if (isOffered === false) return [offer];
      const rest = settings.map(({ property, wanted }) => {
        const reading = read(pool.resource, property);
        return conclude(pool, property, reading, wanted, given(two, says(reading, wanted), true));
      });
      return [offer, ...rest];
    });
  },
  orders: [
    {
      type,
      property: firstFactorsProperty,
      measure: (at) => among(firstFactors(at), ['WEB_AUTHN']),
      scale: { kind: 'set', stronger: 'larger' },
    },
    {
      type,
      property: 'WebAuthnUserVerification',
      measure: effective('WebAuthnUserVerification', 'absent'),
      scale: { kind: 'levels', weakToStrong: ['absent', 'preferred', 'required'] },
    },
    {
      type,
      property: 'WebAuthnFactorConfiguration',
      measure: effective('WebAuthnFactorConfiguration', 'SINGLE_FACTOR'),
      scale: { kind: 'levels', weakToStrong: ['SINGLE_FACTOR', multiFactorPasskey] },
    },
  ],
};
