import type { Environment } from '../../lib/environments/environment';
import { identifierOf, isStateful } from '../cloudformation-spec';
import type { TemplateResource } from '../synthesis/template-resource';
import { rangeAndFixtures } from '../synthesis/whole-range';
import { pinnedIds, pinnedTypes } from './pinned-ids';
import { stacksFor } from './template-for';

type Resource = readonly [id: string, resource: TemplateResource];

function resourcesOf(environment: Environment | undefined): readonly Resource[] {
  return environment === undefined ? [] : stacksFor(environment).flatMap(({ Resources }) => Object.entries(Resources));
}

/** Of roles those that are kept or deleted as the user pool is; those of functions are made anew with them. */
function isPinned([, { Type, DeletionPolicy }]: Resource): boolean {
  if (Type === 'AWS::IAM::Role') return DeletionPolicy !== undefined;
  return pinnedTypes.some((type) => type === Type);
}

test.each(Object.entries(pinnedIds))('%s keeps the logical ids of all that is not to be made anew', (name, ids) => {
  const found = resourcesOf(rangeAndFixtures[name]).filter(isPinned);
  expect(found.map(([id]) => id).toSorted()).toEqual(ids.toSorted());
});

test('each of these types is among what is pinned', () => {
  const found = Object.keys(pinnedIds).flatMap((name) => resourcesOf(rangeAndFixtures[name]).filter(isPinned));
  const types = new Set(found.map(([, { Type }]) => Type));
  expect(pinnedTypes.filter((type) => !types.has(type))).toEqual([]);
});

/** Whether a name stands in the template that nothing else may have while the resource is there. */
function hasNameOfItsOwn({ Type, Properties }: TemplateResource): boolean {
  const identifier = identifierOf(Type);
  return identifier.length > 0 && identifier.every((property) => Object.hasOwn(Properties, property));
}

test.each(Object.entries(rangeAndFixtures))(
  'what of %s is kept, has a name of its own or holds a state is of these types',
  (_, environment) => {
    const kept: Environment = { ...environment, removal: { ...environment.removal, policy: 'retain' } };
    const matters = resourcesOf(kept).filter(
      ([, resource]) => resource.DeletionPolicy === 'Retain' || hasNameOfItsOwn(resource) || isStateful(resource.Type),
    );
    expect(matters.length).toBeGreaterThan(0);
    expect(matters.filter((resource) => !isPinned(resource)).map(([id]) => id)).toEqual([]);
  },
);
