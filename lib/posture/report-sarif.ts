import type { Control, Severity } from './control';
import type { Posture, Result, WaiverFinding } from './evaluate';
import { declaredAt, fieldOf } from './field-of';
import type { Locate } from './locate';
import type { Subject } from './subject';
import { stopsOf } from './thresholds';
import { clipped, placeOf, sourcesOf, waiverSentence } from './wording';

export interface SarifOptions {
  /** Where the environment declares a field. */
  readonly locate: Locate;
  /** What a result is attached to where no file declares it: the file that was read, as a relative URI. */
  readonly readFrom: string;
}

const levels = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
} as const satisfies Readonly<Record<Severity, string>>;

/** As GitHub reads it: above 9 critical, from 7 high, from 4 medium, below low. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  informational: '0.1',
};

const waiverRules: Readonly<Record<WaiverFinding['problem'], { readonly id: string; readonly text: string }>> = {
  expired: { id: 'waiver-expired', text: 'No waiver is past its expiry date.' },
  unused: { id: 'waiver-unused', text: 'A waiver is for a control that fails.' },
  'unknown control': { id: 'waiver-unknown-control', text: 'A waiver names a control of the catalogue.' },
};

/**
 * What fails, is waived or is unknown as SARIF 2.1.0 (OASIS), for code scanning. The severity of a rule is that of
 * production; that of a result is that of the class of its environment.
 */
export function renderSarif(postures: readonly Posture[], options: SarifOptions): string {
  const controls = new Map(postures.flatMap(({ results }) => results.map(({ control }) => [control.id, control])));
  const rules = [...[...controls.values()].map(controlRule), ...Object.values(waiverRules).map(waiverRule)];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const results = postures
    .flatMap((posture) => [...controlResults(posture, options), ...waiverResults(posture, options)])
    .map((result) => ({ ...result, ruleIndex: indexOf.get(result.ruleId) }));
  const run = {
    tool: { driver: { name: 'userpool posture', rules } },
    automationDetails: { id: 'userpool/posture/' },
    results,
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function controlRule({ id, what, why, sources, conflict, severity }: Control) {
  const disagree = conflict === undefined ? '' : ` Sources disagree: ${conflict}`;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `${what} ${why} Sources: ${sourcesOf(sources)}.${disagree}` },
    defaultConfiguration: { level: levels[severity.production] },
    properties: { 'security-severity': securitySeverity[severity.production], tags: ['security'] },
  };
}

function waiverRule({ id, text }: { readonly id: string; readonly text: string }) {
  return { id, shortDescription: { text }, defaultConfiguration: { level: 'error' } };
}

function controlResults({ subject, results }: Posture, options: SarifOptions) {
  return results.flatMap((result) => {
    const { control, severity, findings, waiver } = result;
    const failing = findings.some((finding) => finding.verdict === 'fail');
    const kind = failing ? 'fail' : 'open';
    const shown = failing ? 'fail' : 'unknown';
    return findings
      .filter((finding) => finding.verdict === shown)
      .map((finding) => {
        const place = placeOf(finding, subject);
        return {
          ruleId: control.id,
          kind,
          // SARIF 3.27.10: what is no failure has no level.
          level: kind === 'fail' ? levels[severity] : 'none',
          message: {
            text: `${control.what} ${place}: found ${clipped(finding.found)}; wanted ${clipped(finding.wanted)}.`,
          },
          locations: [
            {
              ...physicalLocation(subject, fieldOf(control, finding, subject), options),
              logicalLocations: [logicalLocation(subject, finding)],
            },
          ],
          partialFingerprints: { 'posture/v1': `${subject.name} ${control.id} ${place}` },
          ...(waiver !== undefined && { suppressions: [suppression(waiver)] }),
        };
      });
  });
}

function waiverResults(posture: Posture, options: SarifOptions) {
  const { subject, waiverFindings } = posture;
  const stopping = stopsOf(posture).waiverFindings;
  return waiverFindings.map((finding) => ({
    ruleId: waiverRules[finding.problem].id,
    kind: 'fail',
    level: stopping.includes(finding) ? 'error' : 'warning',
    message: { text: waiverSentence(finding) },
    locations: [physicalLocation(subject, 'waivers', options)],
    partialFingerprints: { 'posture/v1': `${subject.name} ${finding.problem} ${finding.waiver.control}` },
  }));
}

function logicalLocation(subject: Subject, { at }: Result['findings'][number]) {
  if (at === undefined) return { fullyQualifiedName: subject.name, kind: 'module' };
  const { logicalId, constructPath } = at.resource;
  return {
    name: logicalId,
    fullyQualifiedName: constructPath ?? `${at.stack.artifact.path}/${logicalId}`,
    kind: 'resource',
  };
}

function physicalLocation(subject: Subject, field: string | undefined, { locate, readFrom }: SarifOptions) {
  const place = declaredAt(field, subject, locate);
  const region = place?.line === undefined ? {} : { region: { startLine: place.line } };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(place?.file ?? readFrom) }, ...region } };
}

function suppression({ reason, owner, expires }: NonNullable<Result['waiver']>) {
  return { kind: 'external', status: 'accepted', justification: `${reason} (${owner}, until ${expires})` };
}
