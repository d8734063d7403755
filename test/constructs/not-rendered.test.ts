import { neverRendered, notRendered } from '../../lib/constructs/not-rendered';
import { leafPaths, typesOf } from '../cloudformation-spec';
import { stacksFor } from '../stacks/template-for';
import { fixtureAssembly } from '../synthesis/assembly';
import { everyEnvironment } from '../synthesis/every-environment';
import { templateOf } from '../synthesis/template-resource';
import type { TemplateResource } from '../synthesis/template-resource';
import { wholeRange } from '../synthesis/whole-range';

type Type = keyof typeof notRendered;

const types = Object.keys(notRendered) as Type[];

/** Every property that aws-cdk-lib knows of a type, down to the leaves; what a list holds is named like the list. */
function propertiesOf(type: Type): readonly string[] {
  return leafPaths(type).map((path) => path.replaceAll('[]', ''));
}

/** Whether a path has a value, in every entry of a list on the way. */
function isRendered(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return value.every((entry) => isRendered(entry, path));
  const [key, ...rest] = path;
  if (key === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  return isRendered((value as Readonly<Record<string, unknown>>)[key], rest);
}

const covers = (exception: string, property: string) => property === exception || property.startsWith(`${exception}.`);

/** The resources of all stacks of an environment. */
function resourcesOf(name: string): readonly TemplateResource[] {
  const stacks = fixtureAssembly().stacks.filter(({ stage }) => stage === name);
  return stacks.flatMap((stack) => Object.values(templateOf(stack).Resources));
}

const environments: ReadonlyMap<string, () => readonly TemplateResource[]> = new Map([
  ...everyEnvironment.map(({ name }) => [name, () => resourcesOf(name)] as const),
  ...Object.entries(wholeRange).map(
    ([name, environment]) =>
      [name, () => stacksFor(environment).flatMap(({ Resources }) => Object.values(Resources))] as const,
  ),
]);

const resources = new Map<string, readonly TemplateResource[]>();
beforeAll(() => {
  for (const [name, synthesize] of environments) resources.set(name, synthesize());
});

function missingIn(environment: string, type: Type): readonly string[] {
  return (resources.get(environment) ?? [])
    .filter(({ Type }) => Type === type)
    .flatMap(({ Properties }) => propertiesOf(type).filter((property) => !isRendered(Properties, property.split('.'))));
}

describe.each(types)('%s', (type) => {
  const exceptions = Object.keys(notRendered[type]);

  test('the list of what may be left out names properties that exist', () => {
    const known = propertiesOf(type);
    expect(exceptions.filter((exception) => !known.some((property) => covers(exception, property)))).toEqual([]);
  });

  test.each([...environments.keys()])(
    '%s renders every property down to the leaves, or has it in the list of what may be left out',
    (name) => {
      const missing = missingIn(name, type);
      expect(missing.filter((property) => !exceptions.some((exception) => covers(exception, property)))).toEqual([]);
    },
  );

  test('nothing is in the list that every template renders', () => {
    const missing = [...environments.keys()].flatMap((name) => missingIn(name, type));
    const alwaysRendered = exceptions.filter((exception) => !missing.some((property) => covers(exception, property)));
    expect(alwaysRendered).toEqual([]);
  });

  test('is in a template of these tests', () => {
    expect([...resources.values()].flat().map(({ Type }) => Type)).toContain(type);
  });
});

test('every type of AWS::Cognito is rendered by one of these environments, or has a reason why it never is', () => {
  expect([...types, ...Object.keys(neverRendered)].toSorted()).toEqual(typesOf('AWS::Cognito::'));
});

test.each(Object.keys(neverRendered))('%s is in no template', (type) => {
  expect([...resources.values()].flat().map(({ Type }) => Type)).not.toContain(type);
});
