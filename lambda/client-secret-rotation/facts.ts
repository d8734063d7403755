import { adding, current, idsIn, switchedAt, versionWith, type Versions } from './version-labels';

/** A secret of the app client that Cognito takes at present (ListUserPoolClientSecrets); there are two at most. */
export interface ActiveSecret {
  readonly id: string;
  readonly created: Date;
}

/** What both services say at the start of a step; never a value of a secret. */
export interface Facts {
  readonly versions: Versions;
  readonly active: readonly ActiveSecret[];
}

/** The active secrets by what became of them. */
export interface Standing {
  /** The one that applications read: that of the current version, else the one that Cognito made with the client. */
  readonly inUse: ActiveSecret | undefined;
  /** Older than the one in use: applications may still hold them. */
  readonly previous: readonly ActiveSecret[];
  /** Newer, and made by this function: left by a step that broke off, or taken back by hand. Applications have none. */
  readonly strays: readonly ActiveSecret[];
  /** Newer than the one in use, and made by somebody else. */
  readonly foreign: readonly ActiveSecret[];
}

export function standing({ versions, active }: Facts): Standing {
  const labelled = (labels: readonly string[] = []) => {
    const ids = idsIn(labels);
    return ({ id }: ActiveSecret) => ids.includes(id);
  };
  const byAge = active.toSorted((one, other) => one.created.getTime() - other.created.getTime());
  const inUse = byAge.find(labelled(versions[versionWith(versions, current) ?? ''])) ?? byAge[0];
  const others = byAge.filter((secret) => secret !== inUse);
  const isOlder = ({ created }: ActiveSecret) => inUse !== undefined && created <= inUse.created;
  const wasAdding = versionWith(versions, adding) !== undefined;
  const isOurs = (secret: ActiveSecret) => wasAdding || labelled(Object.values(versions).flat())(secret);
  const newer = others.filter((secret) => !isOlder(secret));
  return {
    inUse,
    previous: others.filter(isOlder),
    strays: newer.filter(isOurs),
    foreign: newer.filter((secret) => !isOurs(secret)),
  };
}

/** Whether Cognito takes the value of the version. */
export function isActive(version: string, { versions, active }: Facts): boolean {
  const ids = idsIn(versions[version] ?? []);
  return active.some(({ id }) => ids.includes(id));
}

/** When the replaced secret stops counting; undefined while no switch has been recorded. */
export function endOfGrace({ versions }: Facts, graceDays: number): Date | undefined {
  const since = switchedAt(versions[versionWith(versions, current) ?? ''] ?? []);
  return since && new Date(since.getTime() + graceDays * 86_400_000);
}
