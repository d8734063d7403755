/** What one plugin concluded over all templates, from validation-report.json of a cloud assembly. */
export interface Conclusion {
  readonly plugin: string;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  /** Why the plugin could not do its work; then it has no findings and has not passed. */
  readonly error: string | undefined;
}

export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly description: string;
  /** Construct paths; empty when the finding names no construct. */
  readonly constructs: readonly string[];
}

/** The report is not what this file knows: nothing can be said about the templates. */
export class UnreadableReportError extends Error {
  override readonly name = 'UnreadableReportError';
}

/**
 * Reads the text of validation-report.json (aws-cdk-lib 2.276, core/lib/validation/private/report.js). A plugin that
 * ran and found nothing is not in it.
 *
 * @throws UnreadableReportError naming the place where the text is not a report
 */
export function readReport(text: string): readonly Conclusion[] {
  const report = record(parse(text), 'the report');
  return list(report['pluginReports'], 'pluginReports').map((item, index) => {
    const at = `pluginReports[${index}]`;
    const plugin = record(item, at);
    const conclusion = string(plugin['conclusion'], `${at}.conclusion`);
    const metadata = plugin['metadata'] === undefined ? {} : record(plugin['metadata'], `${at}.metadata`);
    return {
      plugin: string(plugin['pluginName'], `${at}.pluginName`),
      passed: conclusion === 'success',
      findings: list(plugin['violations'], `${at}.violations`).map((violation, position) =>
        finding(violation, `${at}.violations[${position}]`),
      ),
      error: metadata['error'] === undefined ? undefined : string(metadata['error'], `${at}.metadata.error`),
    };
  });
}

function finding(value: unknown, at: string): Finding {
  const violation = record(value, at);
  return {
    rule: string(violation['ruleName'], `${at}.ruleName`),
    severity: string(violation['severity'], `${at}.severity`),
    description: string(violation['description'], `${at}.description`),
    constructs: list(violation['violatingConstructs'], `${at}.violatingConstructs`)
      .map((construct, index) => {
        const place = `${at}.violatingConstructs[${index}]`;
        return string(record(construct, place)['constructPath'], `${place}.constructPath`);
      })
      .filter((path) => path !== ''),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableReportError('The report is not JSON.', { cause });
  }
}

function record(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw unreadable(at, 'an object', value);
}

function list(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unreadable(at, 'a list', value);
}

function string(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw unreadable(at, 'a string', value);
}

function unreadable(at: string, expected: string, got: unknown): UnreadableReportError {
  return new UnreadableReportError(`${at} is ${JSON.stringify(got)}; expected ${expected}.`);
}
