import type { Located, Subject } from '../../posture/subject';
import { attributeReference, isObject, member } from '../../template/value';
import type { Value } from '../../template/value';
import { effectiveOf } from '../effective/effective';

/** A Lambda function with the triggers of user pools that run it. */
export interface TriggerFunction {
  readonly fn: Located;
  /** `PreTokenGeneration`, in the order of the template. */
  readonly triggers: readonly string[];
}

/** The functions behind the triggers of an environment, through aliases and versions. */
export function triggerFunctions(subject: Subject): readonly TriggerFunction[] {
  const found = new Map<Located['resource'], { fn: Located; triggers: Set<string> }>();
  for (const pool of subject.ofType('AWS::Cognito::UserPool')) {
    for (const [property, { value }] of effectiveOf(pool.resource)) {
      const [section, trigger = '', part] = property.split('.');
      if (section !== 'LambdaConfig' || trigger === 'KMSKeyID' || part === 'LambdaVersion') continue;
      const fn = functionBehind(value, subject);
      if (fn === undefined) continue;
      const entry = found.get(fn.resource) ?? { fn, triggers: new Set<string>() };
      entry.triggers.add(trigger.replace(/Config$/, ''));
      found.set(fn.resource, entry);
    }
  }
  return [...found.values()].map(({ fn, triggers }) => ({ fn, triggers: [...triggers] }));
}

/** The function that a Ref or Fn::GetAtt means: an alias and a version name theirs. */
export function functionBehind(value: Value | undefined, subject: Subject, depth = 3): Located | undefined {
  const located = attributeReference(value) && value !== undefined ? subject.resourceAt(value) : undefined;
  if (located === undefined || depth === 0) return undefined;
  if (located.resource.type === 'AWS::Lambda::Function') return located;
  return functionBehind(member(located.resource.properties, 'FunctionName'), subject, depth - 1);
}

/** Variables of the environment of a function. */
export function variablesOf({ resource }: Located): Value | undefined {
  const environment = resource.properties['Environment'];
  return isObject(environment) ? member(environment, 'Variables') : environment;
}
