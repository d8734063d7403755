import { canonicalOf } from '../review/effective/canonical-of';
import { attributeReference, isList, isObject, member, Token } from '../template/value';
import type { RawValue, Reference, Value, ValueObject } from '../template/value';

/** What is known of references, and where a live value could not be held against one. */
export interface Rejoining {
  /** The value of a Ref or Fn::GetAtt where it runs; undefined: nobody knows. */
  readonly valueOf: (reference: Reference) => string | undefined;
  /** Told of each place where all that was compared is that there is a value. */
  readonly unread: (path: string) => void;
}

/**
 * The live value in the words of the template: a reference stands again where the value may be what it refers to. So
 * whatever differs then differs for sure.
 */
export function rejoin(declared: Value | undefined, live: RawValue, path: string, how: Rejoining): Value {
  if (declared instanceof Token) return fits(declared, live, path, how) ? declared : live;
  if (isList(declared) && isList(live)) return rejoinList(declared, live, path, how);
  if (isObject(declared) && isObject(live)) {
    const members = Object.entries(live).map(([key, each]) => {
      const below = path === '' ? key : `${path}.${key}`;
      return [key, rejoin(member(declared, key), each, below, how)] as const;
    });
    return Object.fromEntries(members) satisfies ValueObject;
  }
  // CloudFormation takes '15' for 15 and 'true' for true.
  return isScalar(declared) && isScalar(live) && String(declared) === String(live) ? declared : live;
}

/** Each live element takes the place of a declared one that it may be, each of which counts once. */
function rejoinList(declared: readonly Value[], live: readonly RawValue[], path: string, how: Rejoining): Value {
  const open = [...declared];
  return live.map((each) => {
    const index = open.findIndex((candidate) => isSame(candidate, each, how));
    const [found] = index < 0 ? [] : open.splice(index, 1);
    return found === undefined ? each : rejoin(found, each, path, how);
  });
}

function isSame(declared: Value, live: RawValue, { valueOf }: Rejoining): boolean {
  return canonicalOf(rejoin(declared, live, '', { valueOf, unread: () => undefined })) === canonicalOf(declared);
}

function fits(token: Token, live: RawValue, path: string, { valueOf, unread }: Rejoining): boolean {
  if (token.kind === 'invalid' || !isScalar(live) || live === '') return false;
  const known = textOf(token, valueOf);
  if (known !== undefined) return bareArn(String(live)) === bareArn(known);
  if (!pattern(token, valueOf).test(String(live))) return false;
  unread(path);
  return true;
}

/** The ARN of a log group is told with and without the mark for all its streams. */
function bareArn(text: string): string {
  return text.replace(/:\*$/, '');
}

/** What the token stands for, if all of it is known. */
function textOf(token: Token, valueOf: Rejoining['valueOf']): string | undefined {
  const pieces = piecesOf(token, valueOf);
  return pieces.every((piece) => piece !== undefined) ? pieces.join('') : undefined;
}

/** What is written around what is not known. */
function pattern(token: Token, valueOf: Rejoining['valueOf']): RegExp {
  const parts = piecesOf(token, valueOf).map((piece) => piece?.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') ?? '.+');
  return new RegExp(`^${parts.join('')}$`, 's');
}

/** The token in pieces, of which each is a text or not known: a Join without delimiter, as every text with one is read. */
function piecesOf(token: Token, valueOf: Rejoining['valueOf']): readonly (string | undefined)[] {
  const reference = attributeReference(token);
  if (reference !== undefined) return [valueOf(reference)];
  const { expression, references } = token;
  const join = isObject(expression) ? member(expression, 'Fn::Join') : undefined;
  const [delimiter, pieces] = isList(join) ? join : [];
  if (delimiter !== '' || !isList(pieces)) return [undefined];
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece.includes('{{resolve:') ? undefined : piece;
    // The expression does not say the stack: two that are called the same are told apart by nothing.
    const [meant, ...others] = references.filter((each) => isWritten(piece, each));
    return meant === undefined || others.length > 0 ? undefined : valueOf(meant);
  });
}

function isWritten(expression: RawValue, { logicalId, attribute }: Reference): boolean {
  const written = attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
  return canonicalOf(written) === canonicalOf(expression);
}

function isScalar(value: Value | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A declared value with what each token stands for, or else the live value it may stand for; undefined without either. */
export function concrete(declared: Value, live: RawValue | undefined, how: Rejoining): RawValue | undefined {
  if (declared instanceof Token) {
    if (live !== undefined && fits(declared, live, '', how)) return live;
    return declared.kind === 'invalid' ? undefined : textOf(declared, how.valueOf);
  }
  if (isList(declared)) {
    const items = declared.map((each) => {
      const match = isList(live) ? live.find((candidate) => isSame(each, candidate, how)) : undefined;
      return concrete(each, match, how);
    });
    return items.every((each) => each !== undefined) ? items : undefined;
  }
  if (!isObject(declared)) return declared;
  const entries = Object.entries(declared).map(
    ([key, each]) => [key, concrete(each, isObject(live) ? member(live, key) : undefined, how)] as const,
  );
  const known = entries.filter((entry): entry is readonly [string, RawValue] => entry[1] !== undefined);
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}
