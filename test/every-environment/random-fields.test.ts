import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { join } from 'node:path';
import type { Environment } from '../../lib/environments/environment';
import { fieldProperties } from '../../lib/environments/field-properties';
import { discriminatorOf, environmentNode, nodeAt } from '../../lib/environments/schema-node';
import type { SchemaNode } from '../../lib/environments/schema-node';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { off } from '../environments/draft';
import { everyEnvironment } from '../synthesis/every-environment';
import { range } from '../synthesis/range';
import type { TemplateResource, TemplateText } from '../synthesis/template-resource';
import { wholeRange } from '../synthesis/whole-range';
import { context, workspace, writeName } from '../stacks/template-for';

type Keys = readonly (string | number)[];

/** A value of an environment, with where it stands and how docs/environments.md writes that. */
interface Place {
  readonly environment: Environment;
  readonly keys: Keys;
  readonly path: string;
  readonly value: unknown;
}

function placesIn(environment: Environment, value: unknown, keys: Keys, path: string): readonly Place[] {
  const here: Place = { environment, keys, path, value };
  if (Array.isArray(value)) {
    return [here, ...value.flatMap((each, index) => placesIn(environment, each, [...keys, index], `${path}[0]`))];
  }
  if (typeof value !== 'object' || value === null) return [here];
  const isRecord = nodeAt(keys, environment)?.properties === undefined;
  const below = Object.entries(value).flatMap(([key, inner]) => {
    const name = isRecord ? 'NAME' : key;
    return placesIn(environment, inner, [...keys, key], path === '' ? name : `${path}.${name}`);
  });
  return [here, ...below];
}

const { replicated } = range;
const [replica] = replicated.replicas;

/** What neither the range nor the declared environments have. */
const further: readonly Environment[] = [
  { ...replicated, verificationBeforeUpdate: off },
  { ...replicated, replicas: [{ ...replica, emailSender: { ...replica.emailSender, configurationSet: 'codes' } }] },
  {
    ...replicated,
    customAttributes: { level: { type: 'Number', minValue: 0, maxValue: 9, mutable: true, authorization: false } },
  },
];

const environments = [...everyEnvironment, ...Object.values(wholeRange), ...further];
const places = new Map<string, Place[]>();
for (const environment of environments) {
  for (const place of placesIn(environment, environment, [], '')) {
    places.set(place.path, [...(places.get(place.path) ?? []), place]);
  }
}

/** Every union of the schema by the path of its discriminator, and the key. */
function unionsIn(node: SchemaNode, path: string): readonly (readonly [path: string, key: string])[] {
  const join = (key: string) => (path === '' ? key : `${path}.${key}`);
  const own = node.oneOf === undefined ? [] : [[join(discriminatorOf(node.oneOf).key), path] as const];
  return [
    ...own,
    ...(node.oneOf ?? []).flatMap((variant) => unionsIn(variant, path)),
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) => unionsIn(child, join(key))),
    ...(node.additionalProperties ? unionsIn(node.additionalProperties, join('NAME')) : []),
    ...(node.items === undefined ? [] : unionsIn(node.items, `${path}[0]`)),
  ];
}
const unions = new Map(unionsIn(environmentNode, ''));

/** The environment with another value at a place. Nobody checks it: a construct renders what it is given. */
function replaced({ environment, keys }: Place, at: Keys, value: unknown): Environment {
  const copy = structuredClone(environment) as unknown;
  const parent = keys.slice(0, at.length - 1).reduce((node, key) => (node as Record<string, unknown>)[key], copy);
  const last = at.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else (parent as Record<string, unknown>)[last] = value;
  return copy as Environment;
}

/** Environments that differ from that of a place in this field alone; of a union in what goes with it. */
function changed(place: Place): readonly Environment[] {
  const union = unions.get(place.path);
  if (union !== undefined) {
    const at = place.keys.slice(0, -1);
    const key = place.keys.at(-1) ?? '';
    const others = (places.get(union) ?? []).filter(
      ({ value }) => (value as Record<string, unknown>)[key] !== place.value,
    );
    return others.map(({ value }) => replaced(place, at, value));
  }
  const node = nodeAt(place.keys, place.environment);
  // What can only be said in one way is there or not.
  if (typeof node?.const === 'string') return [replaced(place, place.keys.slice(0, -1), undefined)];
  return [replaced(place, place.keys, other(place.value, node))];
}

function other(value: unknown, node: SchemaNode | undefined): unknown {
  const words = node?.enum?.filter((word) => word !== value);
  if (words?.[0] !== undefined) return words[0];
  if (Array.isArray(value)) return value.length > 0 ? value.slice(1) : node?.items?.enum?.slice(0, 1);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  // A file and an ARN end as they are to end.
  return typeof value === 'string' ? value.replace(/^(.*?)(\w)/s, '$1x$2') : undefined;
}

/** Files with their name in them. */
const readFile = (name: string) =>
  Buffer.from(name.endsWith('.svg') ? `<svg><title>${name}</title></svg>` : `<EntityDescriptor entityID="${name}"/>`);

function resourcesFor(environment: Environment): readonly TemplateResource[] {
  const app = new App({ outdir: join(workspace, 'fields'), context });
  const stage = new AuthStage(app, { environment, bundle: writeName, readFile });
  const stacks = stage.node.children.filter((child) => child instanceof Stack);
  return stacks.flatMap((stack) => Object.values((Template.fromStack(stack).toJSON() as TemplateText).Resources));
}

const known = new Map<Environment, readonly TemplateResource[]>();
function resourcesOf(environment: Environment): readonly TemplateResource[] {
  const resources = known.get(environment) ?? resourcesFor(environment);
  known.set(environment, resources);
  return resources;
}

/** What stands at a path in all resources of a type; what a list or a map holds is named like that. */
function valuesAt(resources: readonly TemplateResource[], type: string, property: string): readonly unknown[] {
  const step = (value: unknown, key: string): readonly unknown[] => {
    if (Array.isArray(value)) return value.flatMap((entry) => step(entry, key));
    if (typeof value !== 'object' || value === null) return [];
    const object = value as Readonly<Record<string, unknown>>;
    if (Object.hasOwn(object, key)) return [object[key]];
    return Object.values(object).flatMap((inner): readonly unknown[] =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? [(inner as Readonly<Record<string, unknown>>)[key]]
        : [],
    );
  };
  const found: readonly unknown[] = resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
  return property.split('.').reduce((values, key) => values.flatMap((value) => step(value, key)), found);
}

/** The same for an environment that nobody has checked; undefined for one that the constructs refuse. */
function uncheckedResources(environment: Environment): readonly TemplateResource[] | undefined {
  try {
    return resourcesFor(environment);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Of a union as many others are tried. */
const mostTried = 8;

/** Whether some environment with another value in the field has something else in the property. */
function reaches(field: string, type: string, property: string): boolean {
  return (places.get(field) ?? []).some((place) => {
    const before = JSON.stringify(valuesAt(resourcesOf(place.environment), type, property));
    return changed(place)
      .slice(0, mostTried)
      .some((environment) => {
        const resources = uncheckedResources(environment);
        return resources !== undefined && JSON.stringify(valuesAt(resources, type, property)) !== before;
      });
  });
}

describe.each(Object.entries(fieldProperties))('in %s', (type, properties) => {
  test.each(Object.entries(properties))('the value of %s reaches %s', (field, property) => {
    expect(reaches(field, type, property)).toBe(true);
  });
});
