/** A piece of a source text: a word, a text in quotes, a mark. */
interface Piece {
  readonly text: string;
  readonly line: number;
}

/** An object literal, from its opening brace on. */
export type SourceObject = readonly Piece[];

/** A value in an object literal. */
export interface SourceValue {
  /** Of its key, counted from 1. */
  readonly line: number;
  /** A text without its quotes, a number or another word as it is written, `{` or `[`; undefined where it is a name. */
  readonly literal: string | undefined;
}

const pieces = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\w$]+|\.\.\.|\S/g;

/**
 * The object literals that a file of data exports (`export const prod = {`). It knows what such files are written in, and
 * no more of the language: a table for messages, which a compiler would take longer to load for than all else takes.
 */
export function objectsIn(source: string): readonly SourceObject[] {
  const all = piecesOf(source);
  return all.flatMap(({ text }, index) => {
    if (text !== 'export' || all[index + 1]?.text !== 'const') return [];
    const start = all.findIndex((piece, at) => at > index && piece.text === '=') + 1;
    return all[start]?.text === '{' ? [all.slice(start)] : [];
  });
}

/** The value of a field of the object, or of a field of that; undefined where it is not written there. */
export function valueAt(object: SourceObject, path: readonly string[]): SourceValue | undefined {
  const [key, ...rest] = path;
  const at = keyPositions(object).find((position) => unquoted(object[position]?.text ?? '') === key);
  const value = at === undefined ? undefined : object.slice(at + 2);
  const [first] = value ?? [];
  if (at === undefined || value === undefined || first === undefined) return undefined;
  if (rest.length > 0) return first.text === '{' ? valueAt(value, rest) : undefined;
  return { line: object[at]?.line ?? first.line, literal: literalIn(first.text) };
}

function piecesOf(source: string): readonly Piece[] {
  let line = 1;
  let end = 0;
  return [...source.matchAll(pieces)].flatMap(({ 0: text, index }) => {
    line += source.slice(end, index).split('\n').length - 1;
    const piece = { text, line };
    line += text.split('\n').length - 1;
    end = index + text.length;
    return /^\/[/*]/.test(text) ? [] : [piece];
  });
}

/** Where the keys of the object stand: what is before a colon, directly in it. */
function keyPositions(object: SourceObject): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (const [position, { text }] of object.entries()) {
    if ('{[('.includes(text)) depth += 1;
    if ('}])'.includes(text)) depth -= 1;
    if (depth === 0) return found;
    const startsEntry = ['{', ','].includes(object[position - 1]?.text ?? '');
    if (depth === 1 && startsEntry && object[position + 1]?.text === ':') found.push(position);
  }
  return found;
}

function literalIn(text: string): string | undefined {
  if (/^['"`]/.test(text)) return unquoted(text);
  return /^(?:\d.*|true|false|null|[-[{])$/.test(text) ? text : undefined;
}

function unquoted(text: string): string {
  return /^['"`]/.test(text) ? text.slice(1, -1) : text;
}
