import { TemplateError } from './template-error';
import { uniqueReferences } from './token-building';
import { isList, isObject, member, Token } from './value';
import type { RawValue } from './value';

/** Characters; a whole template may have 1 MB (CloudFormation quotas), so a longer text is a template that repeats itself. */
const longestText = 1_000_000;

const dynamicReference = '{{resolve:';

/**
 * One text out of texts and tokens. With a token in it, it is itself one token, in the form of a Join without
 * delimiter: so a Join and a Sub that say the same are equal. A single token stays what it is.
 * Dynamic references (docs: "Using dynamic references to specify template values") make it a token as well.
 */
export function textOf(pieces: readonly (string | Token)[], where: string): string | Token {
  const filled = pieces.filter((piece) => piece !== '');
  const [only] = filled;
  if (filled.length === 1 && only instanceof Token) return only;

  const items = merged(filled.flatMap(itemsOf), where);
  const tokens = filled.filter((piece) => piece instanceof Token);
  const [text = ''] = items;
  if (items.length <= 1 && typeof text === 'string') {
    return text.includes(dynamicReference)
      ? new Token('dynamic-reference', text, [], 'a dynamic reference, which only the service resolves')
      : text;
  }
  const blame = tokens.find((token) => token.kind === 'invalid') ?? tokens[0];
  const isDynamic = items.some((item) => typeof item === 'string' && item.includes(dynamicReference));
  const kind = blame?.kind === 'invalid' ? 'invalid' : isDynamic ? 'dynamic-reference' : 'expression';
  return new Token(kind, { 'Fn::Join': ['', items] }, uniqueReferences(tokens), blame?.reason ?? '');
}

/** What the piece contributes to a Join without delimiter. */
function itemsOf(piece: string | Token): readonly RawValue[] {
  if (!(piece instanceof Token)) return [piece];
  const { expression } = piece;
  if (isObject(expression)) {
    const join = member(expression, 'Fn::Join');
    if (isList(join) && join[0] === '' && isList(join[1])) return join[1];
  }
  return [expression];
}

/** Neighbouring texts become one. @throws TemplateError when the text grows without measure */
function merged(items: readonly RawValue[], where: string): readonly RawValue[] {
  let length = 0;
  const result: RawValue[] = [];
  for (const item of items) {
    length += typeof item === 'string' ? item.length : 1;
    if (length > longestText) {
      throw new TemplateError({
        what: 'A text in the template is too long',
        where,
        got: `more than ${longestText} characters`,
        expected: 'texts shorter than the largest template (1 MB)',
        next: 'Look for a Join or Sub that repeats a parameter or an output of a nested stack.',
      });
    }
    const last = result.at(-1);
    if (typeof item === 'string' && typeof last === 'string') result[result.length - 1] = last + item;
    else result.push(item);
  }
  return result;
}
