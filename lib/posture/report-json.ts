import { blindSpots } from './blind-spots';
import type { Posture, Result } from './evaluate';
import { fieldOf } from './field-of';
import type { Subject } from './subject';
import { isStopped, stopsOf, thresholdOf } from './thresholds';
import { waiverSentence } from './wording';

/** Counts up when the form of the document changes. */
const version = 1;

/** The posture of all environments for machines, two spaces deep. Whatever is unknown is null. */
export function renderJson(postures: readonly Posture[]): string {
  return `${JSON.stringify({ version, environments: postures.map(environment), blindSpots }, undefined, 2)}\n`;
}

function environment(posture: Posture) {
  const { subject, results, waiverFindings } = posture;
  const { class: environmentClass, assurance, composition } = subject.intent;
  const stops = stopsOf(posture);
  return {
    name: subject.name,
    stacks: subject.stacks.map(({ artifact }) => artifact.path),
    class: environmentClass ?? null,
    assurance: assurance ?? null,
    composition: composition ?? null,
    threshold: thresholdOf(posture),
    stopped: isStopped(posture),
    controls: results.map((result) => control(result, subject, stops.results.includes(result))),
    waiverFindings: waiverFindings.map((finding) => ({
      ...finding,
      stops: stops.waiverFindings.includes(finding),
      message: waiverSentence(finding),
    })),
  };
}

function control(result: Result, subject: Subject, stops: boolean) {
  const { control: held, verdict, severity, findings, waiver } = result;
  return {
    id: held.id,
    verdict,
    severity,
    stops,
    what: held.what,
    why: held.why,
    sources: held.sources,
    conflict: held.conflict ?? null,
    waiver: waiver ?? null,
    findings: findings.map((finding) => ({
      verdict: finding.verdict,
      stack: finding.at?.stack.artifact.path ?? null,
      logicalId: finding.at?.resource.logicalId ?? null,
      type: finding.at?.resource.type ?? null,
      constructPath: finding.at?.resource.constructPath ?? null,
      property: finding.property,
      field: fieldOf(held, finding, subject) ?? null,
      found: finding.found,
      wanted: finding.wanted,
    })),
  };
}
