import { approvalSentence } from '../review/approvals';
import { stops } from '../review/outcome';
import type { Outcome, Weighed, WeighedChange } from '../review/outcome';
import {
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
} from '../review/wording';
import { alignedTable } from './aligned-table';

const mostEnvironments = 8;
const mostOthers = 6;

/** A review for the terminal: the verdict, the changes in columns, then what each does. */
export function reviewLines(outcome: Outcome, columns: number): string {
  const { base, head, environments, changes, approvalFindings } = outcome;
  const same = unchanged(environments);
  const others = environments.flatMap((each) => notJudged(each, mostOthers) ?? []);
  const summary = [`${standing(outcome)}.`, worstOf(environments, mostEnvironments), effectOnPeople(outcome)];
  const blocks = [
    summary.filter((part) => part !== undefined).join('\n'),
    `From ${base} to ${head}.${same.length === 0 ? '' : ` Unchanged: ${same.join(', ')}.`}`,
    ...(changes.length === 0 ? [] : [alignedTable([tableHead, ...changes.map(row)], []).join('\n')]),
    ...(others.length === 0 ? [] : [others.flatMap((line) => wrapped(line, columns, '')).join('\n')]),
    ...changes.map((each) => detail(each, columns)),
    ...(approvalFindings.length === 0 ? [] : [approvalFindings.map(approvalSentence).join('\n')]),
  ];
  return blocks.map((block) => block.split('\n').map(shownLine).join('\n')).join('\n\n');
}

const tableHead = ['environment', 'what', 'before -> after', 'does'];
const longest = { cell: 28, value: 240 };

function row({ change, judgements }: WeighedChange): readonly string[] {
  const values = shownValues(change, longest.cell).map(({ text }) => visible(text));
  const verdicts = [...new Set(judgements.map(verdict))];
  return [visible(change.environment), visible(whatOf(change)), values.join(' -> '), verdicts.join(', ')];
}

function verdict(weighed: Weighed): string {
  const words = verdictWords(weighed.judgement.verdict);
  if (weighed.approval !== undefined) return `${words} (approved)`;
  return stops(weighed) ? `${words} (stops)` : words;
}

function detail({ change, judgements }: WeighedChange, columns: number): string {
  const [before, after] = shownValues(change, longest.value).map(({ text }) => visible(text));
  const lines = judgements.flatMap((weighed) => {
    const { rule, effect, source, instead } = weighed.judgement;
    const approved =
      weighed.approval === undefined ? [] : [`Approved by ${weighed.approval.owner}: ${weighed.approval.reason}`];
    return [
      ...wrapped(`${verdict(weighed)}: ${effect}`, columns, '  '),
      ...approved.flatMap((text) => wrapped(text, columns, '    ')),
      ...wrapped(`Why: ${rule}, ${source}`, columns, '    '),
      ...(instead ?? []).flatMap((step, index) => wrapped(`${index + 1}. ${step}`, columns, '    ')),
    ];
  });
  const name = cut(`${change.environment} ${whatOf(change)}`, longest.value);
  return [visible(name), `  ${before ?? ''} -> ${after ?? ''}`, ...lines].join('\n');
}

/** The text in lines of at most that many columns, broken between words. */
function wrapped(text: string, columns: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > columns) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

/** Leaves the indentation and the columns as they are. */
function shownLine(line: string): string {
  return line
    .split(/( +)/)
    .map((part) => (part.trim() === '' ? part : visible(part)))
    .join('');
}
