import { describeAllowed } from './allowed-values';
import { environment, type Environment } from './environment';
import { pagesHost } from './pages-host';
import { EnvironmentError, type Problem, showValue } from './problem';
import { nodeAt } from './schema-node';
import { schemaRule } from './schema-problems';

/**
 * A developer's own copy of a sandbox environment, under the name `ENVIRONMENT-NAME` (`dev-anna`). It is checked like
 * every declared environment. A domain belongs to one user pool alone, so that the copy has its pages at `PREFIX-NAME`,
 * and its passkeys with them.
 *
 * @param name what was given as `-c sandbox=NAME`
 * @throws EnvironmentError when it gives no name for an environment, or the pages are at a custom domain
 */
export function sandboxCopy(sandbox: Environment, name: string): Environment {
  const copy = `${sandbox.name}-${name}`;
  if (!environment.shape.name.safeParse(copy).success) {
    throw refused(name, {
      path: 'name',
      got: showValue(copy),
      allowed: describeAllowed(nodeAt(['name'], sandbox) ?? {}),
      instead: `Write -c sandbox=NAME with another NAME: the copy is called ${sandbox.name}-NAME.`,
    });
  }
  return { ...sandbox, ...ownDomain(sandbox, name), name: copy, tags: { ...sandbox.tags, environment: copy } };
}

function ownDomain(sandbox: Environment, name: string): Pick<Environment, 'managedLogin' | 'passkeys'> {
  const { managedLogin, passkeys, region } = sandbox;
  if (managedLogin.pages === 'off') return { managedLogin, passkeys };
  const { domain } = managedLogin;
  if (domain.kind === 'custom') {
    throw refused(name, {
      path: 'managedLogin.domain.kind',
      got: showValue(domain.kind),
      allowed: '"prefix", which a copy can have of its own',
      instead: `Give ${sandbox.name} a prefix domain, or deploy it without a copy.`,
    });
  }
  const own: Environment['managedLogin'] = {
    ...managedLogin,
    domain: { ...domain, prefix: `${domain.prefix}-${name}` },
  };
  const host = pagesHost({ managedLogin: own, region });
  const follows = passkeys.use === 'on' && passkeys.relyingPartyId === pagesHost(sandbox) && host !== undefined;
  return { managedLogin: own, passkeys: follows ? { ...passkeys, relyingPartyId: host } : passkeys };
}

function refused(name: string, problem: Pick<Problem, 'path' | 'got' | 'allowed' | 'instead'>): EnvironmentError {
  return new EnvironmentError([{ environment: `-c sandbox=${name}`, ...problem, rule: schemaRule }]);
}
