import { isList, isObject, member, Token } from '../template/value';
import type { RawValue, Value } from '../template/value';
import type { Subject } from './subject';
import { resourcesIn } from './value-at';

/**
 * A text as far as the template shows it, with `${UserPool.Arn}` for what a resource of it contributes: such a part is one
 * value, which has no wildcard in it. Undefined where a part comes from elsewhere, and could be anything.
 */
export function writtenText(value: Value | undefined, subject: Pick<Subject, 'stacks'>): string | undefined {
  if (typeof value === 'string') return value;
  if (!(value instanceof Token) || value.kind === 'invalid' || value.kind === 'dynamic-reference') return undefined;
  const fromService = value.references.filter(({ logicalId }) => logicalId.startsWith('AWS::'));
  if (resourcesIn(value, subject).length + fromService.length < value.references.length) return undefined;
  return textOf(value.expression);
}

function textOf(expression: RawValue): string | undefined {
  if (typeof expression === 'string') return expression;
  if (!isObject(expression)) return undefined;
  const [ref, attribute, join] = ['Ref', 'Fn::GetAtt', 'Fn::Join'].map((name) => member(expression, name));
  if (typeof ref === 'string') return `\${${ref}}`;
  if (isList(attribute)) return `\${${attribute.filter((each) => typeof each === 'string').join('.')}}`;
  if (!isList(join) || join[0] !== '' || !isList(join[1])) return undefined;
  const parts = join[1].map(textOf);
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}
