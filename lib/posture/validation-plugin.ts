import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAssembly } from '../template/assembly';
import type { Finding } from './control';
import { controls as catalogue } from './controls';
import { environmentsOf } from './environments-of';
import { evaluate } from './evaluate';
import type { Posture, Result } from './evaluate';
import { declaredAt, fieldOf } from './field-of';
import { placeText } from './locate';
import type { Locate } from './locate';
import { readIntent } from './read-intent';
import { subjectOf } from './subject';
import { stopsOf } from './thresholds';
import { clipped, placeOf, waiverSentence } from './wording';

/** What the CDK tells a plugin, as far as this one reads it (IPolicyValidationContext of aws-cdk-lib). */
interface Context {
  /** Absolute paths. */
  readonly templatePaths: readonly string[];
}

/** PolicyViolation of aws-cdk-lib. */
interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly fix: string;
  readonly severity: string;
  readonly ruleMetadata: Readonly<Record<string, string>>;
  readonly violatingResources: { readonly constructPath: string; readonly locations: string[] }[];
}

export interface PosturePluginOptions {
  /** YYYY-MM-DD, UTC: waivers expire. */
  readonly today: string;
  readonly locate: Locate;
  readonly controls?: typeof catalogue;
}

/**
 * A policy validation plugin of the CDK that holds the templates of an assembly against the controls as soon as they are
 * written, and speaks of what stops an environment of its class and of nothing else. The way out of a finding is a
 * waiver, which expires; Validations.acknowledge(), which does not, has no effect on findings of severity fatal.
 */
export function posturePlugin({ today, locate, controls = catalogue }: PosturePluginOptions) {
  return {
    name: 'Posture',
    ruleIds: controls.map(({ id }) => id),
    validate({ templatePaths }: Context): { success: boolean; violations: Violation[] } {
      const violations = assembliesOf(templatePaths)
        .flatMap((directory) => environmentsOf(readAssembly(directory).stacks))
        .map(({ name, stacks }) => evaluate(subjectOf(name, readIntent(stacks), stacks), today, controls))
        .flatMap((posture) => violationsOf(posture, locate));
      return { success: violations.length === 0, violations };
    },
  };
}

/** The directories of the assemblies that the templates are of: the outermost ones, as those of stages lie within. */
function assembliesOf(templatePaths: readonly string[]): readonly string[] {
  return [...new Set(templatePaths.map((file) => outermost(dirname(file))))];
}

function outermost(directory: string): string {
  const parent = dirname(directory);
  return parent !== directory && existsSync(join(parent, 'manifest.json')) ? outermost(parent) : directory;
}

function violationsOf(posture: Posture, locate: Locate): readonly Violation[] {
  const { subject } = posture;
  const stops = stopsOf(posture);
  const failing = stops.results.flatMap((result) =>
    result.findings
      .filter(({ verdict }) => verdict === result.verdict)
      .map((finding) => failure(result, finding, posture, locate)),
  );
  const waivers = stops.waiverFindings.map((finding): Violation => {
    const declared = declaredAt('waivers', subject, locate);
    return {
      ruleName: finding.waiver.control,
      description: waiverSentence(finding),
      fix: `Change waivers${declared === undefined ? '' : ` at ${placeText(declared)}`}.`,
      severity: 'fatal',
      ruleMetadata: { environment: subject.name, field: 'waivers' },
      violatingResources: [{ constructPath: subject.name, locations: [] }],
    };
  });
  return [...failing, ...waivers];
}

function failure({ control, severity }: Result, finding: Finding, { subject }: Posture, locate: Locate): Violation {
  const field = fieldOf(control, finding, subject);
  const declared = declaredAt(field, subject, locate);
  const where = field === undefined ? '' : ` (${field}${declared === undefined ? '' : ` at ${placeText(declared)}`})`;
  const { found, wanted } = finding;
  return {
    ruleName: control.id,
    description:
      `${control.what} ${placeOf(finding, subject)}${where}: ` +
      `found ${clipped(found)}; wanted ${clipped(wanted)}. Severity in ${subject.name}: ${severity}.`,
    fix: `Declare what is wanted${where}, or waive ${control.id} with a reason, an owner and an expiry date.`,
    severity: 'fatal',
    ruleMetadata: {
      environment: subject.name,
      severity,
      ...(field !== undefined && { field }),
      ...(declared !== undefined && { declaredAt: placeText(declared) }),
    },
    violatingResources: [{ constructPath: constructPathOf(finding, subject.name), locations: locationsOf(finding) }],
  };
}

/** The construct; where the CDK does not tell, the resource, or the environment that the finding is about as a whole. */
function constructPathOf({ at }: Finding, environment: string): string {
  if (at === undefined) return environment;
  return at.resource.constructPath ?? `${at.stack.artifact.path}/${at.resource.logicalId}`;
}

/** Attributes of a resource, and facts of its stack, which begin with a small letter. */
const besideProperties = /^(DeletionPolicy|UpdateReplacePolicy|[a-z]\w*)$/;

function locationsOf({ property }: Finding): string[] {
  if (property === '') return [];
  return [besideProperties.test(property) ? property : `Properties.${property}`];
}
