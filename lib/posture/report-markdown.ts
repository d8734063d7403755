import { blindSpots } from './blind-spots';
import type { Control } from './control';
import type { Posture, Result } from './evaluate';
import { fieldOf } from './field-of';
import type { Subject } from './subject';
import { isStopped, stopsOf, thresholdOf } from './thresholds';
import { clipped, placeOf, sourcesOf, waiverSentence } from './wording';

const legend: Readonly<Record<Result['verdict'], string>> = {
  pass: 'the templates say what is wanted.',
  fail: 'they do not, or do not say it where they have to.',
  waived: 'it fails or is unknown, and a waiver of the environment says why, who answers for it and until when.',
  unknown: 'it depends on something that nobody knows before deployment, or on what is meant, which nobody declared.',
  manual: 'no template can show it; somebody has to look.',
  'not-applicable': 'there is nothing that the control is about.',
};

/** The posture of all environments as a page: the same postures make the same text, to the byte. */
export function renderMarkdown(postures: readonly Posture[]): string {
  const parts = [
    '# Posture',
    'What the templates say about the security of each environment, control by control. Written by `npm run posture`.',
    matrix(postures),
    legendLines().join('\n'),
    ...postures.flatMap(environmentSection),
    ...blindSpotsSection(postures),
  ];
  return `${parts.join('\n\n')}\n`;
}

function matrix(postures: readonly Posture[]): string {
  const names = postures.map(({ subject }) => prose(subject.name));
  const rows = controlsOf(postures).map(({ id, what }) => [
    id,
    ...postures.map((posture) => cell(posture, id)),
    prose(what),
  ]);
  const lines = [['control', ...names, 'what it asks for'], ['---', ...names.map(() => '---'), '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell({ subject, results }: Posture, id: string): string {
  const result = results.find(({ control }) => control.id === id);
  if (result === undefined || result.verdict === 'not-applicable') return '-';
  const { verdict, severity } = result;
  const link = `[${verdict}](#${anchor(headingOf(subject, result))})`;
  // What is unknown stops as a failure does.
  return verdict === 'fail' || verdict === 'unknown' ? `**${link}** ${severity}` : link;
}

function legendLines(): readonly string[] {
  return Object.entries(legend).map(
    ([verdict, meaning]) => `- ${verdict === 'not-applicable' ? '\\- (not applicable)' : verdict}: ${meaning}`,
  );
}

function environmentSection(posture: Posture): readonly string[] {
  const { subject, results, waiverFindings } = posture;
  const applicable = results.filter(({ verdict }) => verdict !== 'not-applicable');
  const others = results.filter(({ verdict }) => verdict === 'not-applicable').map(({ control }) => control.id);
  return [
    `## ${prose(subject.name)}`,
    standing(posture),
    ...(waiverFindings.length > 0
      ? [waiverFindings.map((finding) => `- ${prose(waiverSentence(finding))}`).join('\n')]
      : []),
    ...applicable.flatMap((result) => resultSection(subject, result)),
    ...(others.length > 0 ? [`Not applicable in ${prose(subject.name)}: ${others.join(', ')}.`] : []),
  ];
}

/** What the environment is held against, and how it stands. */
function standing(posture: Posture): string {
  const { intent } = posture.subject;
  const threshold = thresholdOf(posture);
  const { results, waiverFindings } = stopsOf(posture);
  const stopping = [
    ...results.map(({ control }) => control.id),
    ...waiverFindings.map(({ waiver }) => `the waiver of ${prose(waiver.control)}`),
  ];
  const verdicts = Object.keys(legend) as Result['verdict'][];
  const counts = verdicts.map((verdict) => {
    const count = posture.results.filter((result) => result.verdict === verdict).length;
    return `${count} ${verdict.replace('-', ' ')}`;
  });
  const profiles = `Class ${intent.class ?? 'unknown, taken for production'}; assurance ${intent.assurance ?? 'unknown'}; rules for the characters of passwords of ${intent.composition ?? 'an unknown profile'}.`;
  const rule =
    threshold.length === 0
      ? 'No failure of a control stops an environment of this class.'
      : `What fails or is unknown with severity ${threshold.join(' or ')} stops it.`;
  const outcome = isStopped(posture) ? `It is stopped by ${stopping.join(', ')}.` : 'Nothing stops it.';
  return [profiles, `${rule} ${outcome}`, `${counts.join(', ')}.`].join('\n');
}

function resultSection(subject: Subject, result: Result): readonly string[] {
  const { control, verdict, severity, findings, waiver } = result;
  const lines = findings.map((finding) => {
    const field = finding.verdict === 'pass' ? undefined : fieldOf(control, finding, subject);
    return [
      `- ${finding.verdict}: ${code(placeOf(finding, subject))}`,
      `found ${code(clipped(finding.found))}`,
      `wanted ${prose(clipped(finding.wanted))}`,
      ...(field === undefined ? [] : [`declared by ${code(field)}`]),
    ].join('; ');
  });
  const facts = [
    `**${verdict}**, severity ${severity}. ${prose(control.what)}`,
    ...(verdict === 'pass' ? [] : [prose(control.why)]),
    ...(waiver === undefined
      ? []
      : [`Waived until ${waiver.expires} by ${prose(waiver.owner)}: ${prose(waiver.reason)}`]),
    ...(control.conflict === undefined ? [] : [`Sources disagree: ${prose(control.conflict)}`]),
    `Sources: ${prose(sourcesOf(control.sources))}.`,
  ];
  return [`### ${headingOf(subject, result)}`, facts.join('\n'), lines.join('\n')];
}

const headingOf = ({ name }: Subject, { control }: Result): string => `${prose(name)} ${control.id}`;

function blindSpotsSection(postures: readonly Posture[]): readonly string[] {
  const isManual = (id: string): boolean =>
    postures.some(({ results }) => results.some(({ control, verdict }) => control.id === id && verdict === 'manual'));
  const manual = controlsOf(postures).filter(({ id }) => isManual(id));
  const lines = [...manual.map(({ id, what }) => `${id}: ${prose(what)}`), ...blindSpots];
  return ['## What no template can show', lines.map((line) => `- ${line}`).join('\n')];
}

/** Each control once, in the order of the catalogue. */
function controlsOf(postures: readonly Posture[]): readonly Control[] {
  return [...new Map(postures.flatMap(({ results }) => results.map(({ control }) => [control.id, control]))).values()];
}

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Text of others as text: nothing in it becomes a heading, a link, an element or a column. */
function prose(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*<[\]|]/g, (character) => `\\${character}`);
}

/** The text as code, whatever backticks are in it. */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  return runs.length === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
