import { appClients, clientType } from '../app-clients';
import type { Control, Finding } from '../control';
import { judge, look } from '../look';
import { effectiveMembers, lookAtMembers, membersIn, textsAmong } from '../members';
import { read } from '../reading';
import { worthOfScope } from '../resource-scopes';

const property = 'AllowedOAuthScopes';

/** With it the holder of an access token changes the profile, the password and the factors of the user. */
const selfService = 'aws.cognito.signin.user.admin';

export const scopes: Control = {
  id: 'CGN-CLI-12',
  what: `An app client names its scopes: those of declared resource servers, and not ${selfService}.`,
  why: 'Whoever gets hold of an access token can do with it whatever its scopes allow.',
  sources: [
    { source: 'RFC 9700', id: '2.3' },
    { source: 'OWASP ASVS 5.0', id: '10.4.11' },
    { source: 'AWS developer guide', id: 'cognito-user-pools-define-resource-servers' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.managedLogin.scopes',
  check: (subject) =>
    appClients(subject).flatMap(({ at, pool }): readonly Finding[] => {
      const named = read(at.resource, property).kind === 'unknown' || textsAmong(at.resource, property).length > 0;
      const wanted = `scopes of the service or of declared resource servers, without ${selfService}`;
      if (!named) return withoutScopes(at, wanted);
      return [
        lookAtMembers(at, property, {
          wanted,
          worth: (scope) => (scope === selfService ? 'refused' : worthOfScope(scope, pool, subject)),
        }),
      ];
    }),
  orders: [
    {
      type: clientType,
      property,
      // What a grant may ask for where no scope is named is not documented.
      measure: (at, subject) => {
        const named = membersIn(at.resource, property).length > 0;
        const granted = read(at.resource, 'AllowedOAuthFlows').kind !== 'absent';
        return named || !granted ? effectiveMembers(property, [])(at, subject) : { kind: 'absent' };
      },
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

/** Without a grant of OAuth 2.0 there is nothing to name; what it then can do no scope decides. */
function withoutScopes(at: Parameters<typeof look>[0], wanted: string): readonly Finding[] {
  const grants = read(at.resource, 'AllowedOAuthFlows');
  if (grants.kind === 'absent') return [];
  if (grants.kind === 'unknown') return [judge(at, 'AllowedOAuthFlows', grants, { wanted, passes: () => false })];
  return [look(at, property, { wanted, passes: () => false })];
}
