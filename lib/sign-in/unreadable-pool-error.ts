import type { z } from 'zod';
import type { ResolvedStack, Resource } from '../template/resolve';

/** The template does not tell what the journey has to know. */
export class UnreadablePoolError extends Error {
  override readonly name = 'UnreadablePoolError';

  static ofCount(stack: ResolvedStack, count: number): UnreadablePoolError {
    return new UnreadablePoolError(
      `${stack.artifact.path} has ${count} user pools. Expected exactly one to sign in to. ` +
        'Name another stack with --env.',
    );
  }

  static ofProperties(stack: ResolvedStack, resource: Resource, { issues }: z.ZodError): UnreadablePoolError {
    const problems = issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    return new UnreadablePoolError(
      `${stack.artifact.path}: ${resource.logicalId} (${resource.type}) cannot be read.\n${problems.join('\n')}\n` +
        'Expected values that are known before deployment. Write them into the template, or sign in to another stack.',
    );
  }
}
