import { isList, isObject } from '../../template/value';
import { clientType } from '../app-clients';
import type { Control, Finding } from '../control';
import { judge } from '../look';
import { booleanIn, notKnown, read, shown, textsIn, type Reading } from '../reading';
import type { Located, PoolView, Subject } from '../subject';
import { pathOf, valueAt } from '../value-at';

const property = 'WriteAttributes';

/** Cognito keeps these itself; nobody writes them. */
const kept = new Set(['sub', 'email_verified', 'phone_number_verified']);

const isCustom = (attribute: string): boolean => /^(custom|dev):/.test(attribute);
const bare = (attribute: string): string => attribute.replace(/^(dev:)?(custom:)?/, '');

/** undefined: nobody says which attributes applications decide on access by. */
function deciding(pool: Located, { intent }: Subject): readonly string[] | undefined {
  return intent.authorizationAttributes.get(pathOf(pool))?.filter((attribute) => !kept.has(attribute));
}

/** What the schema says of an attribute: absent where it does not name it. */
function declared(pool: Located, attribute: string): Reading {
  const schema = read(pool.resource, 'Schema');
  if (schema.kind !== 'known' || !isList(schema.value)) return schema;
  const found = schema.value.find(
    (each) => isObject(each) && typeof each['Name'] === 'string' && bare(each['Name']) === bare(attribute),
  );
  return found === undefined ? { kind: 'absent' } : { kind: 'known', value: found };
}

/** Whether users cannot change it: so it is with an attribute of a template that does not say it is mutable. */
function isFixed(reading: Reading): boolean {
  if (reading.kind !== 'known' || !isObject(reading.value)) return false;
  const { Mutable: mutable = false, DeveloperOnlyAttribute: developerOnly = false } = reading.value;
  const is = (value: typeof mutable) => booleanIn({ kind: 'known', value });
  return is(mutable) === false || is(developerOnly) === true;
}

/** Those that a client may write; without a list every standard attribute. */
function writable({ resource }: Located, attributes: readonly string[]): Reading {
  const written = read(resource, property);
  if (written.kind === 'unknown') return written;
  const texts = textsIn(written);
  return { kind: 'known', value: attributes.filter((each) => texts?.includes(each) ?? !isCustom(each)) };
}

function findingsOf({ pool, clients }: PoolView, attributes: readonly string[]): readonly Finding[] {
  const inSchema = attributes.map((attribute) =>
    judge(pool, 'Schema', declared(pool, attribute), {
      wanted: `${attribute} with Mutable false, or DeveloperOnlyAttribute true`,
      passes: isFixed,
    }),
  );
  const inClients = clients.map((client) => {
    const wanted = `none of ${attributes.join(', ')}; without a list all standard attributes can be written`;
    const passes = () => textsIn(writable(client, attributes))?.length === 0;
    return judge(client, property, read(client.resource, property), { wanted, passes });
  });
  return [...inSchema, ...inClients];
}

export const authorizationAttributes: Control = {
  id: 'CGN-ACC-07',
  what: 'An attribute that applications decide on access by cannot be changed, and no app client may write it.',
  why: 'Users would give themselves another tenant, role or plan with their own access token.',
  sources: [{ source: 'AWS developer guide', id: 'multi-tenancy-security-recommendations' }],
  severity: { sandbox: 'medium', 'pre-production': 'high', production: 'critical' },
  field: 'customAttributes',
  check: (subject) =>
    subject.pools.flatMap((view): readonly Finding[] => {
      const attributes = deciding(view.pool, subject);
      if (attributes !== undefined) return attributes.length === 0 ? [] : findingsOf(view, attributes);
      const found = 'nobody says which attributes applications decide on access by';
      return [{ verdict: 'unknown', at: view.pool, property: 'Schema', found, wanted: 'those attributes, or none' }];
    }),
  orders: [
    {
      type: clientType,
      property,
      measure: (client, subject) => {
        const pool = subject.resourceAt(client.resource.properties['UserPoolId']);
        const attributes = pool && deciding(pool, subject);
        if (attributes !== undefined) return writable(client, attributes);
        const why = `nobody says which attributes decide on access, beside ${shown(read(client.resource, property))}`;
        return notKnown(why, valueAt(client.resource, property));
      },
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};
