import type { Environment } from '../lib/environments/environment';
import { environments } from '../lib/environments/environments';

/**
 * So many environments, each under a name of its own: copies of those that are declared, in turn, so that many cost what
 * a project with many such would pay.
 */
export function generatedEnvironments(count: number): readonly Environment[] {
  const rounds = Array.from({ length: Math.ceil(count / environments.length) }, (_, round) =>
    environments.map((declared) => withOwnDomain({ ...declared, name: `${declared.name}-${round}` }, round)),
  );
  return rounds.flat().slice(0, count);
}

/** A prefix belongs to one user pool of its Region, a domain of one's own to one user pool, and passkeys to the domain. */
function withOwnDomain(copy: Environment, round: number): Environment {
  const { managedLogin, passkeys } = copy;
  if (managedLogin.pages === 'off') return copy;
  const { domain } = managedLogin;
  if (domain.kind === 'prefix') {
    const prefix = `${domain.prefix}-${round}`;
    return { ...copy, managedLogin: { ...managedLogin, domain: { ...domain, prefix } } };
  }
  const name = `pool-${round}.${domain.name}`;
  return {
    ...copy,
    managedLogin: { ...managedLogin, domain: { ...domain, name } },
    passkeys: 'relyingPartyId' in passkeys ? { ...passkeys, relyingPartyId: name } : passkeys,
  };
}
