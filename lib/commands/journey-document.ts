import type { JourneyReport } from '../sign-in/run-journey';
import type { Target } from '../sign-in/target';

/** What `--json` writes. */
export interface JourneyDocument {
  readonly journey: string;
  readonly environment: string;
  readonly target: 'local' | 'aws';
  readonly userPoolId: string;
  readonly issuer: string;
  readonly client: { readonly name: string; readonly id: string };
  readonly passed: boolean;
  readonly interrupted: boolean;
  readonly milliseconds: number;
  /** Users that could not be removed. */
  readonly leftBehind: readonly string[];
  readonly steps: readonly object[];
}

/** The result of a journey for machines. A step has the members that its result calls for: milliseconds, reason, failure. */
export function journeyDocument(
  { steps, passed, interrupted, leftBehind }: JourneyReport,
  { userPoolId, issuer, client }: Target,
  about: Pick<JourneyDocument, 'journey' | 'environment' | 'target' | 'milliseconds'>,
): JourneyDocument {
  return {
    ...about,
    userPoolId,
    issuer,
    client: { name: client.name, id: client.id },
    passed,
    interrupted,
    leftBehind,
    steps: steps.map(({ outcome, ...step }) => ({ ...step, ...outcome })),
  };
}
