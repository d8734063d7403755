import { appClients, clientType } from '../app-clients';
import type { AppClient } from '../app-clients';
import type { Control, Finding } from '../control';
import type { Intent } from '../intent';
import { effectiveMembers, lookAtMembers } from '../members';
import type { Worth } from '../members';
import { pathOf } from '../value-at';

/** OpenID Connect Core 1.0 section 5.1, as far as users write them: what the service takes where there is no list. */
const standard = [
  ...['address', 'birthdate', 'email', 'family_name', 'gender', 'given_name', 'locale', 'middle_name', 'name'],
  ...['nickname', 'phone_number', 'picture', 'preferred_username', 'profile', 'updated_at', 'website', 'zoneinfo'],
];
const verified = ['email_verified', 'phone_number_verified'];

export const attributes: Control = {
  id: 'CGN-CLI-13',
  what: 'An app client names the attributes that it reads and writes, and writes none that decides on access.',
  why: 'With an access token a user writes whatever the client may write: an address that recovers the account, a tenant.',
  sources: [
    { source: 'AWS developer guide', id: 'multi-tenancy-security-recommendations' },
    { source: 'AWS API reference', id: 'CreateUserPoolClient: WriteAttributes' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.writeAttributes',
  check: (subject) =>
    appClients(subject).flatMap((client) => [
      named(client, 'WriteAttributes', writing(client, subject.intent)),
      named(client, 'ReadAttributes', () => 'fine'),
    ]),
  orders: [
    {
      type: clientType,
      property: 'WriteAttributes',
      measure: effectiveMembers('WriteAttributes', standard),
      scale: { kind: 'set', stronger: 'smaller' },
    },
    {
      type: clientType,
      property: 'ReadAttributes',
      measure: effectiveMembers('ReadAttributes', [...standard, ...verified]),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

type WorthOfText = (attribute: string) => Worth;

/** Absent or empty, a list means every standard attribute. */
function named({ at }: AppClient, property: string, worth: WorthOfText): Finding {
  return lookAtMembers(at, property, {
    wanted: property === 'ReadAttributes' ? 'a list' : 'a list without attributes that decide on access',
    worth: (each) => (typeof each === 'string' ? worth(each) : 'unknown'),
    mandatory: true,
  });
}

/** A list is what the client is for; of a custom attribute in it somebody has to say that it decides nothing. */
function writing({ pool }: AppClient, { authorizationAttributes }: Intent): WorthOfText {
  const deciding = pool && authorizationAttributes.get(pathOf(pool.pool));
  if (deciding === undefined) return (attribute) => (attribute.startsWith('custom:') ? 'unknown' : 'fine');
  const bare = (attribute: string) => attribute.replace(/^custom:/, '');
  return (attribute) => (deciding.map(bare).includes(bare(attribute)) ? 'refused' : 'fine');
}
