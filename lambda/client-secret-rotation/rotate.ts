import type { ClientSecrets } from './client-secrets';
import { decide, type Action, type Step } from './decide';
import { RotationError } from './rotation-error';
import type { SecretVersions } from './secret-versions';
import { labelOfId } from './version-labels';

/** Where the secret is kept, where it counts, and what is not to be guessed. */
export interface Surroundings {
  readonly versions: Pick<SecretVersions, keyof SecretVersions>;
  readonly clientSecrets: Pick<ClientSecrets, keyof ClientSecrets>;
  readonly graceDays: number;
  readonly now: () => Date;
  /** A new secret: 24 to 64 letters, digits, underscores and plus signs (API_AddUserPoolClientSecret). */
  readonly newSecret: () => string;
}

/**
 * Takes one step and says what was done.
 *
 * @throws RotationError when the step cannot be taken, and the errors of both services
 */
export async function rotate(step: Step, surroundings: Surroundings): Promise<readonly Action[]> {
  const { versions, clientSecrets, graceDays, now } = surroundings;
  const facts = { versions: await versions.labels(), active: await clientSecrets.list() };
  const actions = decide(step, facts, { now: now(), graceDays });
  for (const action of actions) await perform(action, surroundings);
  return actions;
}

async function perform(
  action: Action,
  { versions, clientSecrets, newSecret }: Pick<Surroundings, 'versions' | 'clientSecrets' | 'newSecret'>,
): Promise<void> {
  switch (action.call) {
    case 'store-value':
      if ((await versions.value(action.version)) === undefined) await versions.store(action.version, newSecret());
      return;
    case 'add-client-secret': {
      const value = await versions.value(action.version);
      if (value === undefined)
        throw new RotationError('The version has no value yet: createSecret has to run first', action);
      const id = await clientSecrets.add(value);
      await versions.attachLabel(labelOfId(id), action.version);
      return;
    }
    case 'delete-client-secret':
      await clientSecrets.delete(action.id);
      return;
    case 'attach-label':
      await versions.attachLabel(action.label, action.version, action.from);
      return;
    case 'remove-label':
      await versions.removeLabel(action.label, action.version);
      return;
  }
}
