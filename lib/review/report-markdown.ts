import { approvalSentence } from './approvals';
import { cell, code, html, prose } from './markdown-text';
import { isStopping, logicalIdOf, stops } from './outcome';
import type { Outcome, Weighed, WeighedChange } from './outcome';
import {
  counted,
  cut,
  effectOnPeople,
  notJudged,
  shownValues,
  standing,
  unchanged,
  verdictWords,
  visible,
  whatOf,
  worstOf,
} from './wording';
import type { Shown } from './wording';

/**
 * GitHub refuses a comment of more than 65,536 characters ("body is too long"). The rest is for whoever posts it: a marker
 * by which it is found again, a link to the run.
 */
const longestComment = 65_536 - 1_024;
/** Of the comment at most this much is the table, so that there is room for the details of what is most severe. */
const tableShare = 0.4;
const longest = { name: 80, cell: 60, value: 400, sentence: 900, source: 300 };
const mostEnvironments = 8;
const mostOthers = 6;
const mostNotes = 20;
const mostApprovals = 5;

/**
 * The review as a comment for a pull request: the verdict in one line, a table, and everything else folded. The same
 * outcome makes the same text, to the byte. What has no room is left out from the least severe on, and counted.
 */
export function renderMarkdown(outcome: Outcome, room = longestComment): string {
  const { changes } = outcome;
  const head = [headline(outcome), compared(outcome), ...othersOf(outcome)];
  const notes = [...approvalNotes(outcome), ...approvalEntries(outcome)];
  const fixed = [...head, ...notes, leftOut(changes.length, changes.length)].join('\n\n').length + 2;
  const rows = fitting(changes.map(row), Math.floor((room - fixed) * tableShare), 1);
  const table = rows.length === 0 ? [] : [[...tableHead, ...rows].join('\n')];
  const used = fixed + table.join('').length + 2;
  const details = fitting(changes.map(detail), room - used, 2);
  const missing = [changes.length - rows.length, changes.length - details.length] as const;
  const last = missing.some((count) => count > 0) ? [leftOut(...missing)] : [];
  return `${[...head, ...table, ...details, ...notes, ...last].join('\n\n')}\n`;
}

/** As many from the start as there is room for. */
function fitting(parts: readonly string[], room: number, separator: number): readonly string[] {
  let left = room;
  const end = parts.findIndex((part) => (left -= part.length + separator) < 0);
  return end < 0 ? parts : parts.slice(0, end);
}

function headline(outcome: Outcome): string {
  const parts = [worstOf(outcome.environments, mostEnvironments), effectOnPeople(outcome)];
  const told = parts.flatMap((part) => (part === undefined ? [] : [prose(cut(part, longest.sentence))]));
  return [`**${standing(outcome)}.**`, ...told].join(' ');
}

function compared({ base, head, environments }: Outcome): string {
  const same = unchanged(environments);
  const told = same.length === 0 ? '' : ` Unchanged: ${prose(cut(same.join(', '), longest.cell * 4))}.`;
  return `From ${name(base)} to ${name(head)}.${told}`;
}

function othersOf({ environments }: Outcome): readonly string[] {
  const told = environments.flatMap((each) => notJudged(each, mostOthers) ?? []);
  if (told.length === 0) return [];
  const lines = told.slice(0, mostEnvironments).map((line) => `- ${prose(cut(line, longest.sentence))}`);
  const more = told.length - lines.length;
  return [[...lines, ...(more > 0 ? [`- And in ${counted(more, 'environment')} more.`] : [])].join('\n')];
}

const tableHead = ['| environment | what | before → after | does |', '| --- | --- | --- | --- |'];

function row(weighed: WeighedChange): string {
  const { change, judgements } = weighed;
  const values = shownValues(change, longest.cell).map((each) => value(each, cell));
  const verdicts = judgements.map((each) => verdict(each));
  const cells = [
    cell(cut(change.environment, longest.name)),
    cell(cut(whatOf(change), longest.name)),
    values.join(' → '),
    [...new Set(verdicts)].join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What stops is in bold. */
function verdict(weighed: Weighed): string {
  const words = verdictWords(weighed.judgement.verdict);
  if (weighed.approval !== undefined) return `${words} (approved)`;
  return stops(weighed) ? `**${words}**` : words;
}

function detail(weighed: WeighedChange): string {
  const { change, judgements } = weighed;
  const words = [...new Set(judgements.map(({ judgement }) => verdictWords(judgement.verdict)))].join(', ');
  const place = html(cut(`${change.environment} ${whatOf(change)}`, longest.name * 2));
  const [before, after] = shownValues(change, longest.value).map((each) => value(each, code));
  return [
    `<details><summary><code>${place}</code>: ${words}</summary>`,
    `${where(change)}Before: ${before ?? ''}. After: ${after ?? ''}.`,
    judgements.map((each, index) => judgementText(each, judgements.slice(index + 1))).join('\n'),
    '</details>',
  ].join('\n\n');
}

function where({ pair: { before, after } }: WeighedChange['change']): string {
  const located = after ?? before;
  if (located === undefined) return '';
  const { type, constructPath, logicalId } = located.resource;
  const path = constructPath ?? `${located.stack.artifact.path}/${logicalId}`;
  return `${code(cut(path, longest.value))} (${code(cut(type, longest.name))}). `;
}

/** @param later the same steps are told once, with the last that has them */
function judgementText(weighed: Weighed, later: readonly Weighed[]): string {
  const { judgement, approval } = weighed;
  const { rule, effect, source, instead } = judgement;
  const approved =
    approval === undefined
      ? []
      : [`  Approved by ${prose(cut(approval.owner, longest.name))}: ${prose(cut(approval.reason, longest.sentence))}`];
  const isToldLater = later.some((each) => isSameText(each.judgement.instead, instead));
  const steps = (isToldLater ? [] : (instead ?? [])).map(
    (step, index) => `  ${index + 1}. ${prose(cut(step, longest.sentence))}`,
  );
  return [
    `- ${verdict(weighed)}: ${prose(cut(effect, longest.sentence))}`,
    ...approved,
    `  Why: ${code(rule)}, ${prose(cut(source, longest.source))}`,
    ...(steps.length === 0 ? [] : ['', '  What to do instead:', ...steps]),
  ].join('\n');
}

const isSameText = (left: readonly string[] = [], right: readonly string[] = []): boolean =>
  left.join('\n') === right.join('\n');

function approvalNotes({ approvalFindings }: Outcome): readonly string[] {
  if (approvalFindings.length === 0) return [];
  const lines = approvalFindings
    .slice(0, mostNotes)
    .map((finding) => `- ${prose(cut(approvalSentence(finding), longest.sentence))}`);
  const more = approvalFindings.length - lines.length;
  return [[...lines, ...(more > 0 ? [`- And ${counted(more, 'approval')} more.`] : [])].join('\n')];
}

/** The entries that would let pass what stops, but for the reason and the owner. */
function approvalEntries({ changes, environments }: Outcome): readonly string[] {
  const stopping = changes.filter(isStopping).flatMap((weighed) =>
    weighed.judgements.filter(stops).map(({ judgement }) => ({
      environment: weighed.change.environment,
      logicalId: logicalIdOf(weighed.change),
      property: weighed.change.property,
      verdict: judgement.verdict,
      headTemplate: environments.find(({ name: each }) => each === weighed.change.environment)?.headTemplate,
    })),
  );
  if (stopping.length === 0) return [];
  // Two judgements of the same verdict about the same change need one entry.
  const all = [...new Set(stopping.map((entry) => JSON.stringify(entry)))];
  const entries = all.slice(0, mostApprovals);
  const more = all.length - entries.length;
  const others = more === 0 ? '' : ` ${counted(more, 'entry').replace('entrys', 'entries')} more in the JSON report.`;
  const longestRun = Math.max(2, ...[...entries.join('\n').matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return [
    [
      '<details><summary>To let it pass once</summary>',
      `Add to ${code('approvals.json')}, with a reason and an owner.${others}`,
      [`${fence}json`, ...entries.map((entry) => visible(entry)), fence].join('\n'),
      '</details>',
    ].join('\n\n'),
  ];
}

function leftOut(rows: number, details: number): string {
  return `Left out for want of room, the least severe: ${counted(rows, 'row')} of the table and the details of ${counted(details, 'change')}. The JSON report has everything.`;
}

function value({ text, isValue }: Shown, asCode: (text: string) => string): string {
  return isValue ? asCode(text) : text;
}

const name = (text: string): string => code(cut(text, longest.name));
