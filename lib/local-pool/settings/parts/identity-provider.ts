import type { IdentityProviderSettings } from '../../state/stored-configuration';
import { providerNameProblem } from '../../state/stored-configuration';
import { newProviderName, providerTypes } from '../../wire/identity-provider-members';
import { brief } from '../findings';
import type { PropertyTable } from '../property-table';
import { choice, details, enforced, noEffect, tags, taken, texts } from '../property-table';
import { constrained } from './constrained';
import type { Part } from './part';
import { demand, ofPool } from './part';

type ProviderType = (typeof providerTypes)[number];
const types = Object.fromEntries(providerTypes.map((type) => [type, taken])) as Record<ProviderType, typeof taken>;
const shown = 'Federation would use it; DescribeIdentityProvider shows it';

/** AWS::Cognito::UserPoolIdentityProvider. Sources: template reference; SDK model of cognito-idp. */
const properties = {
  ...ofPool,
  ProviderName: enforced(constrained(newProviderName), 'The name that app clients may list; each pool has it once.'),
  ProviderType: enforced(choice(types, undefined), 'A social provider has the name of its type.'),
  ProviderDetails: noEffect(`${shown}, but for what is known only after deployment (secrets by reference).`, details),
  AttributeMapping: noEffect(`${shown}.`, tags),
  'IdpIdentifiers[]': enforced(texts(undefined), 'GetIdentityProviderByIdentifier finds it by them.'),
} as const satisfies PropertyTable;

export const identityProvider: Part<typeof properties, IdentityProviderSettings> = {
  properties,
  feature: 'federation',
  read(read, _pool, findings) {
    if (!demand(['ProviderName', 'ProviderType', 'ProviderDetails'], read, findings)) return undefined;
    const provider = {
      name: read.text('ProviderName') ?? '',
      type: read.choice('ProviderType') ?? 'OIDC',
      details: read.details('ProviderDetails'),
      attributeMapping: read.at('AttributeMapping') === undefined ? undefined : read.tags('AttributeMapping'),
      identifiers: read.texts('IdpIdentifiers[]') ?? [],
    };
    const words = providerNameProblem(provider);
    if (words !== undefined) {
      const nextStep = `Write ProviderName: ${provider.type}: the service refuses another.`;
      findings.stop(read.logicalId, 'ProviderName', {
        got: brief(provider.name),
        expected: provider.type,
        nextStep,
        words,
      });
    }
    return provider;
  },
};
