import { App, Stack, Token } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnUserPool, CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRendered } from '../../lib/constructs/not-rendered';
import { everyEnvironment } from '../synthesis/every-environment';
import { resourcesOfType } from '../synthesis/template-resource';

type Type = keyof typeof notRendered;

/** Every property that aws-cdk-lib knows of a type, under the name that it has in a template. */
function propertiesOf(make: (stack: Stack, properties: Readonly<Record<string, unknown>>) => CfnResource): string[] {
  const names = Object.keys(cfnProperties(make(stackIn('names'), {})));
  const stack = stackIn('properties');
  make(stack, Object.fromEntries(names.map((name) => [name, Token.asAny({ Ref: 'AWS::NoValue' })])));
  const { Resources } = Template.fromStack(stack).toJSON() as {
    readonly Resources: Readonly<Record<string, { readonly Properties: Readonly<Record<string, unknown>> }>>;
  };
  return Object.values(Resources).flatMap(({ Properties }) => Object.keys(Properties));
}

function stackIn(outdir: string): Stack {
  return new Stack(new App({ outdir: join(workspace, outdir) }), 'stack');
}

/** The one place where a resource of the CDK says which properties it has. */
function cfnProperties(resource: CfnResource): Readonly<Record<string, unknown>> {
  return (resource as unknown as { readonly cfnProperties: Readonly<Record<string, unknown>> }).cfnProperties;
}

const workspace = mkdtempSync(join(tmpdir(), 'userpool-properties-'));
process.env['CDK_VALIDATION'] = 'false';
const known: Readonly<Record<Type, readonly string[]>> = {
  'AWS::Cognito::UserPool': propertiesOf((stack, properties) => new CfnUserPool(stack, 'Any', properties)),
  'AWS::Cognito::UserPoolClient': propertiesOf(
    (stack, properties) => new CfnUserPoolClient(stack, 'Any', { ...properties, userPoolId: 'any' }),
  ),
};
rmSync(workspace, { recursive: true });

const types = Object.keys(notRendered) as Type[];

describe.each(types)('%s', (type) => {
  const exceptions = Object.keys(notRendered[type]);

  test('the list of what may be left out names properties that exist', () => {
    expect(known[type].length).toBeGreaterThan(20);
    for (const exception of exceptions) expect(known[type]).toContain(exception.split('.')[0]);
  });

  test.each(everyEnvironment)(
    '$name renders every property, or has it in the list of what may be left out',
    ({ name }) => {
      for (const [, { Properties }] of resourcesOfType(name, type)) {
        const missing = known[type].filter((property) => !Object.hasOwn(Properties, property));
        expect(missing.filter((property) => !exceptions.includes(property))).toEqual([]);
      }
    },
  );

  test('nothing is in the list that every template renders', () => {
    const alwaysRendered = exceptions
      .filter((exception) => !exception.includes('.'))
      .filter((exception) =>
        everyEnvironment.every(({ name }) =>
          resourcesOfType(name, type).every(([, { Properties }]) => Object.hasOwn(Properties, exception)),
        ),
      );
    // The plan LITE, where it is left out, is in no environment: see auth-stack.test.ts.
    expect(alwaysRendered).toEqual(type === 'AWS::Cognito::UserPoolClient' ? ['RefreshTokenRotation'] : []);
  });
});
