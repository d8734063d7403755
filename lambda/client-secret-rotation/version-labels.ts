/**
 * The staging labels of every version of a secret, by version id (DescribeSecret, VersionIdsToStages). Beside those of
 * Secrets Manager itself a version has labels of this function: they keep what a later call has to know in the place
 * where the value is, so that there is no second store to fall out of step with. They hold no secret.
 */
export type Versions = Readonly<Record<string, readonly string[]>>;

/** The labels of Secrets Manager. */
export const current = 'AWSCURRENT';
export const pending = 'AWSPENDING';

/** On the version whose value is about to become a client secret, until the id of that is known. */
export const adding = 'adding-client-secret';

const idPrefix = 'client-secret-id.';
const sincePrefix = 'current-since.';

/** The label of the version whose value is the client secret with this id (ClientSecretId). */
export function labelOfId(id: string): string {
  return `${idPrefix}${id}`;
}

/** The label of the version that became the current one at this time; in whole seconds, like the service's own ids. */
export function labelOfSwitch(at: Date): string {
  return `${sincePrefix}${Math.ceil(at.getTime() / 1000)}`;
}

/** The client secrets, by id, that a version holds the value of: more than one after an interrupted step. */
export function idsIn(labels: readonly string[]): readonly string[] {
  return labels.filter((label) => label.startsWith(idPrefix)).map((label) => label.slice(idPrefix.length));
}

export function isLabelOfSwitch(label: string): boolean {
  return label.startsWith(sincePrefix);
}

/** When a version became the current one; undefined for one that this function did not make current. */
export function switchedAt(labels: readonly string[]): Date | undefined {
  const seconds = labels.filter(isLabelOfSwitch).map((label) => Number(label.slice(sincePrefix.length)));
  return seconds.length === 0 ? undefined : new Date(Math.max(...seconds) * 1000);
}

/** The version with a label, which is on one version at most. */
export function versionWith(versions: Versions, label: string): string | undefined {
  return Object.keys(versions).find((id) => versions[id]?.includes(label));
}
