import { isObject, Token } from '../../template/value';
import type { Value } from '../../template/value';
import type { Control, Finding } from '../control';
import { notKnown } from '../reading';
import type { Located } from '../subject';
import { type Truth, verdictOf } from '../truth';
import { valueAt } from '../value-at';

const type = 'AWS::Cognito::UserPoolIdentityProvider';
const secrets = ['client_secret', 'private_key'] as const;

/** CloudFormation resolves these at deployment; a plain parameter of Systems Manager can be read by everybody. */
const resolved = /\{\{resolve:(secretsmanager|ssm-secure):/;

export const providerSecrets: Control = {
  id: 'CGN-IDP-01',
  what: 'Secrets of identity providers come from Secrets Manager, and are never written into a template.',
  why: 'Whoever reads the template, the repository or the stack can pass for the application at the provider.',
  sources: [
    { source: 'AWS developer guide', id: 'data-protection' },
    { source: 'OWASP ASVS 5.0', id: '13.3.1' },
  ],
  severity: { sandbox: 'critical', 'pre-production': 'critical', production: 'critical' },
  field: 'identityProviders.NAME.clientSecretName',
  check: ({ ofType }) => ofType(type).flatMap(findings),
  orders: secrets.map((name) => ({
    type,
    property: `ProviderDetails.${name}`,
    measure: ({ resource }) => {
      const value = valueAt(resource, `ProviderDetails.${name}`);
      const hidden = value === undefined ? true : isHidden(value);
      return hidden === undefined
        ? notKnown('a value that is not known before deployment', value)
        : { kind: 'known', value: hidden };
    },
    scale: { kind: 'levels', weakToStrong: [false, true] },
  })),
};

/** The values themselves are never shown. */
function findings(at: Located): readonly Finding[] {
  const details = valueAt(at.resource, 'ProviderDetails');
  const wanted = 'a dynamic reference, {{resolve:secretsmanager:...}}';
  if (details instanceof Token) {
    return [{ verdict: 'unknown', at, property: 'ProviderDetails', found: 'not known before deployment', wanted }];
  }
  if (!isObject(details)) return [];
  return secrets.flatMap((name): readonly Finding[] => {
    const value = valueAt(at.resource, `ProviderDetails.${name}`);
    if (value === undefined) return [];
    const hidden = isHidden(value);
    const found =
      hidden === undefined
        ? 'not known before deployment'
        : hidden
          ? 'such a reference'
          : 'a value that is written out';
    return [{ verdict: verdictOf(hidden), at, property: `ProviderDetails.${name}`, found, wanted }];
  });
}

function isHidden(value: Value): Truth {
  if (!(value instanceof Token)) return false;
  if (value.kind !== 'dynamic-reference') return undefined;
  return resolved.test(value.describe());
}
