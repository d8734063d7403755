import type { Intent } from '../../../lib/posture/intent';
import type { VerdictKind } from '../../../lib/review/verdict';
import type { StackArtifact } from '../../../lib/template/assembly';
import type { RawObject } from '../../../lib/template/value';
import type { Row } from '../rows';

/** One side: the resources of one stack, or whole stacks where that is what the pair is about. */
export type PairSide = RawObject | readonly StackArtifact[];

/** Logical id ('' for the environment), property ('' for the whole resource), verdicts most severe first. */
export type Expected = readonly [logicalId: string, property: string, ...verdicts: VerdictKind[]];

/** A change, and what it does. */
export interface CorpusPair {
  /** The change as a sentence. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Where the expectation is known from. */
  readonly source: string;
  readonly before: PairSide;
  readonly after: PairSide;
  /** Every change that the rules report, in any order. */
  readonly expected: readonly Expected[];
  readonly intent?: { readonly before?: Partial<Intent>; readonly after?: Partial<Intent> };
}

/** Attributes of a resource beside its properties. */
export type Attributes = Readonly<Record<string, RawObject | string>>;

export function resource(type: string, properties: RawObject = {}, attributes: Attributes = {}): RawObject {
  return { Type: type, ...attributes, Properties: properties };
}

export const pool = (properties: RawObject = {}, attributes: Attributes = {}): RawObject => ({
  Pool: resource('AWS::Cognito::UserPool', { UserPoolName: 'people', ...properties }, attributes),
});

/** A part of the pool `Pool`, of a type below AWS::Cognito. */
export const part = (
  logicalId: string,
  type: string,
  properties: RawObject = {},
  attributes: Attributes = {},
): RawObject => ({
  [logicalId]: resource(`AWS::Cognito::${type}`, { UserPoolId: { Ref: 'Pool' }, ...properties }, attributes),
});

export const client = (properties: RawObject = {}, attributes: Attributes = {}): RawObject =>
  part('Client', 'UserPoolClient', { ClientName: 'web', ...properties }, attributes);

/** The same pool on both sides, with these properties before and those after. */
export const poolChange = (before: RawObject, after: RawObject): Pick<CorpusPair, 'before' | 'after'> => ({
  before: pool(before),
  after: pool(after),
});

/** The same client of the same pool on both sides. */
export const clientChange = (before: RawObject, after: RawObject): Pick<CorpusPair, 'before' | 'after'> => ({
  before: { ...pool(), ...client(before) },
  after: { ...pool(), ...client(after) },
});

/** The same part of the same pool on both sides. */
export const partChange = (
  type: string,
  before: RawObject,
  after: RawObject,
): Pick<CorpusPair, 'before' | 'after'> => ({
  before: { ...pool(), ...part('Part', type, before) },
  after: { ...pool(), ...part('Part', type, after) },
});

/** A value that nobody knows before deployment. */
export const elsewhere: RawObject = { 'Fn::ImportValue': 'elsewhere' };
