import type { Control, Finding, Verdict } from '../../lib/posture/control';
import type { Intent } from '../../lib/posture/intent';
import { isList, isObject, type RawObject, type RawValue } from '../../lib/template/value';
import { notHeld } from './not-held';
import { subjectFrom, withCondition } from './subject-from';

/** Title, the resources of the template, the verdict of each finding in their order, and what is meant. */
export type ControlCase = readonly [
  title: string,
  resources: RawObject,
  verdicts: readonly Verdict[],
  intent?: Partial<Intent>,
];

/**
 * Holds one control against templates; every control has cases that pass, fail and are unknown, as far as it can. Each of
 * them is looked at again with less of it known: what is not known before deployment never passes.
 */
export function testControl(control: Control, cases: readonly ControlCase[]): void {
  const verdictsIn = (resources: RawObject, intent?: Partial<Intent>): readonly Verdict[] =>
    control.check(subjectFrom(resources, intent)).map(({ verdict }) => verdict);
  const isNotHeld = (path: string): boolean => notHeld.some(({ id, places }) => id === control.id && places.test(path));
  const rows = cases.map(([title, ...rest]) => [title, rest] as const);
  describe(`${control.id}: ${control.what}`, () => {
    test.each(rows)('%s', (_, [resources, verdicts, intent]) => {
      const findings = control.check(subjectFrom(resources, intent));
      expect(findings.map(({ verdict }) => verdict)).toEqual(verdicts);
      for (const { wanted } of findings) expect(wanted).not.toBe('');
    });

    test.each(rows)('%s: nothing of it passes where all of it may not exist', (_, [resources, , intent]) => {
      const findings = control.check(subjectFrom(withCondition(resources, Object.keys(resources)), intent));
      expect(ofResources(findings).filter(({ verdict }) => verdict === 'pass')).toEqual([]);
    });

    test.each(rows)('%s: nothing is good because a part of it may or may not exist', (_, [resources, , intent]) => {
      const fails = (some: RawObject): boolean => verdictsIn(some, intent).includes('fail');
      const better = Object.keys(resources).filter((id) => {
        const { [id]: __, ...others } = resources;
        return (fails(resources) || fails(others)) && !isOpen(verdictsIn(withCondition(resources, [id]), intent));
      });
      expect(better.filter((id) => !isNotHeld(id))).toEqual([]);
    });

    const failing = rows.filter(([, [, verdicts]]) => verdicts.includes('fail'));
    if (failing.length > 0)
      test.each(failing)('%s: and no value that nobody knows makes it good', (_, [resources, , intent]) => {
        const better = placesIn(resources).filter((path) => !isOpen(verdictsIn(replaced(resources, path), intent)));
        expect(better.map((path) => path.join('.')).filter((path) => !isNotHeld(path))).toEqual([]);
      });
  });
}

const isOpen = (verdicts: readonly Verdict[]): boolean => verdicts.includes('fail') || verdicts.includes('unknown');

/** What is found in a resource, and not in the environment as a whole. */
function ofResources(findings: readonly Finding[]): readonly Pick<Finding, 'verdict' | 'property' | 'found'>[] {
  return findings
    .filter(({ at }) => at !== undefined)
    .map(({ verdict, property, found }) => ({ verdict, property, found }));
}

type Path = readonly [string, ...string[]];

/** Where a resource names the pool that it is a part of: what is part of another one is none of this environment's. */
const owners = ['UserPoolId', 'IdentityPoolId'];

/** Paths of everything below the properties of the resources, functions of CloudFormation as a whole. */
function placesIn(resources: RawObject): readonly Path[] {
  return Object.entries(resources).flatMap(([id, resource]) => {
    const properties = isObject(resource) ? resource['Properties'] : undefined;
    return isObject(properties)
      ? below(properties, [id, 'Properties']).filter(([, , name]) => name !== undefined && !owners.includes(name))
      : [];
  });
}

function below(value: RawValue, path: Path): readonly Path[] {
  const isFunction = isObject(value) && Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
  const parts = isList(value) || (isObject(value) && !isFunction) ? Object.entries(value) : [];
  return [path, ...parts.flatMap(([key, each]) => below(each, [...path, key]))];
}

function replaced(value: RawObject, path: Path): RawObject {
  const [key, ...rest] = path;
  const at = (within: RawValue | undefined, [next, ...more]: readonly string[]): RawValue => {
    if (next === undefined || within === undefined) return elsewhere;
    if (isList(within)) return within.map((each, index) => (String(index) === next ? at(each, more) : each));
    return isObject(within) ? { ...within, [next]: at(within[next], more) } : within;
  };
  return { ...value, [key]: at(value[key], rest) };
}

export const userPool = (properties: RawObject = {}): RawObject => ({
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: properties },
});

export const client = (properties: RawObject = {}, logicalId = 'Client'): RawObject => ({
  [logicalId]: {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
  },
});

/** A value that nobody knows before deployment. */
export const elsewhere: RawObject = { 'Fn::ImportValue': 'elsewhere' };
