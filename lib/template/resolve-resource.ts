import { resolveValue } from './resolve-value';
import type { Resource } from './resolved-stack';
import { kindOf } from './section';
import type { StackScope } from './stack-scope';
import { TemplateError } from './template-error';
import { isObject, member, Token } from './value';
import type { RawObject, RawValue, Value, ValueObject } from './value';

/**
 * A resource with its properties resolved; undefined when its condition is false.
 * @throws TemplateError when its parts are not what CloudFormation wants (User Guide, "Resource attribute reference")
 */
export function resolveResource(logicalId: string, raw: RawValue, scope: StackScope): Resource | undefined {
  const where = `${scope.stack}: Resources.${logicalId}`;
  if (!isObject(raw)) throw unreadable(where, raw, 'an object');
  const exists = scope.exists(raw);
  if (exists === false) return undefined;

  const type = member(raw, 'Type');
  if (typeof type !== 'string') throw unreadable(`${where}.Type`, type, 'the type of the resource as text');
  const metadata = objectPart(raw, 'Metadata', where, scope);
  const constructPath = member(metadata, 'aws:cdk:path');
  return {
    logicalId,
    type,
    properties: objectPart(raw, 'Properties', where, scope),
    metadata,
    deletionPolicy: textPart(raw, 'DeletionPolicy', where, scope),
    updateReplacePolicy: textPart(raw, 'UpdateReplacePolicy', where, scope),
    constructPath: typeof constructPath === 'string' ? constructPath : undefined,
    condition: exists instanceof Token ? exists : undefined,
  };
}

function objectPart(raw: RawObject, name: string, where: string, scope: StackScope): ValueObject {
  const value = resolvedPart(raw, name, scope) ?? {};
  if (isObject(value)) return value;
  throw unreadable(`${where}.${name}`, value, 'an object');
}

function textPart(raw: RawObject, name: string, where: string, scope: StackScope): string | undefined {
  const value = resolvedPart(raw, name, scope);
  if (value === undefined || typeof value === 'string') return value;
  throw unreadable(`${where}.${name}`, value, 'text');
}

function resolvedPart(raw: RawObject, name: string, scope: StackScope): Value | undefined {
  const part = member(raw, name);
  return part === undefined ? undefined : resolveValue(part, scope);
}

function unreadable(where: string, got: Value | undefined, expected: string): TemplateError {
  const isUnknown = got instanceof Token;
  return new TemplateError({
    what: 'A resource cannot be read',
    where,
    got: isUnknown ? `${got.describe()}, which is not known before deployment: ${got.reason}` : kindOf(got),
    expected,
    next: isUnknown
      ? 'Give the parameters that it depends on.'
      : 'Look at the template; aws cloudformation validate-template refuses it as well.',
  });
}
