import type { z } from 'zod';
import type { ResolvedStack, Resource } from '../template/resolve';

/** The template does not tell what the journey has to know. */
export class UnreadablePoolError extends Error {
  override readonly name = 'UnreadablePoolError';

  /** @param pools by path @param name that was asked for, if one was */
  static ofChoice(stack: ResolvedStack, pools: readonly string[], name: string | undefined): UnreadablePoolError {
    const { path } = stack.artifact;
    const count = pools.length === 1 ? 'one user pool' : `${pools.length} user pools`;
    if (pools.length === 0)
      return new UnreadablePoolError(`${path} has no user pool to sign in to. Name another stack with --env.`);
    const which = name === undefined ? '' : ` Exactly one must be called ${name}.`;
    return new UnreadablePoolError(`${path} has ${count}: ${pools.join(', ')}.${which} Name one of them with --pool.`);
  }

  static ofProperties(stack: ResolvedStack, resource: Resource, { issues }: z.ZodError): UnreadablePoolError {
    const problems = issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    return new UnreadablePoolError(
      `${stack.artifact.path}: ${resource.logicalId} (${resource.type}) cannot be read.\n${problems.join('\n')}\n` +
        'Expected values that are known before deployment. Write them into the template, or sign in to another stack.',
    );
  }
}
