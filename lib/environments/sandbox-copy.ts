import { describeAllowed } from './allowed-values';
import { environment, type Environment } from './environment';
import { EnvironmentError, showValue } from './problem';
import { nodeAt } from './schema-node';
import { schemaRule } from './schema-problems';

/**
 * A developer's own copy of a sandbox environment, under the name `ENVIRONMENT-NAME` (`dev-anna`). It is checked like
 * every declared environment.
 *
 * @param name what was given as `-c sandbox=NAME`
 * @throws EnvironmentError when it gives no name for an environment
 */
export function sandboxCopy(sandbox: Environment, name: string): Environment {
  const copy = `${sandbox.name}-${name}`;
  if (!environment.shape.name.safeParse(copy).success) {
    throw new EnvironmentError([
      {
        environment: `-c sandbox=${name}`,
        path: 'name',
        got: showValue(copy),
        allowed: describeAllowed(nodeAt(['name'], sandbox) ?? {}),
        instead: `Write -c sandbox=NAME with another NAME: the copy is called ${sandbox.name}-NAME.`,
        rule: schemaRule,
      },
    ]);
  }
  return { ...sandbox, name: copy, tags: { ...sandbox.tags, environment: copy } };
}
