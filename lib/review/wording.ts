import type { Place } from './changes';
import { isStopping, logicalIdOf } from './outcome';
import type { EnvironmentOutcome, Outcome, WeighedChange } from './outcome';
import { listed } from './references';
import { rank } from './severity';
import type { Change, VerdictKind } from './verdict';

/** What happens to people, for the line that everybody reads. */
export const toPeople: Readonly<Record<VerdictKind, string>> = {
  'destroys-users': 'people lose accounts, memberships or ways to sign in',
  'refused-at-deploy': 'the deployment is refused and rolls back',
  irreversible: 'something is deployed that can never be taken back',
  'new-client-id': 'applications need a new client id',
  'signs-users-out': 'people have to sign in again',
  'breaks-clients': 'applications or sign-ins that work today fail',
  weakens: 'accounts are less protected',
  'effect-uncertain': 'of some changes nobody knows what they do',
  strengthens: 'accounts are better protected',
  neutral: 'people notice nothing',
};

/** `destroys users` */
export function verdictWords(verdict: VerdictKind): string {
  return verdict.replaceAll('-', ' ');
}

/** The verdicts of these changes, each once, most severe first; neutral only where there is nothing else. */
export function verdictsOf(changes: readonly WeighedChange[]): readonly VerdictKind[] {
  const all = new Set(changes.flatMap(({ judgements }) => judgements.map(({ judgement }) => judgement.verdict)));
  if (all.size > 1) all.delete('neutral');
  return [...all].toSorted((left, right) => rank(left) - rank(right));
}

/** `Stopped by 2 of 3 changes` */
export function standing({ changes, environments }: Pick<Outcome, 'changes' | 'environments'>): string {
  const stopping = changes.filter(isStopping).length;
  if (changes.length === 0) {
    return environments.every(({ unjudged }) => unjudged.isSame) ? 'Nothing changes' : 'Nothing changes that is judged';
  }
  const count = counted(changes.length, 'change');
  return stopping === 0 ? `Nothing stops ${count}` : `Stopped by ${stopping} of ${count}`;
}

/** What happens to people, as a sentence; undefined where nothing changes. */
export function effectOnPeople({ changes }: Pick<Outcome, 'changes'>): string | undefined {
  const effects = verdictsOf(changes).map((verdict) => toPeople[verdict]);
  return effects.length === 0 ? undefined : `What it does: ${effects.join('; ')}.`;
}

/** Names of the environments in which nothing at all is another. */
export function unchanged(environments: readonly EnvironmentOutcome[]): readonly string[] {
  return environments
    .filter(({ changes, unjudged }) => changes.length === 0 && unjudged.isSame)
    .map(({ name }) => name);
}

/** `Not judged in prod: Topic (AWS::SNS::Topic) removed.`, where resources differ of which no rule says anything. */
export function notJudged({ name, unjudged: { resources } }: EnvironmentOutcome, most: number): string | undefined {
  return resources.length === 0 ? undefined : `Not judged in ${name}: ${listed(resources, most)}.`;
}

/** `Worst in prod (production): destroys users.`, for every environment that changes, the gravest first. */
export function worstOf(environments: readonly EnvironmentOutcome[], most: number): string | undefined {
  const changed = environments.filter(({ changes }) => changes.length > 0);
  const gravest = ({ changes }: EnvironmentOutcome): VerdictKind => verdictsOf(changes)[0] ?? 'neutral';
  const told = changed
    .toSorted((left, right) => rank(gravest(left)) - rank(gravest(right)))
    .slice(0, most)
    .map((each) => `${each.name} (${each.class}): ${verdictWords(gravest(each))}`);
  const more = changed.length - told.length;
  return told.length === 0
    ? undefined
    : `Worst in ${[...told, ...(more > 0 ? [`and ${counted(more, 'environment')} more`] : [])].join('; ')}.`;
}

/** `UserPool MfaConfiguration`; with both logical ids where it is renamed; the property alone without a resource. */
export function whatOf(change: Change): string {
  const { before } = change.pair;
  const id = logicalIdOf(change);
  const old = before === undefined || before.resource.logicalId === id ? [] : [before.resource.logicalId, '→'];
  return [...old, id, change.property].filter((part) => part !== '').join(' ');
}

/** The sides of a change as words or values; `isValue` tells which. */
export interface Shown {
  readonly text: string;
  readonly isValue: boolean;
}

const word = (text: string): Shown => ({ text, isValue: false });

/**
 * Both values, cut so that the first difference between them is still to be seen: two long lists that differ at their ends
 * would look alike otherwise.
 *
 * @param longest of each, in UTF-16 code units
 */
export function shownValues({ before, after, pair, property }: Place, longest: number): readonly [Shown, Shown] {
  if (before === undefined && after === undefined && property === '') {
    const [from, to] = [pair.before, pair.after].map((each) => (each === undefined ? 'nothing' : 'there'));
    return [word(from ?? ''), word(to === 'there' && pair.before !== undefined ? 'another one' : (to ?? ''))];
  }
  const isLong = [before, after].some((text) => (text ?? '').length > longest);
  const common = isLong ? commonStart(before ?? '', after ?? '') : 0;
  const start = common > longest / 2 ? common - Math.floor(longest / 4) : 0;
  const shown = (text: string | undefined): Shown =>
    text === undefined ? word('nothing') : { text: cut(text, longest, start), isValue: true };
  return [shown(before), before !== undefined && before === after ? word('the same') : shown(after)];
}

/** A part of a text, with … for what is left out. Never half a surrogate pair. */
export function cut(text: string, longest: number, start = 0): string {
  const part = text.slice(start, start + longest).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${start > 0 ? '…' : ''}${part}${start + longest < text.length ? '…' : ''}`;
}

/**
 * The text on one line, with everything that is not to be seen written out: control characters move a cursor, and others
 * change the direction of the text around them.
 */
export function visible(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (each) => `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`);
}

/** `1 change`, `2 changes` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function commonStart(left: string, right: string): number {
  const end = Math.min(left.length, right.length);
  let index = 0;
  while (index < end && left[index] === right[index]) index += 1;
  return index;
}
