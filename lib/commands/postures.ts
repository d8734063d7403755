import { environmentsOf } from '../posture/environments-of';
import { evaluate } from '../posture/evaluate';
import type { Posture } from '../posture/evaluate';
import { policyIntent, requireApplicable } from '../posture/policy-file';
import type { Policy } from '../posture/policy-file';
import { declaresIntent, readIntent } from '../posture/read-intent';
import { subjectOf } from '../posture/subject';
import type { StackArtifact } from '../template/assembly';
import { UsageError } from './usage-error';

/**
 * The posture of every environment of an assembly.
 *
 * @param today YYYY-MM-DD, UTC
 * @param policy what is meant, for templates that do not say it themselves
 * @throws TemplateError, PolicyFileError
 */
export function posturesOf(
  { stacks: artifacts }: { readonly stacks: readonly StackArtifact[] },
  today: string,
  policy?: Policy,
): readonly Posture[] {
  const environments = environmentsOf(artifacts);
  if (policy !== undefined) requireApplicable(policy, environments);
  return environments.map(({ name, stacks }) => {
    const intent =
      policy === undefined || declaresIntent(stacks) ? readIntent(stacks) : policyIntent(policy, name, stacks);
    return evaluate(subjectOf(name, intent, stacks), today);
  });
}

/** The one that a name means. @throws UsageError when there is none */
export function pickPosture(postures: readonly Posture[], name: string): Posture {
  const found = postures.find(
    ({ subject }) =>
      subject.name === name ||
      subject.stacks.some(({ artifact }) => artifact.path === name || artifact.stackName === name),
  );
  if (found !== undefined) return found;
  const known = postures.map(({ subject }) => subject.name).join(', ') || 'none';
  throw new UsageError(`There is no environment ${name} with anything of Cognito. There are: ${known}.`);
}

/** Today in UTC, YYYY-MM-DD. */
export function dateOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
