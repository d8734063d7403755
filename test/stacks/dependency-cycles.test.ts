import { fixtureStack } from '../synthesis/assembly';
import { clientRange } from '../synthesis/client-range';
import { everyEnvironment } from '../synthesis/every-environment';
import { pagesRange } from '../synthesis/pages-range';
import { range } from '../synthesis/range';
import { triggerRange } from '../synthesis/trigger-range';
import type { TemplateResource } from '../synthesis/template-resource';
import { templateOf } from '../synthesis/template-resource';
import { stacksFor } from './template-for';

type Resources = Readonly<Record<string, Pick<TemplateResource, 'Properties' | 'DependsOn'>>>;

/** The resources that no order can create, because each waits for another of them. */
function circular(resources: Resources): readonly string[] {
  const waiting = new Map(Object.entries(resources).map(([id, resource]) => [id, dependenciesOf(resource, resources)]));
  for (;;) {
    const ready = [...waiting].filter(([, dependencies]) => [...dependencies].every((id) => !waiting.has(id)));
    if (ready.length === 0) return [...waiting.keys()].toSorted();
    for (const [id] of ready) waiting.delete(id);
  }
}

function dependenciesOf({ Properties, DependsOn = [] }: Resources[string], resources: Resources): ReadonlySet<string> {
  return new Set([...referencesIn(Properties), ...[DependsOn].flat()].filter((id) => Object.hasOwn(resources, id)));
}

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly string[] => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String((inner as readonly unknown[])[0])];
    if (key === 'Fn::Sub') return [...JSON.stringify(inner).matchAll(/\$\{(\w+)/g)].map(([, id]) => String(id));
    return referencesIn(inner);
  });
}

test.each(everyEnvironment)('the resources of $name wait for each other in no circle', ({ name }) => {
  expect(circular(templateOf(fixtureStack(name)).Resources)).toEqual([]);
});

test.each(Object.entries({ ...range, ...clientRange, ...pagesRange, ...triggerRange }))(
  'the resources of every stack of %s wait for each other in no circle',
  (_, environment) => {
    for (const { Resources } of stacksFor(environment)) expect(circular(Resources)).toEqual([]);
  },
);

test('a circle through a permission, a reference and a DependsOn is found', () => {
  const resources: Resources = {
    Pool: { Properties: { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Function', 'Arn'] } } } },
    Function: { Properties: {}, DependsOn: ['Policy'] },
    Policy: { Properties: { Resource: { 'Fn::Join': ['', [{ Ref: 'Pool' }, '/*']] } } },
    Client: { Properties: { UserPoolId: 'fixed' } },
  };
  expect(circular(resources)).toEqual(['Function', 'Policy', 'Pool']);
});
