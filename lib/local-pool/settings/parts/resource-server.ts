import type { ResourceServer } from '../../state/stored-configuration';
import { resourceServerTexts as texts } from '../../wire/resource-server-members';
import type { PropertyTable } from '../property-table';
import { enforced, noEffect } from '../property-table';
import { constrained } from './constrained';
import type { Part } from './part';
import { demand, ofPool } from './part';

const shown = 'DescribeResourceServer shows it.';

/** AWS::Cognito::UserPoolResourceServer. Sources: template reference; SDK model of cognito-idp. */
const properties = {
  ...ofPool,
  Identifier: enforced(
    constrained(texts.identifier),
    'The first half of the names of its scopes; each pool has it once.',
  ),
  Name: noEffect(`A name for people. ${shown}`, constrained(texts.name)),
  'Scopes[].ScopeName': enforced(constrained(texts.scopeName), 'The scopes that app clients may name.'),
  'Scopes[].ScopeDescription': noEffect(shown, constrained(texts.scopeDescription)),
} as const satisfies PropertyTable;

export const resourceServer: Part<typeof properties, ResourceServer> = {
  properties,
  feature: undefined,
  read(read, _pool, findings) {
    const scopes = read.items('Scopes').map((item) => {
      demand(['Scopes[].ScopeName', 'Scopes[].ScopeDescription'], item, findings);
      const [name = '', description = ''] = [item.text('Scopes[].ScopeName'), item.text('Scopes[].ScopeDescription')];
      return { name, description };
    });
    if (!demand(['Identifier', 'Name'], read, findings)) return undefined;
    return { identifier: read.text('Identifier') ?? '', name: read.text('Name') ?? '', scopes };
  },
};
