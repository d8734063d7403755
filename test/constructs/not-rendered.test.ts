import { notRendered } from '../../lib/constructs/not-rendered';
import { leafPaths } from '../local-pool/settings/cognito-l1';
import { everyEnvironment } from '../synthesis/every-environment';
import { resourcesOfType } from '../synthesis/template-resource';

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

function missingIn(environment: string, type: Type): readonly string[] {
  return resourcesOfType(environment, type).flatMap(([, { Properties }]) =>
    propertiesOf(type).filter((property) => !isRendered(Properties, property.split('.'))),
  );
}

describe.each(types)('%s', (type) => {
  const exceptions = Object.keys(notRendered[type]);

  test('the list of what may be left out names properties that exist', () => {
    const known = propertiesOf(type);
    expect(exceptions.filter((exception) => !known.some((property) => covers(exception, property)))).toEqual([]);
  });

  test.each(everyEnvironment)(
    '$name renders every property down to the leaves, or has it in the list of what may be left out',
    ({ name }) => {
      const missing = missingIn(name, type);
      expect(missing.filter((property) => !exceptions.some((exception) => covers(exception, property)))).toEqual([]);
    },
  );

  test('nothing is in the list that every template renders', () => {
    const missing = everyEnvironment.flatMap(({ name }) => missingIn(name, type));
    const alwaysRendered = exceptions.filter((exception) => !missing.some((property) => covers(exception, property)));
    // Left out on the plan LITE alone, which is in no environment: see auth-stack.test.ts.
    expect(alwaysRendered).toEqual(
      type === 'AWS::Cognito::UserPool' ? ['Policies.PasswordPolicy.PasswordHistorySize'] : [],
    );
  });
});
