import { amongOthers } from './intrinsics/deploy-time';
import { intrinsicFunction } from './intrinsics/registry';
import type { Scope } from './scope';
import { textOf } from './text';
import { isList, isObject } from './value';
import type { RawObject, RawValue, Value } from './value';

/**
 * The value with every function resolved that can be, and a token for every other.
 * @returns undefined where it is AWS::NoValue, so that what holds it leaves it out
 * @throws TemplateError when it is nested too deep
 */
export function resolveValue(raw: RawValue, scope: Scope): Value | undefined {
  return scope.depth.within(scope.stack, () => {
    if (typeof raw === 'string') return textOf([raw], scope.stack);
    if (isList(raw)) return raw.map((item) => resolveValue(item, scope)).filter((item) => item !== undefined);
    return isObject(raw) ? resolveObject(raw, scope) : raw;
  });
}

function resolveObject(raw: RawObject, scope: Scope): Value | undefined {
  const resolve = (part: RawValue): Value | undefined => resolveValue(part, scope);
  const keys = Object.keys(raw);
  const [only] = keys;
  if (only !== undefined && keys.length === 1 && (only === 'Ref' || only.startsWith('Fn::'))) {
    return intrinsicFunction(only)({ raw, name: only, argument: raw[only] ?? null, scope, resolve });
  }
  const intruder = keys.find((key) => key.startsWith('Fn::'));
  if (intruder !== undefined) return amongOthers(raw, intruder, resolve);
  const members = Object.entries(raw).map(([key, value]) => [key, resolve(value)] as const);
  return Object.fromEntries(members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
