import type { Environment } from './environment';

/**
 * A developer's own copy of a sandbox environment, under the name `ENVIRONMENT-NAME` (`dev-anna`). It is checked like
 * every declared environment, its name included.
 */
export function sandboxCopy(sandbox: Environment, name: string): Environment {
  const copy = `${sandbox.name}-${name}`;
  return { ...sandbox, name: copy, tags: { ...sandbox.tags, environment: copy } };
}
