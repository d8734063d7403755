import type { Located } from '../posture/subject';
import { approvalSentence } from './approvals';
import { isStopping, stops } from './outcome';
import type { EnvironmentOutcome, Outcome, WeighedChange } from './outcome';
import { effectOnPeople, standing } from './wording';

/** Counts up when the form of the document changes. */
const version = 1;

/** The review for machines, two spaces deep, nothing cut. Whatever is not there is null. */
export function renderJson(outcome: Outcome): string {
  const { base, head, environments, changes, approvalFindings } = outcome;
  const document = {
    version,
    base,
    head,
    stopped: changes.some(isStopping),
    summary: standing(outcome),
    effectOnPeople: effectOnPeople(outcome) ?? null,
    environments: environments.map(environment),
    approvalFindings: approvalFindings.map((finding) => ({ ...finding, message: approvalSentence(finding) })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function environment({
  name,
  class: environmentClass,
  threshold,
  headTemplate,
  changes,
  unjudged,
}: EnvironmentOutcome) {
  return {
    name,
    class: environmentClass,
    threshold,
    headTemplate,
    stopped: changes.some(isStopping),
    changes: changes.map(changeOf),
    notJudged: unjudged.resources,
  };
}

function changeOf({ change, judgements }: WeighedChange) {
  const { pair, property, before, after } = change;
  return {
    paired: pair.paired,
    resource: { before: resource(pair.before), after: resource(pair.after) },
    property,
    before: before ?? null,
    after: after ?? null,
    judgements: judgements.map((weighed) => ({
      ...weighed.judgement,
      instead: weighed.judgement.instead ?? [],
      stops: stops(weighed),
      approval: weighed.approval ?? null,
    })),
  };
}

function resource(located: Located | undefined) {
  if (located === undefined) return null;
  const { logicalId, type, constructPath } = located.resource;
  return { stack: located.stack.artifact.path, logicalId, type, constructPath: constructPath ?? null };
}
