import type { Place } from '../posture/locate';
import type { Located } from '../posture/subject';
import { approvalSentence } from './approvals';
import type { Approval } from './approvals';
import { stops } from './outcome';
import type { Outcome, Weighed, WeighedChange } from './outcome';
import { ruleSentences } from './rule-sentences';
import { cut, shownValues, verdictWords, visible, whatOf } from './wording';

export interface SarifOptions {
  /**
   * The file of the head that tells of a resource, relative to the project, and the line where it starts; without a
   * resource, or for one that is gone, a file to attach the result to.
   */
  readonly locate: (environment: string, located: Located | undefined) => Place;
  /** The file of approvals, relative to the project. */
  readonly approvals: string;
}

const approvalRule = 'approval-of-nothing';
const longestValue = 160;

/**
 * What takes something from somebody as SARIF 2.1.0 (OASIS), for code scanning: an error where it stops the change,
 * otherwise a note; approved it is suppressed. What strengthens or does nothing is no result.
 */
export function renderSarif(outcome: Outcome, options: SarifOptions): string {
  const found = [
    ...outcome.changes.flatMap((weighed) => changeResults(weighed, options)),
    ...outcome.approvalFindings.map((finding) => ({
      ruleId: approvalRule,
      kind: 'fail',
      level: 'note',
      message: { text: visible(approvalSentence(finding)) },
      locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(options.approvals) } } }],
      partialFingerprints: { 'review/v1': `${finding.problem} ${JSON.stringify(finding.approval)}` },
    })),
  ];
  const run = {
    tool: { driver: { name: 'userpool review', rules: catalogue } },
    automationDetails: { id: 'userpool/review/' },
    results: found.map((result) => ({ ...result, ruleIndex: indexOf.get(result.ruleId) })),
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

/** Every rule that a result can name, whatever is found. */
const catalogue = [...ruleSentences, [approvalRule, 'An approval names a change that needs one.'] as const]
  .toSorted(([left], [right]) => (left < right ? -1 : 1))
  .map(([id, text]) => ({ id, shortDescription: { text }, defaultConfiguration: { level: 'error' } }));
const indexOf = new Map(catalogue.map(({ id }, index) => [id, index]));

function changeResults({ change, judgements }: WeighedChange, { locate }: SarifOptions) {
  const located = change.pair.after ?? change.pair.before;
  const place = locate(change.environment, change.pair.after);
  const [before, after] = shownValues(change, longestValue).map(({ text }) => visible(text));
  const telling = judgements.filter(({ judgement }) => !['strengthens', 'neutral'].includes(judgement.verdict));
  return telling.map((weighed) => {
    const { verdict, rule, effect, source, instead } = weighed.judgement;
    const steps = (instead ?? []).map((step, index) => ` ${index + 1}. ${step}`).join('');
    const what = `${change.environment} ${whatOf(change)}`;
    return {
      ruleId: rule,
      kind: 'fail',
      level: levelOf(weighed),
      message: {
        text: visible(
          `${cut(what, longestValue)} ${verdictWords(verdict)}, from ${before ?? ''} to ${after ?? ''}: ${effect} Source: ${source}.${steps === '' ? '' : ` Instead:${steps}`}`,
        ),
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(place.file) },
            ...(place.line === undefined ? {} : { region: { startLine: place.line } }),
          },
          logicalLocations: [logicalLocation(change.environment, located)],
        },
      ],
      partialFingerprints: { 'review/v1': `${what} ${verdict} ${rule}` },
      ...(weighed.approval !== undefined && { suppressions: [suppression(weighed.approval)] }),
    };
  });
}

function levelOf(weighed: Weighed): 'error' | 'note' {
  return stops(weighed) ? 'error' : 'note';
}

function logicalLocation(environment: string, located: Located | undefined) {
  if (located === undefined) return { fullyQualifiedName: environment, kind: 'module' };
  const { logicalId, constructPath } = located.resource;
  const path = constructPath ?? `${located.stack.artifact.path}/${logicalId}`;
  return { name: logicalId, fullyQualifiedName: path, kind: 'resource' };
}

function suppression({ reason, owner }: Approval) {
  return { kind: 'external', status: 'accepted', justification: `${reason} (${owner})` };
}
