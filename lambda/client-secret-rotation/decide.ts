import { endOfGrace, isActive, standing, type Facts } from './facts';
import { RotationError } from './rotation-error';
import {
  adding,
  current,
  idsIn,
  isLabelOfSwitch,
  labelOfId,
  labelOfSwitch,
  pending,
  switchedAt,
  versionWith,
} from './version-labels';

/**
 * What is to be done: the four steps of a rotation, which Secrets Manager asks for one after the other, and again after
 * a failure, with the id of the version that is to become current; and once a day the end of a replaced secret.
 */
export type Step =
  | { readonly kind: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret'; readonly version: string }
  | { readonly kind: 'retireSecret' };

/** What is to be called, in the order in which it is to be called. */
export type Action =
  | { readonly call: 'store-value'; readonly version: string }
  /** Makes the value of the version a client secret, and labels the version with its id. */
  | { readonly call: 'add-client-secret'; readonly version: string }
  | { readonly call: 'delete-client-secret'; readonly id: string }
  | { readonly call: 'attach-label'; readonly label: string; readonly version: string; readonly from?: string }
  | { readonly call: 'remove-label'; readonly label: string; readonly version: string };

export interface Context {
  readonly now: Date;
  readonly graceDays: number;
}

/**
 * What a step does, by what is there and not by what an earlier call remembers: a step that ran before has nothing left
 * to do, and one that broke off goes on. At any moment the value of the current version is an active secret, and the one
 * before it stays active until its grace period is over.
 *
 * @throws RotationError when the step cannot be taken
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function decide(step: Step, facts: Facts, context: Context): readonly Action[] {
  if (step.kind === 'retireSecret') return retire(facts, context);
  const { version } = step;
  requirePending(version, facts);
  switch (step.kind) {
    case 'createSecret':
      return [{ call: 'store-value', version }];
    case 'setSecret':
      return set(version, facts, context);
    case 'testSecret':
      requireActive(version, facts);
      return [];
    case 'finishSecret':
      requireActive(version, facts);
      return finish(version, facts, context);
  }
}

/** A version that is current already was pending: Secrets Manager may ask again after the last step. */
function requirePending(version: string, { versions }: Facts): void {
  const labels = versions[version] ?? [];
  if (labels.includes(pending) || labels.includes(current)) return;
  throw new RotationError('The version is not the one that a rotation is to make current', { version });
}

/**
 * That Cognito lists the secret is the whole test: what could prove the value, a sign-in or a refresh, takes a user, and
 * Cognito was given the very value that the version holds.
 */
function requireActive(version: string, facts: Facts): void {
  if (isActive(version, facts)) return;
  throw new RotationError('Cognito has no secret with the value of this version: setSecret has to run first', {
    version,
  });
}

/** Says first what it is about to do, so that a secret whose id was never learned is known for what it is. */
function set(version: string, facts: Facts, context: Context): readonly Action[] {
  const announced = versionWith(facts.versions, adding);
  const announce = { call: 'attach-label', label: adding, version } as const;
  const done = { call: 'remove-label', label: adding, version } as const;
  if (isActive(version, facts)) return announced === version ? [done] : [];
  return [
    ...makeRoom(facts, context),
    ...(announced === undefined ? [announce] : announced === version ? [] : [{ ...announce, from: announced }]),
    { call: 'add-client-secret', version },
    done,
  ];
}

/** Cognito takes two secrets at a time: the third has to wait until the first may go. */
function makeRoom(facts: Facts, { now, graceDays }: Context): readonly Action[] {
  const { previous, strays, foreign } = standing(facts);
  if (foreign[0] !== undefined) {
    throw new RotationError(
      'The app client has a secret that somebody else added: end it with DeleteUserPoolClientSecret, as Cognito takes ' +
        'two at a time and a rotation needs the second place',
      { clientSecretId: foreign[0].id },
    );
  }
  const end = endOfGrace(facts, graceDays);
  if (previous[0] !== undefined && !isOver(end, now)) {
    throw new RotationError(
      'The secret before the one in use still counts, and Cognito takes two at a time: rotate after the grace period, ' +
        'or cut it short with DeleteUserPoolClientSecret',
      { clientSecretId: previous[0].id, graceEnds: end?.toISOString() },
    );
  }
  return [...previous, ...strays].map(({ id }) => ({ call: 'delete-client-secret', id }));
}

function isOver(end: Date | undefined, now: Date): boolean {
  return end !== undefined && end <= now;
}

/**
 * The time is recorded just before the switch, and anew at each attempt: an attempt that broke off long ago must not
 * have begun the grace period.
 */
function finish(version: string, { versions }: Facts, { now }: Context): readonly Action[] {
  const before = versionWith(versions, current);
  const recorded = (versions[version] ?? []).filter(isLabelOfSwitch);
  if (before === version && recorded.length > 0) return [];
  const label = labelOfSwitch(now);
  return [
    { call: 'attach-label', label, version },
    ...recorded.filter((old) => old !== label).map((old) => ({ call: 'remove-label', label: old, version }) as const),
    ...(before === version ? [] : [switchTo(version, before)]),
  ];
}

/** Secrets Manager moves AWSPREVIOUS along, and wants to be told where AWSCURRENT was. */
function switchTo(version: string, before: string | undefined): Action {
  return { call: 'attach-label', label: current, version, ...(before !== undefined && { from: before }) };
}

/** Ends the replaced secret when its time is over, and takes away the labels that mean nothing any more. */
function retire(facts: Facts, context: Context): readonly Action[] {
  const { now, graceDays } = context;
  const ended = isOver(endOfGrace(facts, graceDays), now) ? standing(facts).previous : [];
  const kept = facts.active.filter((secret) => !ended.includes(secret)).map(({ id }) => labelOfId(id));
  const isSpent = (label: string) => isLabelOfSwitch(label) || (idsIn([label]).length > 0 && !kept.includes(label));
  const closed = Object.entries(facts.versions).filter(([, labels]) => {
    return !labels.includes(current) && !labels.includes(pending);
  });
  return [
    ...recordMissedSwitch(facts, now),
    ...ended.map(({ id }) => ({ call: 'delete-client-secret', id }) as const),
    ...closed.flatMap(([version, labels]) => {
      return labels.filter(isSpent).map((label) => ({ call: 'remove-label', label, version }) as const);
    }),
  ];
}

/**
 * Secrets Manager makes the first value of a secret current itself: where the rotation broke off after that, its grace
 * period begins here.
 */
function recordMissedSwitch(facts: Facts, now: Date): readonly Action[] {
  const version = versionWith(facts.versions, current);
  if (version === undefined || !isActive(version, facts)) return [];
  if (switchedAt(facts.versions[version] ?? []) !== undefined) return [];
  return [{ call: 'attach-label', label: labelOfSwitch(now), version }];
}
