import type { Finding, Source } from './control';
import type { WaiverFinding } from './evaluate';
import type { Subject } from './subject';

/** Longer values are cut in reports for people; the JSON has them whole. */
const longestValue = 160;

/** A value on one line, not too long. */
export function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestValue ? `${line.slice(0, longestValue)}… (${line.length} characters)` : line;
}

/** `prod/auth UserPool MfaConfiguration`; the name of the environment where the finding is about it as a whole. */
export function placeOf({ at, property }: Finding, { name }: Subject): string {
  const resource = at === undefined ? [name] : [at.stack.artifact.path, at.resource.logicalId];
  return [...resource, ...(property === '' ? [] : [property])].join(' ');
}

/** `NIST SP 800-63B-4 3.1.1.2; OWASP ASVS 5.0 6.2.1` */
export function sourcesOf(sources: readonly Source[]): string {
  return sources.map(({ source, id }) => `${source} ${id}`).join('; ');
}

/** What is wrong with a waiver, as a sentence. */
export function waiverSentence({ waiver: { control, owner, expires }, problem }: WaiverFinding): string {
  switch (problem) {
    case 'expired':
      return `The waiver of ${control} by ${owner} has expired on ${expires}: it excuses nothing any more.`;
    case 'unused':
      return `The waiver of ${control} by ${owner} is unused: the control neither fails nor is unknown. Remove it.`;
    case 'unknown control':
      return `The waiver of ${control} by ${owner} names a control that does not exist: correct the id, or remove it.`;
  }
}
