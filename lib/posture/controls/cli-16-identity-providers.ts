import { Token } from '../../template/value';
import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { lookAtMembers, membersIn } from '../members';
import type { Member } from '../members';
import { read, textIn } from '../reading';
import type { Located, Subject } from '../subject';

const property = 'SupportedIdentityProviders';

export const supportedIdentityProviders: Control = {
  id: 'CGN-CLI-16',
  what: 'An app client names where its users come from.',
  why: 'Users of one provider reach the applications of another where a client takes both.',
  sources: [
    { source: 'AWS developer guide', id: 'multi-tenancy-security-recommendations' },
    { source: 'AWS API reference', id: 'CreateUserPoolClient: SupportedIdentityProviders' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'clients.NAME.managedLogin.identityProviders',
  // Which provider belongs to one tenant alone no template says. Nor does a list without COGNITO keep local users from
  // signing in by the API: only a rule of a web ACL does.
  check: (subject) =>
    appClients(subject).map(({ at }) =>
      lookAtMembers(at, property, {
        wanted: 'a list of identity providers',
        worth: (each) => (nameOf(each, subject) === undefined ? 'unknown' : 'fine'),
        mandatory: true,
      }),
    ),
  orders: [
    {
      type: clientType,
      property,
      measure: (at, subject) => {
        const reading = read(at.resource, property);
        const names = namesOf(at, subject);
        // What the service takes where it is absent is not documented.
        if (reading.kind === 'absent' || names === undefined) return reading;
        return { kind: 'known', value: names };
      },
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

/** undefined where one of them is not known. */
function namesOf({ resource }: Located, subject: Subject): readonly string[] | undefined {
  if (resource.condition !== undefined) return undefined;
  const names = membersIn(resource, property).map((each) => nameOf(each, subject));
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? known : undefined;
}

/** Ref of an identity provider is its name. */
function nameOf(each: Member, { resourceAt }: Subject): string | undefined {
  if (!(each instanceof Token)) return each;
  const provider = each.references[0]?.attribute === undefined ? resourceAt(each)?.resource : undefined;
  return provider?.type === 'AWS::Cognito::UserPoolIdentityProvider'
    ? textIn(read(provider, 'ProviderName'))
    : undefined;
}
