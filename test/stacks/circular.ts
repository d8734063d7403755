import type { TemplateResource } from '../synthesis/template-resource';

export type Resources = Readonly<Record<string, Pick<TemplateResource, 'Properties' | 'DependsOn'>>>;

/** The resources that no order can create, because each waits for another of them. */
export function circular(resources: Resources): readonly string[] {
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
